package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.support.Booking;
import org.partnershipfund.approval.support.BookingId;
import org.partnershipfund.approval.support.HelpSession;
import org.partnershipfund.approval.support.HelpSessions;
import org.partnershipfund.approval.support.HelpSessions.Booked;
import org.partnershipfund.approval.support.SessionId;
import org.partnershipfund.approval.support.SupportRefusal.NoSuchBooking;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** A school's people book sessions and give bookings up; whether the school has an allocation does not matter. */
@ApplicationScoped
public class BookHelp {

    private final HelpSessions sessions;
    private final HelpDesk desk;
    private final SchoolVoices voices;
    private final Ids ids;
    private final Clock clock;

    BookHelp(HelpSessions sessions, HelpDesk desk, SchoolVoices voices, Ids ids, Clock clock) {
        this.sessions = sessions;
        this.desk = desk;
        this.voices = voices;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Books a session for a school: a place, or the end of the waiting list.
     *
     * @throws RefusedException if the school is not the caller's, there is no such session, it has begun, is cancelled, or
     *     the school is booked already
     */
    @Transactional
    public Booked book(SchoolCode school, SessionId session, Person by) {
        voices.mustSpeakFor(school, by);
        var read = desk.hold(session);
        var id = new BookingId(ids.next());
        HelpSession next = desk.store(
                        "SessionBooked",
                        HelpSession.book(read.value(), id, school, by, clock.instant()),
                        Optional.of(read))
                .value();
        return booked(next, id);
    }

    /**
     * Gives a booking up for its school.
     *
     * @param seen the booking's revision that the caller decided upon
     * @throws RefusedException if the school is not the caller's, there is no such booking of it, it is given up already, or
     *     the session has begun
     */
    @Transactional
    public Booked giveUp(SchoolCode school, BookingId id, long seen, Person by) {
        voices.mustSpeakFor(school, by);
        var read = desk.hold(sessions.sessionOf(id).orElseThrow(() -> new RefusedException(new NoSuchBooking(id))));
        if (booking(read, school, id).revision() != seen) {
            throw new StaleStateException(id.value(), seen);
        }
        HelpSession next = desk.store(
                        "BookingGivenUp", HelpSession.giveUp(read.value(), id, by, clock.instant()), Optional.of(read))
                .value();
        return booked(next, id);
    }

    /**
     * One booking of a school.
     *
     * @throws RefusedException if there is none, or the school is out of the reader's reach
     */
    public Booked read(SchoolCode school, BookingId id, Reach reach) {
        return Optional.of(school)
                .filter(reach::covers)
                .flatMap(_ -> sessions.sessionOf(id))
                .flatMap(sessions::find)
                .map(found -> new Booked(found.value(), booking(found, school, id)))
                .orElseThrow(() -> new RefusedException(new NoSuchBooking(id)));
    }

    private static Booking booking(Versioned<HelpSession> session, SchoolCode school, BookingId id) {
        return HelpSession.booking(session.value(), id)
                .filter(booking -> booking.school().equals(school))
                .orElseThrow(() -> new RefusedException(new NoSuchBooking(id)));
    }

    private static Booked booked(HelpSession session, BookingId id) {
        return new Booked(
                session,
                HelpSession.booking(session, id).orElseThrow(() -> new RefusedException(new NoSuchBooking(id))));
    }
}
