package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/** A program asks to be vetted in a cycle. */
public record ApplicationSubmittedV1(
        UUID applicationId, UUID programId, UUID partnerId, UUID cycleId, String category, Instant submittedAt) {}
