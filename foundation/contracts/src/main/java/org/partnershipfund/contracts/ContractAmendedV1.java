package org.partnershipfund.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Both sides agreed to other amounts, or another last day, of a contract that binds. */
public record ContractAmendedV1(
        UUID contractId,
        UUID processId,
        UUID fundId,
        int fiscalYear,
        UUID programId,
        UUID partnerId,
        int number,
        MoneyV1 amount,
        LocalDate endsOn,
        List<ContractShareV1> shares,
        Instant amendedAt) {
    public ContractAmendedV1 {
        shares = List.copyOf(shares);
    }
}
