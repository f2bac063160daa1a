package org.partnershipfund.approval.council;

/** What a member who is present does about a motion. */
public enum Vote {
    YES("yes"),
    NO("no"),
    /** Present, and not counted on either side. */
    ABSTAIN("abstain"),
    /** Tied to an organisation that the motion would pay: takes no part. */
    RECUSED("recused");

    private final String word;

    Vote(String word) {
        this.word = word;
    }

    /** As it is written in JSON and tables. */
    public String word() {
        return word;
    }
}
