package org.partnershipfund.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A program is on the menu of the Opportunity Portfolio from one day to another; vetting, not procurement. */
public record ProgramVettedV1(
        UUID programId,
        UUID partnerId,
        UUID applicationId,
        UUID cycleId,
        String category,
        LocalDate validFrom,
        LocalDate validUntil,
        Instant vettedAt) {}
