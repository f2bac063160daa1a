package org.partnershipfund.portfolio.vetting;

import java.util.Arrays;

/** What binds a reviewer to the partner under review (§4.2); anything but none keeps them from reviewing and deciding. */
public enum Tie {
    NONE("none"),
    EMPLOYMENT("employment"),
    BOARD("board"),
    FAMILY("family"),
    FINANCIAL("financial"),
    OTHER("other");

    /** Any of the words. */
    public static final String WORDS = "none|employment|board|family|financial|other";

    private final String word;

    Tie(String word) {
        this.word = word;
    }

    /** The word for it in JSON. */
    public String word() {
        return word;
    }

    /**
     * The tie behind a word.
     *
     * @throws IllegalArgumentException if it is none of {@link #WORDS}
     */
    public static Tie of(String word) {
        return Arrays.stream(values())
                .filter(tie -> tie.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tie: " + word));
    }
}
