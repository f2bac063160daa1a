package org.partnershipfund.procurement.reconciliation;

import java.util.Locale;

/** What the city booked. */
public enum Kind {
    ENCUMBRANCE,
    EXPENDITURE;

    /** The word in files and on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a word.
     *
     * @throws IllegalArgumentException if none is called so
     */
    public static Kind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
