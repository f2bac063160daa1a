package org.partnershipfund.allocation.baseline;

import java.util.UUID;

/** The id of one line of a notice. */
public record FundingId(UUID value) {}
