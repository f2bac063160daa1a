package org.partnershipfund.approval.council;

import java.util.UUID;

/** The id of one motion. */
public record MotionId(UUID value) {}
