package org.partnershipfund.allocation.school;

import java.util.UUID;

/** The id of one enrolment snapshot. */
public record SnapshotId(UUID value) {}
