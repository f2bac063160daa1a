package org.partnershipfund.approval.support;

/** What a session is for (§1). */
public enum HelpKind {
    /** Questions about the allocation, when it has just been published. */
    OFFICE_HOURS("office-hours", "Office hours"),
    /** Help with choosing partners and writing the selection. */
    TECHNICAL_ASSISTANCE("technical-assistance", "Technical assistance");

    /** Any of the words. */
    public static final String WORDS = "office-hours|technical-assistance";

    private final String word;
    private final String title;

    HelpKind(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** The word for it in JSON and tables. */
    public String word() {
        return word;
    }

    /** What people read in a calendar. */
    public String title() {
        return title;
    }
}
