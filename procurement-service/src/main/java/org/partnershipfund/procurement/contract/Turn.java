package org.partnershipfund.procurement.contract;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Who ended, halted or took up a contract again, why, and from which day on.
 *
 * @param on the day in the district
 */
public record Turn(Person by, String reason, LocalDate on, Instant at) {}
