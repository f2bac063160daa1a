package org.partnershipfund.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who is no pupil sits on a School Site Council from one day to another; said again when the end changes, or
 * when the seat never comes to be.
 *
 * @param leads whether it is the principal's seat
 * @param cancelled whether the seat never came to be: what was said of it before counts for no day
 */
public record CouncilSeatTakenV2(
        UUID seatId,
        String schoolCode,
        boolean leads,
        PersonV1 member,
        LocalDate from,
        @Nullable LocalDate until,
        boolean cancelled,
        Instant takenAt) {}
