package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/** The money was free and is taken off the school's line. */
public record RevisionAcceptedV1(UUID revisionId, UUID fundId, String schoolCode, MoneyV1 amount, Instant acceptedAt) {}
