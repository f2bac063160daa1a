package org.partnershipfund.procurement.invoice;

import java.time.Instant;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.invoice.Settlement.CreditNote;
import org.partnershipfund.procurement.invoice.Settlement.Payment;

/** What others learn about an invoice. */
public sealed interface InvoiceEvent extends DomainEvent {

    /** Some of it has left the lines; said of every payment, also of the one that settles it. */
    record PaymentMade(Invoice invoice, Payment payment, Contract.Terms contract, Instant at) implements InvoiceEvent {}

    /** All that was due has left the lines. */
    record InvoicePaid(Invoice.Paid invoice, Contract.Terms contract, Instant at) implements InvoiceEvent {}

    /** Some of it is not asked for any more, or has come back to the line. */
    record InvoiceCredited(Invoice invoice, CreditNote note, Contract.Terms contract, Instant at)
            implements InvoiceEvent {}
}
