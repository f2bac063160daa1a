package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/** A school takes its selection back; what is reserved for it is released. */
public record SelectionWithdrawnV1(
        UUID selectionId, int version, UUID fundId, String schoolCode, String reason, Instant withdrawnAt) {}
