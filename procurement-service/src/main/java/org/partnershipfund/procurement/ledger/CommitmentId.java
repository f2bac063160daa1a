package org.partnershipfund.procurement.ledger;

import java.util.UUID;

/** The id of an amount set aside. */
public record CommitmentId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
