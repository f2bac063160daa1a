package org.partnershipfund.approval.council;

import java.util.UUID;

/** The id of one seat. */
public record SeatId(UUID value) {}
