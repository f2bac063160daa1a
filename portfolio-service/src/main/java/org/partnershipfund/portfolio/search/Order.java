package org.partnershipfund.portfolio.search;

import java.util.Arrays;

/** In which order programs are found (catalogue §4.5); equals by id. */
public enum Order {
    /** Best match first; only with words. */
    RELEVANCE("relevance"),
    /** By name, whatever its capitals and accents. */
    NAME("name"),
    /** Nearest first; what comes to the school is nearest. Only with a school. */
    DISTANCE("distance");

    /** Any of the words. */
    public static final String WORDS = "relevance|name|distance";

    private final String word;

    Order(String word) {
        this.word = word;
    }

    /** The word for it in addresses. */
    public String word() {
        return word;
    }

    /**
     * The order behind a word.
     *
     * @throws IllegalArgumentException if it is none of {@link #WORDS}
     */
    public static Order of(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no order: " + word));
    }
}
