package org.partnershipfund.approval.menu;

/** What a price is for. */
public enum Unit {
    PER_PUPIL("per-pupil"),
    PER_SESSION("per-session"),
    PER_YEAR("per-year"),
    /** One amount for all of it; bought once. */
    FLAT("flat"),
    /** School and partner agree on an amount up to the price. */
    AGREED("agreed");

    private final String word;

    Unit(String word) {
        this.word = word;
    }

    /** As it is written in JSON, tables and events. */
    public String word() {
        return word;
    }

    /**
     * The unit of that word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Unit of(String word) {
        for (Unit unit : values()) {
            if (unit.word.equals(word)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("there is no unit " + word);
    }
}
