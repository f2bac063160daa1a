package org.partnershipfund.portfolio.cycle;

import java.util.UUID;

/** The id of one cycle. */
public record CycleId(UUID value) {}
