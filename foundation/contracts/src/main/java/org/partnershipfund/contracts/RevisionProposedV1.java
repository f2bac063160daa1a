package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/** A school's allocation is to become smaller; the ledger is asked whether the money is still free. */
public record RevisionProposedV1(
        UUID revisionId, UUID fundId, String schoolCode, MoneyV1 amount, String reason, Instant proposedAt) {}
