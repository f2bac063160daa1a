package org.partnershipfund.approval.support;

import java.time.Instant;
import org.partnershipfund.approval.support.Booking.Standing;
import org.partnershipfund.approval.support.HelpSession.Cancelled;
import org.partnershipfund.approval.support.HelpSession.Planned;

/**
 * Something with a time, for a calendar program (RFC 5545).
 *
 * @param uid the same for the same thing for ever
 * @param sequence grows with each change that matters to who comes
 * @param changedAt when this was so first
 * @param place or link, in words
 */
public record CalendarEntry(
        String uid,
        int sequence,
        Instant changedAt,
        Instant startsAt,
        Instant endsAt,
        State state,
        String title,
        String place,
        String about) {

    /** Whether it takes place for whom the entry is. */
    public enum State {
        CONFIRMED,
        TENTATIVE,
        CANCELLED
    }

    private static final String HOME = "@partnership-fund";

    /** The session as everybody sees it. */
    public static CalendarEntry of(HelpSession session) {
        State state = switch (session) {
            case Planned _ -> State.CONFIRMED;
            case Cancelled _ -> State.CANCELLED;
        };
        return entry(
                session,
                session.announced().id().value() + HOME,
                session.sequence(),
                session.changedAt(),
                state,
                session.announced().kind().title());
    }

    /**
     * The session as the school sees that booked it; who books anew after giving up goes on with the same entry.
     *
     * @param revisions of all bookings of the school in the session, summed up
     */
    public static CalendarEntry of(HelpSession session, Booking booking, int revisions) {
        State own = switch (booking.standing()) {
            case Standing.Confirmed _ -> State.CONFIRMED;
            case Standing.Waiting _ -> State.TENTATIVE;
            case Standing.GivenUp _ -> State.CANCELLED;
        };
        State state = switch (session) {
            case Planned _ -> own;
            case Cancelled _ -> State.CANCELLED;
        };
        String title = session.announced().kind().title();
        return entry(
                session,
                session.announced().id().value() + "-" + booking.school() + HOME,
                session.sequence() + revisions,
                latest(session.changedAt(), changedAt(booking)),
                state,
                state == State.TENTATIVE ? title + " (waiting list)" : title);
    }

    private static CalendarEntry entry(
            HelpSession session, String uid, int sequence, Instant changedAt, State state, String title) {
        Slot slot = session.slot();
        return new CalendarEntry(
                uid,
                sequence,
                changedAt,
                slot.startsAt(),
                slot.endsAt(),
                state,
                "Partnership Fund: " + title,
                slot.place().or(slot::link).orElse(""),
                "With %s.%s"
                        .formatted(
                                slot.host(), slot.link().map(link -> " " + link).orElse("")));
    }

    private static Instant changedAt(Booking booking) {
        return switch (booking.standing()) {
            case Standing.Confirmed(Instant since) -> since;
            case Standing.Waiting _ -> booking.at();
            case Standing.GivenUp(var _, Instant at) -> at;
        };
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
