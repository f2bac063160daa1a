package org.partnershipfund.allocation.utilisation;

import java.util.UUID;

/** The id of one invoice, as procurement-service gave it. */
public record InvoiceId(UUID value) {}
