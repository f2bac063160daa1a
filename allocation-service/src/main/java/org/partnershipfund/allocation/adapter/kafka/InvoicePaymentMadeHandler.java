package org.partnershipfund.allocation.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeMap;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.usecase.HearSpending;
import org.partnershipfund.allocation.utilisation.ContractId;
import org.partnershipfund.allocation.utilisation.InvoiceId;
import org.partnershipfund.allocation.utilisation.PaymentPart;
import org.partnershipfund.allocation.utilisation.Shares;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.InvoicePaymentMadeV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** The city paid all or part of an invoice: so much of what its schools were allocated has reached a partner. */
@ApplicationScoped
class InvoicePaymentMadeHandler implements EventHandler<InvoicePaymentMadeV1> {

    private final HearSpending hear;

    InvoicePaymentMadeHandler(HearSpending hear) {
        this.hear = hear;
    }

    @Override
    public EventType<InvoicePaymentMadeV1> type() {
        return Events.INVOICE_PAYMENT_MADE;
    }

    @Override
    public Outcome handle(InvoicePaymentMadeV1 data, Heard heard) {
        return Outcomes.of(
                () -> told(data),
                told -> hear.knows(told.contract())
                        ? Outcomes.of(hear.paid(told))
                        : new Outcome.Ahead(ContractExecutedHandler.awaited(told.contract())));
    }

    private static PaymentPart told(InvoicePaymentMadeV1 data) {
        var payments = new TreeMap<SchoolCode, Money>();
        data.payments()
                .forEach(payment -> payments.merge(
                        new SchoolCode(payment.schoolCode()), payment.amount().money(), Money::plus));
        return new PaymentPart(
                data.paymentId(),
                new InvoiceId(data.invoiceId()),
                new ContractId(data.contractId()),
                new FundId(data.fundId()),
                new Shares(payments).addingUpTo(data.amount().money()),
                data.madeAt());
    }
}
