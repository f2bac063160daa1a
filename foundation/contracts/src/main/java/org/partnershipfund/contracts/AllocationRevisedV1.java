package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/** A school's allocation is another from now on; more only out of what another school gave up. */
public record AllocationRevisedV1(
        UUID revisionId,
        UUID allocationId,
        UUID fundId,
        String schoolCode,
        MoneyV1 before,
        MoneyV1 after,
        String reason,
        Instant revisedAt) {}
