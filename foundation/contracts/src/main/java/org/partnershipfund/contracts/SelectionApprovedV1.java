package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Council, superintendent and budget office have agreed; the money may be reserved. */
public record SelectionApprovedV1(
        UUID selectionId,
        int version,
        String digest,
        UUID fundId,
        int fiscalYear,
        String schoolCode,
        MoneyV1 total,
        List<SelectionLineV1> lines,
        List<DecisionV1> decisions,
        Instant approvedAt) {
    public SelectionApprovedV1 {
        lines = List.copyOf(lines);
        decisions = List.copyOf(decisions);
    }
}
