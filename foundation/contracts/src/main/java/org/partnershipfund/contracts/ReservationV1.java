package org.partnershipfund.contracts;

import java.util.UUID;

/** What was set aside for one line of a selection. */
public record ReservationV1(UUID lineId, UUID commitmentId, MoneyV1 amount) {}
