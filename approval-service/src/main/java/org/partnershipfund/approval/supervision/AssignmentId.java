package org.partnershipfund.approval.supervision;

import java.util.UUID;

/** The id of one assignment. */
public record AssignmentId(UUID value) {}
