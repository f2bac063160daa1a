package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/** A program is at a school in a fiscal year, whoever pays for it. */
public record PartnershipRegisteredV1(
        UUID partnershipId,
        UUID programId,
        String schoolCode,
        int fiscalYear,
        String funding,
        boolean illustrative,
        Instant registeredAt) {}
