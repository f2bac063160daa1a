package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Central office begins to buy a program for all schools that chose it. */
public record ProcessOpenedV1(
        UUID processId,
        UUID fundId,
        int fiscalYear,
        UUID programId,
        UUID partnerId,
        String serviceArea,
        String route,
        String method,
        MoneyV1 value,
        List<UUID> selectionIds,
        Instant openedAt) {
    public ProcessOpenedV1 {
        selectionIds = List.copyOf(selectionIds);
    }
}
