package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A process ended without a contract; what these selections reserved waits for a new one. */
public record ProcessCancelledV1(
        UUID processId,
        UUID fundId,
        int fiscalYear,
        UUID programId,
        String programName,
        UUID partnerId,
        String partnerName,
        String reason,
        List<UUID> selectionIds,
        Instant cancelledAt) {
    public ProcessCancelledV1 {
        selectionIds = List.copyOf(selectionIds);
    }
}
