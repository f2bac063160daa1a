package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.matching.MatchingRefusal.NoSchoolOfYours;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.support.Booking;
import org.partnershipfund.approval.support.CalendarEntry;
import org.partnershipfund.approval.support.CalendarFiles;
import org.partnershipfund.approval.support.HelpSession;
import org.partnershipfund.approval.support.HelpSessions;
import org.partnershipfund.approval.support.HelpSessions.Booked;
import org.partnershipfund.approval.support.SessionId;
import org.partnershipfund.approval.support.SupportRefusal.NoSuchSession;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** One session, and the sessions as calendars. */
@ApplicationScoped
public class ReadHelpSessions {

    /** What a calendar program has any use for. */
    private static final Duration BACK = Duration.ofDays(400);

    private static final int MOST = 2_000;

    private final HelpSessions sessions;
    private final CalendarFiles files;
    private final Clock clock;

    ReadHelpSessions(HelpSessions sessions, CalendarFiles files, Clock clock) {
        this.sessions = sessions;
        this.files = files;
        this.clock = clock;
    }

    /**
     * One session.
     *
     * @throws RefusedException if there is none
     */
    public Versioned<HelpSession> read(SessionId id) {
        return sessions.find(id).orElseThrow(() -> new RefusedException(new NoSuchSession(id)));
    }

    /** All sessions of the last 400 days and to come, cancelled ones as such. */
    public String calendar() {
        var filter = new HelpSessions.Filter(
                Optional.empty(), Optional.empty(), Optional.of(clock.instant().minus(BACK)), Optional.empty());
        return files.write(
                "Partnership Fund: help for schools",
                sessions.list(filter, Optional.empty(), MOST).stream()
                        .map(found -> CalendarEntry.of(found.value()))
                        .toList());
    }

    /**
     * What the school booked, and what it gave up as cancelled.
     *
     * @throws RefusedException if the school is out of the reader's reach
     */
    public String calendar(SchoolCode school, Reach reach) {
        if (!reach.covers(school)) {
            throw new RefusedException(new NoSchoolOfYours(school, "leader, council member or superintendent"));
        }
        var filter = new HelpSessions.BookingFilter(Optional.empty(), Optional.of(Set.of(school)), Optional.empty());
        Map<SessionId, Booked> latest = new LinkedHashMap<>();
        Map<SessionId, Integer> revisions = new LinkedHashMap<>();
        for (Booked booked : sessions.bookings(filter, Optional.empty(), MOST)) {
            SessionId session = booked.session().announced().id();
            var _ = latest.put(session, booked);
            var _ = revisions.merge(session, booked.booking().revision(), Integer::sum);
        }
        return files.write(
                "Partnership Fund: help for school " + school,
                latest.entrySet().stream()
                        .map(entry -> entry(entry.getValue(), revisions.getOrDefault(entry.getKey(), 0)))
                        .toList());
    }

    private static CalendarEntry entry(Booked booked, int revisions) {
        return CalendarEntry.of(booked.session(), booked.booking(), revisions);
    }

    /** The entry of one school in one session, with the revisions of all of its bookings there. */
    static CalendarEntry entry(HelpSession session, Booking booking) {
        int revisions = session.bookings().stream()
                .filter(other -> other.school().equals(booking.school()))
                .mapToInt(Booking::revision)
                .sum();
        return CalendarEntry.of(session, booking, revisions);
    }
}
