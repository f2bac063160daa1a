package org.partnershipfund.approval.council;

import java.util.UUID;

/** The id of one associate. */
public record AssociateId(UUID value) {}
