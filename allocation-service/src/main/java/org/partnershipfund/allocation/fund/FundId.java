package org.partnershipfund.allocation.fund;

import java.util.UUID;

/** The id of one fund. */
public record FundId(UUID value) {}
