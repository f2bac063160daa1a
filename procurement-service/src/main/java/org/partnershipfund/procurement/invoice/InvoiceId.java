package org.partnershipfund.procurement.invoice;

import java.util.UUID;

/** The id of an invoice. */
public record InvoiceId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
