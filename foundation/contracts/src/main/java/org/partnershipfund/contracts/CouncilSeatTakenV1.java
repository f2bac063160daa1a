package org.partnershipfund.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person sits on a School Site Council from one day to another; said again when the end changes. */
public record CouncilSeatTakenV1(
        UUID seatId,
        String schoolCode,
        String group,
        PersonV1 member,
        LocalDate from,
        @Nullable LocalDate until,
        Instant takenAt) {}
