package org.partnershipfund.portfolio.catalogue;

import java.util.Arrays;

/** Who pays for a partnership (catalogue §5.2). */
public enum Funding {
    PARTNERSHIP_FUND("partnership-fund"),
    SCHOOL_BUDGET("school-budget"),
    OTHER("other"),
    NO_COST("no-cost");

    /** Any of the words. */
    public static final String WORDS = "partnership-fund|school-budget|other|no-cost";

    private final String word;

    Funding(String word) {
        this.word = word;
    }

    /** The word for it in JSON, tables and events. */
    public String word() {
        return word;
    }

    /**
     * The value behind a word.
     *
     * @throws IllegalArgumentException if it is none of {@link #WORDS}
     */
    public static Funding of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of funding: " + word));
    }
}
