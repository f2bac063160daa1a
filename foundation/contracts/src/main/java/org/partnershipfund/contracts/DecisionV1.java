package org.partnershipfund.contracts;

import java.time.Instant;

/** A step of approval and when it was decided; the newest decision of each step. */
public record DecisionV1(String step, Instant decidedAt) {}
