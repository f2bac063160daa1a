package org.partnershipfund.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the district found about an organisation, by status and last day only. */
public record ClearanceRecordedV1(
        UUID partnerId,
        String kind,
        String status,
        @Nullable LocalDate expiresOn,
        Instant recordedAt) {}
