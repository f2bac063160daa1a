package org.partnershipfund.portfolio.clearance;

import java.util.Arrays;

/** How a clearance stands. */
public enum ClearanceStatus {
    CLEARED("cleared"),
    PENDING("pending"),
    NOT_CLEARED("not-cleared");

    /** Any of the words. */
    public static final String WORDS = "cleared|pending|not-cleared";

    private final String word;

    ClearanceStatus(String word) {
        this.word = word;
    }

    /** The word for it in JSON and tables. */
    public String word() {
        return word;
    }

    /**
     * The status behind a word.
     *
     * @throws IllegalArgumentException if it is none of {@link #WORDS}
     */
    public static ClearanceStatus of(String word) {
        return Arrays.stream(values())
                .filter(status -> status.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status: " + word));
    }
}
