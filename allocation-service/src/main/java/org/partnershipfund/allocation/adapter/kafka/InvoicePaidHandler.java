package org.partnershipfund.allocation.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeMap;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.usecase.HearSpending;
import org.partnershipfund.allocation.utilisation.ContractId;
import org.partnershipfund.allocation.utilisation.InvoiceId;
import org.partnershipfund.allocation.utilisation.PaidInvoice;
import org.partnershipfund.allocation.utilisation.Shares;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.InvoicePaidV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** An invoice is paid: so much of what its schools were allocated has reached a partner. */
@ApplicationScoped
class InvoicePaidHandler implements EventHandler<InvoicePaidV1> {

    private final HearSpending hear;

    InvoicePaidHandler(HearSpending hear) {
        this.hear = hear;
    }

    @Override
    public EventType<InvoicePaidV1> type() {
        return Events.INVOICE_PAID;
    }

    @Override
    public Outcome handle(InvoicePaidV1 data, Heard heard) {
        return Outcomes.of(
                () -> told(data),
                told -> hear.knows(told.contract())
                        ? Outcomes.of(hear.paid(told))
                        : new Outcome.Ahead(ContractExecutedHandler.awaited(told.contract())));
    }

    private static PaidInvoice told(InvoicePaidV1 data) {
        var payments = new TreeMap<SchoolCode, Money>();
        data.payments()
                .forEach(payment -> payments.merge(
                        new SchoolCode(payment.schoolCode()), payment.amount().money(), Money::plus));
        return new PaidInvoice(
                new InvoiceId(data.invoiceId()),
                new ContractId(data.contractId()),
                new FundId(data.fundId()),
                new Shares(payments).addingUpTo(data.amount().money()),
                data.paidAt());
    }
}
