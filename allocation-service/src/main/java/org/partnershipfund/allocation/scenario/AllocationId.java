package org.partnershipfund.allocation.scenario;

import java.util.UUID;

/** The id of what one scenario says about one school. */
public record AllocationId(UUID value) {}
