package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.support.BookingId;
import org.partnershipfund.approval.support.HelpKind;
import org.partnershipfund.approval.support.HelpSession;
import org.partnershipfund.approval.support.HelpSession.Announced;
import org.partnershipfund.approval.support.SessionId;
import org.partnershipfund.approval.support.Slot;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** The partnerships team announces sessions, moves them, calls them off and records who came. */
@ApplicationScoped
public class HoldHelpSession {

    private final HelpDesk desk;
    private final SetSupportCalendar calendars;
    private final Ids ids;
    private final Clock clock;

    HoldHelpSession(HelpDesk desk, SetSupportCalendar calendars, Ids ids, Clock clock) {
        this.desk = desk;
        this.calendars = calendars;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Announces a session to every school.
     *
     * @throws RefusedException if the fund was not heard of, or the session cannot take place then
     */
    @Transactional
    public Versioned<HelpSession> announce(FundId fund, HelpKind kind, Slot slot, Person by) {
        var days = calendars.read(fund).value().days(kind);
        var announced = new Announced(new SessionId(ids.next()), fund, kind, by, clock.instant());
        return desk.store("SessionAnnounced", HelpSession.announce(announced, slot, days), Optional.empty());
    }

    /**
     * Gives a session another time, place or size.
     *
     * @param seen the session's version that the caller decided upon
     * @throws RefusedException if there is none, it has begun, is cancelled, or cannot take place then
     */
    @Transactional
    public Versioned<HelpSession> move(SessionId id, long seen, Slot slot) {
        var read = desk.hold(id).expecting(id.value(), seen);
        Announced announced = read.value().announced();
        var days = calendars.read(announced.fund()).value().days(announced.kind());
        return desk.store(
                "SessionMoved", HelpSession.move(read.value(), slot, days, clock.instant()), Optional.of(read));
    }

    /**
     * Calls a session off.
     *
     * @param seen the session's version that the caller decided upon
     * @throws RefusedException if there is none, it has begun, or is cancelled already
     */
    @Transactional
    public Versioned<HelpSession> cancel(SessionId id, long seen, String reason, Person by) {
        var read = desk.hold(id).expecting(id.value(), seen);
        return desk.store(
                "SessionCancelled", HelpSession.cancel(read.value(), reason, by, clock.instant()), Optional.of(read));
    }

    /**
     * Records which of the schools with a place came, and what was talked about.
     *
     * @param seen the session's version that the caller decided upon
     * @throws RefusedException if there is none, it has not begun, is cancelled, or a booking has no place in it
     */
    @Transactional
    public Versioned<HelpSession> attend(
            SessionId id, long seen, Map<BookingId, HelpSession.Seen> attendance, Person by) {
        var read = desk.hold(id).expecting(id.value(), seen);
        return desk.store(
                "SessionAttended",
                HelpSession.attend(read.value(), attendance, by, clock.instant()),
                Optional.of(read));
    }
}
