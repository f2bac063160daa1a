package org.partnershipfund.approval.supervision;

import java.util.UUID;

/** The id of one delegation. */
public record DelegationId(UUID value) {}
