package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/** The fund's year is over: what no contract claims lapses; what one claims is still paid from the same line. */
public record FundClosedV1(UUID fundId, int fiscalYear, Instant closedAt) {}
