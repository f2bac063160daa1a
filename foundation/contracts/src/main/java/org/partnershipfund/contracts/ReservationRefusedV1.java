package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/** The money of an approved selection cannot be set aside; the selection goes back to its school. */
public record ReservationRefusedV1(
        UUID selectionId,
        int version,
        UUID fundId,
        String schoolCode,
        MoneyV1 requested,
        MoneyV1 available,
        String reason,
        Instant refusedAt) {}
