package org.partnershipfund.portfolio.catalogue;

import java.util.Arrays;

/** How a school rates a partnership of the year (catalogue §5.5). */
public enum Rating {
    EXCEEDS("exceeds"),
    MEETS("meets"),
    FALLS_SHORT("falls-short");

    /** Any of the words. */
    public static final String WORDS = "exceeds|meets|falls-short";

    private final String word;

    Rating(String word) {
        this.word = word;
    }

    /** The word for it in JSON, tables and events. */
    public String word() {
        return word;
    }

    /**
     * The value behind a word.
     *
     * @throws IllegalArgumentException if it is none of {@link #WORDS}
     */
    public static Rating of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rating: " + word));
    }
}
