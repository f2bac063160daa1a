package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A contract ended before its time, or was given up as a draft; its schools are free to select again. */
public record ContractTerminatedV1(
        UUID contractId,
        UUID processId,
        UUID fundId,
        int fiscalYear,
        UUID programId,
        UUID partnerId,
        boolean executed,
        List<ContractShareV1> shares,
        Instant terminatedAt) {
    public ContractTerminatedV1 {
        shares = List.copyOf(shares);
    }
}
