package org.partnershipfund.procurement.disclosure;

import java.util.Locale;

/** What a purchase passes on its way, in order. Source: docs/policy/disclosure.md §6. */
public enum Milestone {
    RESERVED,
    OPENED,
    SOLICITED,
    AWARDED,
    EXECUTED,
    INVOICED,
    PAID;

    /** The word on the wire, such as {@code awarded}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The milestone of a word.
     *
     * @throws IllegalArgumentException if none is called so
     */
    public static Milestone ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
