package org.partnershipfund.approval.selection;

/** What a step decided. */
public enum Verdict {
    APPROVED("approved"),
    /** Back to the school, which makes a new version. */
    RETURNED("returned"),
    /** The council could not decide: its principal is recused. */
    BLOCKED("blocked");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** As it is written in JSON and tables. */
    public String word() {
        return word;
    }
}
