package org.partnershipfund.approval.council;

/** Whom a member of the council speaks for. */
public enum Group {
    /** The school's leader; one seat, no alternate, and a vote that no majority replaces. */
    PRINCIPAL("principal"),
    /** Elected by the school's unionised staff. */
    TEACHER("teacher"),
    /** Elected by the School Parent Council. */
    PARENT("parent"),
    /** In high schools. */
    STUDENT("student");

    private final String word;

    Group(String word) {
        this.word = word;
    }

    /** As it is written in JSON, tables and events. */
    public String word() {
        return word;
    }
}
