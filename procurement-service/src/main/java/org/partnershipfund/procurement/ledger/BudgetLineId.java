package org.partnershipfund.procurement.ledger;

import java.util.UUID;

/** The id of a restricted budget line. */
public record BudgetLineId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
