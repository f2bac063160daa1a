package org.partnershipfund.allocation.opportunityindex;

import java.util.UUID;

/** The id of one version of an index model. */
public record IndexModelId(UUID value) {}
