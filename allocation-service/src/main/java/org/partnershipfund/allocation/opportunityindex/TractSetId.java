package org.partnershipfund.allocation.opportunityindex;

import java.util.UUID;

/** The id of one set of census tracts. */
public record TractSetId(UUID value) {}
