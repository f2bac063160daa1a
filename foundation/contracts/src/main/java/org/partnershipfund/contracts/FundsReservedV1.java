package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The money of an approved selection is set aside on the school's line. */
public record FundsReservedV1(
        UUID selectionId,
        int version,
        UUID fundId,
        String schoolCode,
        MoneyV1 total,
        List<ReservationV1> reservations,
        Instant reservedAt) {
    public FundsReservedV1 {
        reservations = List.copyOf(reservations);
    }
}
