package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A partner offers a program: what it serves, for whom, at what price. */
public record ProgramRegisteredV1(
        UUID programId,
        UUID partnerId,
        String partnerName,
        String name,
        String serviceArea,
        List<String> grades,
        int capacity,
        PriceSheetV1 priceSheet,
        Instant registeredAt) {
    public ProgramRegisteredV1 {
        grades = List.copyOf(grades);
    }
}
