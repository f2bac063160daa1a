package org.partnershipfund.approval.selection;

/** As what somebody took part in a school's choice. */
public enum CommunityRole {
    FAMILY("family"),
    STUDENT("student"),
    TEACHER("teacher"),
    OTHER_STAFF("other-staff"),
    /** Somebody of an organisation that works with the school; advises, and never decides (council, associates). */
    PARTNER("partner"),
    NEIGHBOUR("neighbour");

    private final String word;

    CommunityRole(String word) {
        this.word = word;
    }

    /** As it is written in JSON and tables. */
    public String word() {
        return word;
    }
}
