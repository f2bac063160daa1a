package org.partnershipfund.procurement.contract;

import java.util.UUID;

/** The id of a contract. */
public record ContractId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
