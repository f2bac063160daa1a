package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A program, its capacity or its price sheet is another from now on. */
public record ProgramChangedV1(
        UUID programId,
        UUID partnerId,
        String partnerName,
        String name,
        String serviceArea,
        List<String> grades,
        int capacity,
        PriceSheetV1 priceSheet,
        Instant changedAt) {
    public ProgramChangedV1 {
        grades = List.copyOf(grades);
    }
}
