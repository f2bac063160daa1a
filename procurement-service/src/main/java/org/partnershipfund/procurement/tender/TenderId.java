package org.partnershipfund.procurement.tender;

import java.util.UUID;

/** The id of a tender. */
public record TenderId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
