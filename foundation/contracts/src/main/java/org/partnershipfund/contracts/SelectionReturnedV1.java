package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/** A selection goes back to its school, with reasons. */
public record SelectionReturnedV1(
        UUID selectionId,
        int version,
        UUID fundId,
        String schoolCode,
        String returnedBy,
        String reasons,
        Instant returnedAt) {}
