package org.partnershipfund.approval.policy;

/** What happens when schools choose a program for more pupils than it can serve. */
public enum CapacityRule {
    /** The selection is not submitted. */
    REFUSES("refuses"),
    /** The school is told, and decides. */
    WARNS("warns");

    private final String word;

    CapacityRule(String word) {
        this.word = word;
    }

    /** As it is written in JSON and tables. */
    public String word() {
        return word;
    }
}
