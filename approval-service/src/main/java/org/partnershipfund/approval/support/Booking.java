package org.partnershipfund.approval.support;

import java.time.Instant;
import java.util.Optional;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A school's wish to come to a session; kept for good, whatever becomes of it.
 *
 * @param by who booked
 * @param attendance what the team recorded after the session began
 * @param revision how often it was written: 1 when it is made, one more with each change
 */
public record Booking(
        BookingId id,
        SchoolCode school,
        Person by,
        Instant at,
        Standing standing,
        Optional<Attendance> attendance,
        int revision) {

    /** Whether the school has a place. */
    public sealed interface Standing {

        /** It has one, since then. */
        record Confirmed(Instant since) implements Standing {}

        /** It waits for one. */
        record Waiting() implements Standing {}

        /** It no longer wants one. */
        record GivenUp(Person by, Instant at) implements Standing {}
    }

    /** Whether somebody of the school came, and what was talked about. */
    public record Attendance(boolean attended, String notes, Person by, Instant at) {}

    /** Whether the school still comes, or would. */
    public boolean stands() {
        return switch (standing) {
            case Standing.Confirmed _, Standing.Waiting _ -> true;
            case Standing.GivenUp _ -> false;
        };
    }

    /** Whether the school has a place. */
    public boolean hasPlace() {
        return standing instanceof Standing.Confirmed;
    }

    Booking with(Standing next) {
        return new Booking(id, school, by, at, next, attendance, revision + 1);
    }

    Booking with(Attendance recorded) {
        return new Booking(id, school, by, at, standing, Optional.of(recorded), revision + 1);
    }
}
