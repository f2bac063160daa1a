package org.partnershipfund.procurement.rules;

import java.util.Locale;

/** How a purchase of some value is put to competition. Source: docs/policy/procurement.md §2. */
public enum Method {
    SOUND_BUSINESS_PRACTICES(1),
    /** Three quotes, written or oral, as before November 2016. */
    QUOTES(2),
    WRITTEN_QUOTES(2),
    SEALED_BIDS_OR_PROPOSALS(3);

    private final int tier;

    Method(int tier) {
        this.tier = tier;
    }

    /** 1 small, 2 quotes, 3 sealed; a higher tier is the stricter one. */
    public int tier() {
        return tier;
    }

    /** The word in rules and on the wire, such as {@code written-quotes}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The method of a word.
     *
     * @throws IllegalArgumentException if none is called so
     */
    public static Method ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
