package org.partnershipfund.approval.selection;

/** Where a selection can be approved or returned. */
public enum Step {
    /** The School Site Council. */
    COUNCIL("council"),
    /** The Instructional Superintendent of the school. */
    SUPERINTENDENT("superintendent"),
    /** The budget office's check that everything is there. */
    COMPLETENESS("completeness"),
    /** The ledger, which sets the money aside. */
    RESERVATION("reservation"),
    /** A procurement that another program won. */
    COMPETITION("competition");

    private final String word;

    Step(String word) {
        this.word = word;
    }

    /** As it is written in JSON, tables and events. */
    public String word() {
        return word;
    }
}
