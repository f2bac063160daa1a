package org.partnershipfund.portfolio.program;

import java.util.Arrays;

/** A grade that a program serves, in the order in which pupils go through them. */
public enum Grade {
    PRE_KINDERGARTEN("PK"),
    KINDERGARTEN("K"),
    GRADE_1("1"),
    GRADE_2("2"),
    GRADE_3("3"),
    GRADE_4("4"),
    GRADE_5("5"),
    GRADE_6("6"),
    GRADE_7("7"),
    GRADE_8("8"),
    GRADE_9("9"),
    GRADE_10("10"),
    GRADE_11("11"),
    GRADE_12("12");

    /** Any of the words. */
    public static final String WORDS = "PK|K|[1-9]|1[0-2]";

    private final String word;

    Grade(String word) {
        this.word = word;
    }

    /** The word for it in JSON, tables and events. */
    public String word() {
        return word;
    }

    /**
     * The grade behind a word.
     *
     * @throws IllegalArgumentException if it is none of {@link #WORDS}
     */
    public static Grade of(String word) {
        return Arrays.stream(values())
                .filter(grade -> grade.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no grade: " + word));
    }
}
