package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/** The money is committed already; the allocation stays as it is. */
public record RevisionRefusedV1(
        UUID revisionId,
        UUID fundId,
        String schoolCode,
        MoneyV1 amount,
        MoneyV1 available,
        String reason,
        Instant refusedAt) {}
