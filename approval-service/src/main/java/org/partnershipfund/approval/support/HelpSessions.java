package org.partnershipfund.approval.support;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** All sessions, each with its bookings. */
public interface HelpSessions {

    /** The session, to look at. */
    Optional<Versioned<HelpSession>> find(SessionId id);

    /** The session, held until the end of the transaction: who books the last place waits for who books it now. */
    Optional<Versioned<HelpSession>> hold(SessionId id);

    /** In which session the booking is. */
    Optional<SessionId> sessionOf(BookingId booking);

    /** Sessions in the order in which they were announced, behind {@code after}, at most {@code limit}. */
    List<Versioned<HelpSession>> list(Filter filter, Optional<SessionId> after, int limit);

    /** Which sessions a list has. */
    record Filter(
            Optional<FundId> fund,
            Optional<HelpKind> kind,
            Optional<Instant> endsAfter,
            Optional<Instant> modifiedAfter) {}

    /** Bookings in the order in which they were made, behind {@code after}, at most {@code limit}. */
    List<Booked> bookings(BookingFilter filter, Optional<BookingId> after, int limit);

    /**
     * Which bookings a list has.
     *
     * @param schools only of these; empty for all
     */
    record BookingFilter(
            Optional<SessionId> session, Optional<Set<SchoolCode>> schools, Optional<Instant> modifiedAfter) {}

    /** A booking, and the session as it is now, without others' bookings. */
    record Booked(HelpSession session, Booking booking) {}

    /**
     * Stores the session and those of its bookings that changed.
     *
     * @param before as it was read and is held; empty for a new one
     * @return the version it has now
     */
    long store(HelpSession next, Optional<Versioned<HelpSession>> before);
}
