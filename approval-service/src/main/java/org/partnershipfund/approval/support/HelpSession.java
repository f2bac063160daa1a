package org.partnershipfund.approval.support;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.support.Booking.Attendance;
import org.partnershipfund.approval.support.Booking.Standing;
import org.partnershipfund.approval.support.SupportCalendar.Days;
import org.partnershipfund.approval.support.SupportRefusal.BookedAlready;
import org.partnershipfund.approval.support.SupportRefusal.BookingIsGivenUp;
import org.partnershipfund.approval.support.SupportRefusal.CapacityBelowBookings;
import org.partnershipfund.approval.support.SupportRefusal.NoPlaceInTheSession;
import org.partnershipfund.approval.support.SupportRefusal.NoSuchBooking;
import org.partnershipfund.approval.support.SupportRefusal.NowhereToMeet;
import org.partnershipfund.approval.support.SupportRefusal.SessionBegun;
import org.partnershipfund.approval.support.SupportRefusal.SessionEndsBeforeItBegins;
import org.partnershipfund.approval.support.SupportRefusal.SessionInThePast;
import org.partnershipfund.approval.support.SupportRefusal.SessionIsCancelled;
import org.partnershipfund.approval.support.SupportRefusal.SessionNotBegun;
import org.partnershipfund.approval.support.SupportRefusal.SessionOutsideItsDays;
import org.partnershipfund.approval.support.SupportRefusal.SessionTooLong;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Words;

/**
 * A session of the partnerships team that any school may come to: Planned → Cancelled. It knows its bookings, in the order
 * in which they were made; who finds no place waits in that order (§2, §3).
 */
public sealed interface HelpSession {

    /** The longest that a session lasts. */
    Duration LONGEST = Duration.ofHours(12);

    /** What never changes. */
    Announced announced();

    /** When and where, as it is now. */
    Slot slot();

    /** How often time, place or state changed since it was announced, for calendars. */
    int sequence();

    /** All bookings, given up ones too, in the order in which they were made. */
    List<Booking> bookings();

    /** When the session itself changed last; bookings do not count. */
    Instant changedAt();

    /** What never changes of a session. */
    record Announced(SessionId id, FundId fund, HelpKind kind, Person by, Instant at) {}

    /** It takes place. */
    record Planned(Announced announced, Slot slot, int sequence, List<Booking> bookings, Instant changedAt)
            implements HelpSession {
        public Planned {
            bookings = List.copyOf(bookings);
        }

        private Planned with(List<Booking> next) {
            return new Planned(announced, slot, sequence, next, changedAt);
        }
    }

    /** It does not; its bookings stay as they were. */
    record Cancelled(
            Announced announced,
            Slot slot,
            int sequence,
            List<Booking> bookings,
            String reason,
            Person by,
            Instant changedAt)
            implements HelpSession {
        public Cancelled {
            bookings = List.copyOf(bookings);
        }
    }

