package org.partnershipfund.portfolio.matching;

import java.util.Arrays;

/** A number of the points table (policy matching §3): the district's to change, day by day. */
public enum Item {
    /** Points for a goal that the program meets. */
    GOAL("goal"),
    /** Points where it is of the goal's service area, and does not say the goal's sub-term. */
    GOAL_AREA("goal-area"),
    /** Points for each goal that it meets beyond the first. */
    FURTHER_GOAL("further-goal"),
    /** The most that further goals give together. */
    FURTHER_GOALS("further-goals"),
    GRADES("grades"),
    PLACES("places"),
    WEEK("week"),
    BUDGET("budget"),
    LANGUAGES("languages"),
    /** Points for a program that comes to the school, or has a site in its neighborhood. */
    WHERE("where"),
    /** Points where its nearest site is nearby. */
    WHERE_NEARBY("where-nearby"),
    /** How far nearby reaches; metres as the crow flies. */
    NEARBY_METRES("nearby-metres"),
    /** In how many weeks of a year sessions are assumed to take place, where nobody says how many sessions. */
    WEEKS("weeks");

    private final String word;

    Item(String word) {
        this.word = word;
    }

    /** The word for it in tables and on the policy page. */
    public String word() {
        return word;
    }

    /**
     * The item behind a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Item of(String word) {
        return Arrays.stream(values())
                .filter(item -> item.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no item of the points table: " + word));
    }
}
