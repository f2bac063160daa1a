package org.partnershipfund.allocation.opportunityindex;

import java.util.UUID;

/** The id of one index set. */
public record IndexSetId(UUID value) {}
