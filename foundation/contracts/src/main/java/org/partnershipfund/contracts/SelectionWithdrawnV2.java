package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/** A school takes its selection back; what is reserved for it is released. Why stays with approval-service. */
public record SelectionWithdrawnV2(
        UUID selectionId, int version, UUID fundId, String schoolCode, Instant withdrawnAt) {}
