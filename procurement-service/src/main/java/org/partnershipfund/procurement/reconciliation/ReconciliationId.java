package org.partnershipfund.procurement.reconciliation;

import java.util.UUID;

/** The id of a reconciliation. */
public record ReconciliationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
