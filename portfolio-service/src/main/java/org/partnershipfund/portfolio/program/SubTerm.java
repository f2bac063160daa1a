package org.partnershipfund.portfolio.program;

import java.util.Arrays;

/**
 * What exactly a program does within its service area (catalogue §1.2): the memo's kinds of service, the categories of
 * the portfolio's first cycles, and terms of our own where the district's are not public.
 */
public enum SubTerm {
    LITERACY("literacy", ServiceArea.ACADEMIC, "Literacy"),
    STEM_SCIENCE("stem-science", ServiceArea.ACADEMIC, "STEM: science"),
    STEM_TECHNOLOGY("stem-technology", ServiceArea.ACADEMIC, "STEM: technology, including computer science"),
    STEM_ENGINEERING("stem-engineering", ServiceArea.ACADEMIC, "STEM: engineering"),
    STEM_MATHEMATICS("stem-mathematics", ServiceArea.ACADEMIC, "STEM: mathematics"),
    ENGLISH_LEARNERS("english-learners", ServiceArea.ACADEMIC, "English learners"),
    COLLEGE_ACCESS("college-access", ServiceArea.COLLEGE_AND_CAREER, "College access"),
    WORKFORCE_DEVELOPMENT("workforce-development", ServiceArea.COLLEGE_AND_CAREER, "Workforce development"),
    BEHAVIORAL_HEALTH("behavioral-health", ServiceArea.HEALTH_AND_WELLNESS, "Behavioral health counseling"),
    SOCIAL_EMOTIONAL("social-emotional", ServiceArea.HEALTH_AND_WELLNESS, "Social-emotional learning"),
    PHYSICAL_HEALTH("physical-health", ServiceArea.HEALTH_AND_WELLNESS, "Physical health"),
    FAMILY_ENGAGEMENT("family-engagement", ServiceArea.PARENTS_AND_FAMILY, "Family engagement"),
    HOMELESSNESS("homelessness", ServiceArea.PARENTS_AND_FAMILY, "Students and families experiencing homelessness"),
    ATTENDANCE("attendance", ServiceArea.RESOURCE_AND_CAPACITY, "Attendance"),
    VOLUNTEERS("volunteers", ServiceArea.RESOURCE_AND_CAPACITY, "Volunteers"),
    ENRICHMENT("enrichment", ServiceArea.AFTERSCHOOL_AND_RECREATION, "After-school enrichment"),
    ARTS("arts", ServiceArea.AFTERSCHOOL_AND_RECREATION, "Arts"),
    SPORTS("sports", ServiceArea.AFTERSCHOOL_AND_RECREATION, "Sports"),
    SUMMER("summer", ServiceArea.AFTERSCHOOL_AND_RECREATION, "Summer learning");

    /** Any of the words. */
    public static final String WORDS =
            "literacy|stem-science|stem-technology|stem-engineering|stem-mathematics|english-learners|college-access"
                    + "|workforce-development|behavioral-health|social-emotional|physical-health|family-engagement"
                    + "|homelessness|attendance|volunteers|enrichment|arts|sports|summer";

    private final String word;
    private final ServiceArea area;
    private final String title;

    SubTerm(String word, ServiceArea area, String title) {
        this.word = word;
        this.area = area;
        this.title = title;
    }

    /** The word for it in JSON and tables. */
    public String word() {
        return word;
    }

    /** The service area that it is part of. */
    public ServiceArea area() {
        return area;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /**
     * The term behind a word.
     *
     * @throws IllegalArgumentException if it is none of {@link #WORDS}
     */
    public static SubTerm of(String word) {
        return Arrays.stream(values())
                .filter(term -> term.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sub-term: " + word));
    }
}
