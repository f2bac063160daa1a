package org.partnershipfund.approval.person;

/** A role that counts at schools only. */
public enum SchoolRole {
    SCHOOL_LEADER("school-leader"),
    COUNCIL_MEMBER("council-member"),
    INSTRUCTIONAL_SUPERINTENDENT("instructional-superintendent");

    private final String word;

    SchoolRole(String word) {
        this.word = word;
    }

    /** As tokens and records have it. */
    public String word() {
        return word;
    }
}
