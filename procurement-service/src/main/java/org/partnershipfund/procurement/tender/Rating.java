package org.partnershipfund.procurement.tender;

import java.util.Locale;

/** What evaluators say of a proposal, the best first. Source: docs/policy/tenders.md §6. */
public enum Rating {
    HIGHLY_ADVANTAGEOUS,
    ADVANTAGEOUS,
    NOT_ADVANTAGEOUS,
    UNACCEPTABLE;

    /** The word on the wire, such as {@code not-advantageous}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The rating of a word.
     *
     * @throws IllegalArgumentException if none is called so
     */
    public static Rating ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
