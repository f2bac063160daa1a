package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A school leader submits the school's choice of partners for decision. */
public record SelectionSubmittedV1(
        UUID selectionId,
        int version,
        String digest,
        UUID fundId,
        int fiscalYear,
        String schoolCode,
        MoneyV1 total,
        List<SelectionLineV1> lines,
        Instant submittedAt) {
    public SelectionSubmittedV1 {
        lines = List.copyOf(lines);
    }
}
