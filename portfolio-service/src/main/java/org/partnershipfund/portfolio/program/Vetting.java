package org.partnershipfund.portfolio.program;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That a program is on the menu.
 *
 * @param application by which it was vetted
 * @param until the last day that counts
 */
public record Vetting(UUID application, UUID cycle, ServiceArea category, LocalDate from, LocalDate until) {}
