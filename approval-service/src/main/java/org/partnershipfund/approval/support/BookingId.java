package org.partnershipfund.approval.support;

import java.util.UUID;

/** Which booking. */
public record BookingId(UUID value) {}
