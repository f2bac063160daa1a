package org.partnershipfund.procurement.invoice;

import java.time.Instant;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.procurement.contract.Contract;

/** What others learn about an invoice. */
public sealed interface InvoiceEvent extends DomainEvent {

    /** The money has left the lines. */
    record InvoicePaid(Invoice.Paid invoice, Contract.Terms contract, Instant at) implements InvoiceEvent {}
}
