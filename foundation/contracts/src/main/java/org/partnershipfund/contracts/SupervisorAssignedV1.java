package org.partnershipfund.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An Instructional Superintendent answers for a school from one day to another; said again when the end changes. */
public record SupervisorAssignedV1(
        UUID assignmentId,
        String schoolCode,
        PersonV1 supervisor,
        LocalDate from,
        @Nullable LocalDate until,
        Instant assignedAt) {}
