package org.partnershipfund.portfolio.clearance;

import java.util.UUID;

/** The id of one finding about an organisation. */
public record ClearanceId(UUID value) {}
