package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.util.UUID;

/**
 * Central office gave up buying by this process: what it awarded is void, and what the school reserved waits for a new one.
 *
 * <p>Source: docs/policy/approval.md §6.6.
 */
public record CancelledPurchase(UUID process, String programName, String partnerName, String reason, Instant at) {}
