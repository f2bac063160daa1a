package org.partnershipfund.portfolio.program;

import java.util.Arrays;

/** The district's six service areas, which are also the categories of a vetting cycle (§2.2). */
public enum ServiceArea {
    ACADEMIC("academic"),
    COLLEGE_AND_CAREER("college-and-career"),
    HEALTH_AND_WELLNESS("health-and-wellness"),
    PARENTS_AND_FAMILY("parents-and-family"),
    RESOURCE_AND_CAPACITY("resource-and-capacity"),
    AFTERSCHOOL_AND_RECREATION("afterschool-and-recreation");

    /** Any of the words. */
    public static final String WORDS =
            "academic|college-and-career|health-and-wellness|parents-and-family|resource-and-capacity|afterschool-and-recreation";

    private final String word;

    ServiceArea(String word) {
        this.word = word;
    }

    /** The word for it in JSON, tables and events. */
    public String word() {
        return word;
    }

    /**
     * The area behind a word.
     *
     * @throws IllegalArgumentException if it is none of {@link #WORDS}
     */
    public static ServiceArea of(String word) {
        return Arrays.stream(values())
                .filter(area -> area.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service area: " + word));
    }
}
