package org.partnershipfund.allocation.opportunityindex;

import java.util.Arrays;
import java.util.Optional;

/**
 * How values of any unit become comparable: a score between 0 and 1 among peers.
 *
 * <p>Source: docs/policy/opportunity-index.md §3.
 */
public enum Normalisation {
    /** The share of peers below, and half of those that are equal. */
    PERCENTILE_RANK("percentile-rank"),
    /** How many standard deviations from the mean; three below is 0, three above is 1, beyond them nothing more. */
    Z_SCORE("z-score"),
    /** How far from the lowest to the highest. */
    MIN_MAX("min-max");

    private final String word;

    Normalisation(String word) {
        this.word = word;
    }

    /** As it is written in JSON and tables. */
    public String word() {
        return word;
    }

    /** The normalisation of that word. */
    public static Optional<Normalisation> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
