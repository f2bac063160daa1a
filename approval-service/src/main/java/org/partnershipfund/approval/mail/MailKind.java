package org.partnershipfund.approval.mail;

/** What a message is about (§2). */
public enum MailKind {
    BOOKING_CONFIRMED("booking-confirmed"),
    BOOKING_WAITING("booking-waiting"),
    BOOKING_MOVED_UP("booking-moved-up"),
    BOOKING_CANCELLED("booking-cancelled"),
    SESSION_MOVED("session-moved"),
    SESSION_CANCELLED("session-cancelled"),
    MEETING_POSTED("meeting-posted"),
    SELECTION_RETURNED("selection-returned"),
    SELECTION_APPROVED("selection-approved"),
    SELECTION_RESERVED("selection-reserved"),
    PURCHASE_CANCELLED("purchase-cancelled"),
    YOUR_TURN("your-turn"),
    DEADLINE_NEAR("deadline-near"),
    OVERDUE("overdue");

    private final String word;

    MailKind(String word) {
        this.word = word;
    }

    /** The word for it in JSON and tables. */
    public String word() {
        return word;
    }
}
