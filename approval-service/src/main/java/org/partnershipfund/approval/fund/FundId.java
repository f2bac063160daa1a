package org.partnershipfund.approval.fund;

import java.util.UUID;

/** The id of one fund, given by allocation-service. */
public record FundId(UUID value) {}
