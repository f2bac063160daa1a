package org.partnershipfund.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A suspended program is on the menu again from a day on. */
public record ProgramReinstatedV1(
        UUID programId, UUID partnerId, UUID applicationId, LocalDate reinstatedOn, Instant reinstatedAt) {}
