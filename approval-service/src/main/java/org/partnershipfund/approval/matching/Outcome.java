package org.partnershipfund.approval.matching;

/** What a school made of a suggestion; it binds nobody (§9.4). */
public enum Outcome {
    /** The school looked at it and has not decided. */
    CONSIDERED("considered"),
    CHOSEN("chosen"),
    NOT_CHOSEN("not-chosen");

    /** Any of the words. */
    public static final String WORDS = "considered|chosen|not-chosen";

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word for it in JSON and tables. */
    public String word() {
        return word;
    }

    /** Whether the school has decided. */
    boolean isFinal() {
        return switch (this) {
            case CONSIDERED -> false;
            case CHOSEN, NOT_CHOSEN -> true;
        };
    }
}
