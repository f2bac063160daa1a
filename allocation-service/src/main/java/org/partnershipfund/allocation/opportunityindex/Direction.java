package org.partnershipfund.allocation.opportunityindex;

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
}
