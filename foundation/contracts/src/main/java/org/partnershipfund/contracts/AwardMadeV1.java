package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/** A process found the partner that it may lawfully contract. */
public record AwardMadeV1(
        UUID processId,
        UUID fundId,
        int fiscalYear,
        UUID programId,
        UUID partnerId,
        MoneyV1 amount,
        boolean asChosen,
        Instant awardedAt) {}
