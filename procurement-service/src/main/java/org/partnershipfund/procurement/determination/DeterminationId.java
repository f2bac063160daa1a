package org.partnershipfund.procurement.determination;

import java.util.UUID;

/** The id of a written determination; the reference of the routes that rest on it. */
public record DeterminationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
