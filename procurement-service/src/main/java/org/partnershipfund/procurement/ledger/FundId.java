package org.partnershipfund.procurement.ledger;

import java.util.UUID;

/** The id of a fund, as allocation-service gave it. */
public record FundId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
