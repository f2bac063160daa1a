package org.partnershipfund.procurement.process;

import java.util.UUID;

/** The id of a contracting process. */
public record ProcessId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
