package org.partnershipfund.portfolio.matching;

/** What gives points, in the order in which it is told (policy matching §3). */
public enum Rule {
    GOAL("goal"),
    FURTHER_GOALS("further-goals"),
    GRADES("grades"),
    PLACES("places"),
    WEEK("week"),
    BUDGET("budget"),
    LANGUAGES("languages"),
    WHERE("where");

    private final String word;

    Rule(String word) {
        this.word = word;
    }

    /** The word for it in JSON. */
    public String word() {
        return word;
    }
}
