package org.partnershipfund.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A vetted program is off the menu from a day on, until it is reinstated; why stays with portfolio-service. */
public record ProgramSuspendedV1(
        UUID programId, UUID partnerId, UUID applicationId, LocalDate suspendedFrom, Instant suspendedAt) {}
