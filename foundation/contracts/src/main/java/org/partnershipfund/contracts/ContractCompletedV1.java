package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A contract was delivered and paid; what nobody claimed is released. */
public record ContractCompletedV1(
        UUID contractId,
        UUID processId,
        UUID fundId,
        int fiscalYear,
        UUID programId,
        UUID partnerId,
        List<ContractShareV1> shares,
        Instant completedAt) {
    public ContractCompletedV1 {
        shares = List.copyOf(shares);
    }
}