    /** Announces a session to come, on one of the days of its kind. */
    static Decision<HelpSession> announce(Announced announced, Slot slot, Days days) {
        return refusal(announced.kind(), slot, days, announced.at())
                .<Decision<HelpSession>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new Planned(announced, slot, 0, List.of(), announced.at())));
    }

    private static Optional<Refusal> refusal(HelpKind kind, Slot slot, Days days, Instant now) {
        if (slot.place().isEmpty() && slot.link().isEmpty()) {
            return Optional.of(new NowhereToMeet());
        }
        if (!slot.endsAt().isAfter(slot.startsAt())) {
            return Optional.of(new SessionEndsBeforeItBegins(slot.startsAt(), slot.endsAt()));
        }
        if (slot.endsAt().isAfter(slot.startsAt().plus(LONGEST))) {
            return Optional.of(new SessionTooLong(slot.startsAt(), slot.endsAt(), Math.toIntExact(LONGEST.toHours())));
        }
        if (!slot.startsAt().isAfter(now)) {
            return Optional.of(new SessionInThePast(slot.startsAt(), now));
        }
        LocalDate first = LocalDate.ofInstant(slot.startsAt(), Words.DISTRICT);
        LocalDate last = LocalDate.ofInstant(slot.endsAt(), Words.DISTRICT);
        return days.include(first) && days.include(last)
                ? Optional.empty()
                : Optional.of(new SessionOutsideItsDays(kind, slot.startsAt(), days.first(), days.last()));
    }

    /** Gives it another time, place or size, as long as it has not begun; a larger size moves up who waits. */
    static Decision<HelpSession> move(HelpSession session, Slot next, Days days, Instant now) {
        return planned(session, now, planned -> {
            Optional<Refusal> refused = refusal(planned.announced().kind(), next, days, now);
            if (refused.isPresent()) {
                return Decision.refuse(refused.get());
            }
            long taken = planned.bookings().stream().filter(Booking::hasPlace).count();
            if (taken > next.capacity()) {
                return Decision.refuse(new CapacityBelowBookings(next.capacity(), Math.toIntExact(taken)));
            }
            int sequence = planned.sequence() + (next.meetsOtherwiseThan(planned.slot()) ? 1 : 0);
            return Decision.accept(new Planned(
                    planned.announced(), next, sequence, movedUp(planned.bookings(), next.capacity(), now), now));
        });
    }

    /** Calls it off, as long as it has not begun. */
    static Decision<HelpSession> cancel(HelpSession session, String reason, Person by, Instant now) {
        return planned(
                session,
                now,
                planned -> Decision.accept(new Cancelled(
                        planned.announced(),
                        planned.slot(),
                        planned.sequence() + 1,
                        planned.bookings(),
                        reason,
                        by,
                        now)));
    }

    /** Books for a school until it begins: a place if there is one, otherwise the end of the waiting list. */
    static Decision<HelpSession> book(HelpSession session, BookingId id, SchoolCode school, Person by, Instant now) {
        return planned(session, now, planned -> {
            Optional<Booking> twin = planned.bookings().stream()
                    .filter(booking -> booking.school().equals(school) && booking.stands())
                    .findFirst();
            if (twin.isPresent()) {
                return Decision.refuse(new BookedAlready(school, twin.get().id()));
            }
            long taken = planned.bookings().stream().filter(Booking::hasPlace).count();
            Standing standing =
                    taken < planned.slot().capacity() ? new Standing.Confirmed(now) : new Standing.Waiting();
            List<Booking> next = new ArrayList<>(planned.bookings());
            next.add(new Booking(id, school, by, now, standing, Optional.empty(), 1));
            return Decision.accept(planned.with(next));
        });
    }

    /** Gives a booking up until the session begins; its place goes to the first who waits. */
    static Decision<HelpSession> giveUp(HelpSession session, BookingId id, Person by, Instant now) {
        return planned(session, now, planned -> {
            Optional<Booking> booking = booking(planned, id);
            if (booking.isEmpty()) {
                return Decision.refuse(new NoSuchBooking(id));
            }
            if (!booking.get().stands()) {
                return Decision.refuse(new BookingIsGivenUp(id));
            }
            List<Booking> without = planned.bookings().stream()
                    .map(one -> one.id().equals(id) ? one.with(new Standing.GivenUp(by, now)) : one)
                    .toList();
            return Decision.accept(planned.with(movedUp(without, planned.slot().capacity(), now)));
        });
    }

    private static List<Booking> movedUp(List<Booking> bookings, int capacity, Instant now) {
        long free = capacity - bookings.stream().filter(Booking::hasPlace).count();
        List<Booking> next = new ArrayList<>();
        for (Booking booking : bookings) {
            if (free > 0 && booking.standing() instanceof Standing.Waiting) {
                free--;
                next.add(booking.with(new Standing.Confirmed(now)));
            } else {
                next.add(booking);
            }
        }
        return next;
    }

    /** What the team saw of one booking. */
    record Seen(boolean attended, String notes) {}

    /** Records who came, from the beginning on; again, the later word counts. */
    static Decision<HelpSession> attend(HelpSession session, Map<BookingId, Seen> seen, Person by, Instant now) {
        return switch (session) {
            case Cancelled gone -> Decision.refuse(new SessionIsCancelled(gone.changedAt(), gone.reason()));
            case Planned planned -> {
                if (now.isBefore(planned.slot().startsAt())) {
                    yield Decision.refuse(new SessionNotBegun(planned.slot().startsAt()));
                }
                for (BookingId id : seen.keySet()) {
                    if (booking(planned, id).filter(Booking::hasPlace).isEmpty()) {
                        yield Decision.refuse(new NoPlaceInTheSession(id));
                    }
                }
                yield Decision.accept(planned.with(planned.bookings().stream()
                        .map(booking -> Optional.ofNullable(seen.get(booking.id()))
                                .map(what -> booking.with(new Attendance(what.attended(), what.notes(), by, now)))
                                .orElse(booking))
                        .toList()));
            }
        };
    }

    /** What is decided about a session that takes place and has not begun. */
    @FunctionalInterface
    interface Step {
        Decision<HelpSession> of(Planned planned);
    }

    private static Decision<HelpSession> planned(HelpSession session, Instant now, Step step) {
        return switch (session) {
            case Cancelled gone -> Decision.refuse(new SessionIsCancelled(gone.changedAt(), gone.reason()));
            case Planned planned ->
                now.isBefore(planned.slot().startsAt())
                        ? step.of(planned)
                        : Decision.refuse(new SessionBegun(planned.slot().startsAt()));
        };
    }

    /** One of its bookings. */
    static Optional<Booking> booking(HelpSession session, BookingId id) {
        return session.bookings().stream()
                .filter(booking -> booking.id().equals(id))
                .findFirst();
    }

    /** How many schools have a place. */
    default int taken() {
        return Math.toIntExact(bookings().stream().filter(Booking::hasPlace).count());
    }

    /** How many schools wait for one. */
    default int waiting() {
        return Math.toIntExact(bookings().stream()
                .filter(booking -> booking.standing() instanceof Standing.Waiting)
                .count());
    }
}
