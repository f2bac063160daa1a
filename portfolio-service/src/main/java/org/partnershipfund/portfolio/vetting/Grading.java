package org.partnershipfund.portfolio.vetting;

import java.util.Arrays;

/** How a program stands to a criterion. */
public enum Grading {
    EXCEEDS("exceeds"),
    MEETS("meets"),
    DOES_NOT_MEET("does-not-meet");

    /** Any of the words. */
    public static final String WORDS = "exceeds|meets|does-not-meet";

    private final String word;

    Grading(String word) {
        this.word = word;
    }

    /** The word for it in JSON and tables. */
    public String word() {
        return word;
    }

    /** Whether the criterion is fulfilled (§4.4). */
    public boolean isEnough() {
        return this != DOES_NOT_MEET;
    }

    /**
     * The grading behind a word.
     *
     * @throws IllegalArgumentException if it is none of {@link #WORDS}
     */
    public static Grading of(String word) {
        return Arrays.stream(values())
                .filter(grading -> grading.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rating: " + word));
    }
}
