package org.partnershipfund.procurement.adapter.db;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.UUID;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.invoice.Invoices;

/**
 * Every change of an invoice is published, as far as it may be seen: soon after it. A release shows its whole process, so
 * publishing it with the change would let everybody who pays on a large contract wait for everybody else.
 */
@Decorator
@Priority(1)
abstract class DisclosedInvoices implements Invoices {

    @Inject
    @Delegate
    @Any
    Invoices invoices;

    @Inject
    Disclosing disclosing;

    @Override
    public long add(Invoice invoice, UUID fund) {
        long version = invoices.add(invoice, fund);
        disclosing.changedOften(invoice.bill().process());
        return version;
    }

    @Override
    public long store(Invoice next, UUID fund, Versioned<Invoice> read) {
        long version = invoices.store(next, fund, read);
        disclosing.changedOften(next.bill().process());
        return version;
    }
}
