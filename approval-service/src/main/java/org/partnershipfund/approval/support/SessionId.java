package org.partnershipfund.approval.support;

import java.util.UUID;

/** Which help session. */
public record SessionId(UUID value) {}
