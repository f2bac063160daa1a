package org.partnershipfund.portfolio.program;

import java.util.Arrays;

/** What a price is for (docs/policy/partner-vetting.md §2.4, catalogue.md §2). */
public enum PriceUnit {
    PER_PUPIL("per-pupil"),
    PER_SESSION("per-session"),
    PER_YEAR("per-year"),
    /** One amount for all of it, whatever the number of pupils or sessions; bought once. */
    FLAT("flat"),
    /** School and partner agree on an amount up to the price. */
    AGREED("agreed");

    /** Any of the words. */
    public static final String WORDS = "per-pupil|per-session|per-year|flat|agreed";

    private final String word;

    PriceUnit(String word) {
        this.word = word;
    }

    /** The word for it in JSON, tables and events. */
    public String word() {
        return word;
    }

    /**
     * The unit behind a word.
     *
     * @throws IllegalArgumentException if it is none of {@link #WORDS}
     */
    public static PriceUnit of(String word) {
        return Arrays.stream(values())
                .filter(unit -> unit.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no unit of a price: " + word));
    }
}
