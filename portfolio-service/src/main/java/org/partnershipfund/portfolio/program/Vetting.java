package org.partnershipfund.portfolio.program;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That a program is on the menu.
 *
 * @param application by which it was vetted
 * @param category its code in the cycle
 * @param until the last day that counts
 */
public record Vetting(UUID application, UUID cycle, String category, LocalDate from, LocalDate until) {}
