package org.partnershipfund.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A contract is signed, certified and encumbered; services may begin. */
public record ContractExecutedV1(
        UUID contractId,
        UUID processId,
        UUID fundId,
        int fiscalYear,
        UUID programId,
        UUID partnerId,
        MoneyV1 amount,
        LocalDate startsOn,
        LocalDate endsOn,
        List<ContractShareV1> shares,
        Instant executedAt) {
    public ContractExecutedV1 {
        shares = List.copyOf(shares);
    }
}
