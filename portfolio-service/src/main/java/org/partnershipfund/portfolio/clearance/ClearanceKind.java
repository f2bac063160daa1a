package org.partnershipfund.portfolio.clearance;

import java.util.Arrays;

/** What an organisation is cleared of (docs/policy/partner-vetting.md §7.1). */
public enum ClearanceKind {
    LIABILITY_INSURANCE("liability-insurance", true),
    BACKGROUND_CHECKS("background-checks", true),
    TAX_STATUS("tax-status", false);

    /** Any of the words. */
    public static final String WORDS = "liability-insurance|background-checks|tax-status";

    private final String word;
    private final boolean expires;

    ClearanceKind(String word, boolean expires) {
        this.word = word;
        this.expires = expires;
    }

    /** The word for it in JSON and tables. */
    public String word() {
        return word;
    }

    /** Whether it always has a last day. */
    public boolean expires() {
        return expires;
    }

    /**
     * The kind behind a word.
     *
     * @throws IllegalArgumentException if it is none of {@link #WORDS}
     */
    public static ClearanceKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of clearance: " + word));
    }
}
