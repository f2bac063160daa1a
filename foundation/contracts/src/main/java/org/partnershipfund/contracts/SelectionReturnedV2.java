package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/** A selection goes back to its school; who decided so, not in which words: those stay with approval-service. */
public record SelectionReturnedV2(
        UUID selectionId, int version, UUID fundId, String schoolCode, String returnedBy, Instant returnedAt) {}
