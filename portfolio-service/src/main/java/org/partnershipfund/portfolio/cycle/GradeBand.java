package org.partnershipfund.portfolio.cycle;

import java.util.Arrays;
import java.util.List;
import org.partnershipfund.portfolio.program.Grade;

/** The ages that need alike many adults (docs/policy/partner-vetting.md §3.4). */
public enum GradeBand {
    PK_TO_K("PK-K", Grade.PRE_KINDERGARTEN, Grade.KINDERGARTEN),
    GRADES_1_TO_8("1-8", Grade.GRADE_1, Grade.GRADE_8),
    GRADES_9_TO_12("9-12", Grade.GRADE_9, Grade.GRADE_12);

    /** Any of the words. */
    public static final String WORDS = "PK-K|1-8|9-12";

    private final String word;
    private final Grade first;
    private final Grade last;

    GradeBand(String word, Grade first, Grade last) {
        this.word = word;
        this.first = first;
        this.last = last;
    }

    /** The word for it in JSON and tables. */
    public String word() {
        return word;
    }

    /** Whether one of these grades lies in it. */
    public boolean hasAnyOf(List<Grade> grades) {
        return grades.stream().anyMatch(grade -> grade.compareTo(first) >= 0 && grade.compareTo(last) <= 0);
    }

    /**
     * The band behind a word.
     *
     * @throws IllegalArgumentException if it is none of {@link #WORDS}
     */
    public static GradeBand of(String word) {
        return Arrays.stream(values())
                .filter(band -> band.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no grade band: " + word));
    }
}
