package org.partnershipfund.allocation.opportunityindex;

import java.util.Arrays;
import java.util.Optional;

/** Which way a factor points. */
public enum Direction {
    /** A higher value means more need: failures, public housing. */
    MORE_IS_NEED("more-is-need"),
    /** A higher value means less need: income, attendance. */
    LESS_IS_NEED("less-is-need");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** As it is written in JSON and tables. */
    public String word() {
        return word;
    }

    /** The direction of that word. */
    public static Optional<Direction> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
