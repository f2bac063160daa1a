package org.partnershipfund.procurement.reconciliation;

import java.util.Locale;

/** How the two sides of an item stand to each other. Source: docs/policy/reconciliation.md §3. */
public enum Outcome {
    MATCHED,
    MISSING_HERE,
    MISSING_THERE,
    DIFFERENT_AMOUNT,
    DIFFERENT_DATE;

    /** The word in tables and on the wire, such as {@code missing-here}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The outcome of a word.
     *
     * @throws IllegalArgumentException if none is called so
     */
    public static Outcome ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
