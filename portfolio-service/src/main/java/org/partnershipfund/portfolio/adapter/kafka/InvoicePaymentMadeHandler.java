package org.partnershipfund.portfolio.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.InvoicePaymentMadeV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.usecase.HearFunding;

/** The city paid all or part of an invoice: the program it was for has received so much (catalogue §8). */
@ApplicationScoped
class InvoicePaymentMadeHandler implements EventHandler<InvoicePaymentMadeV1> {

    private final HearFunding funding;

    InvoicePaymentMadeHandler(HearFunding funding) {
        this.funding = funding;
    }

    @Override
    public EventType<InvoicePaymentMadeV1> type() {
        return Events.INVOICE_PAYMENT_MADE;
    }

    @Override
    public Outcome handle(InvoicePaymentMadeV1 data, Heard heard) {
        Money amount;
        try {
            amount = data.amount().money();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Outcome.Unusable(String.valueOf(e.getMessage()));
        }
        if (amount.isNegative()) {
            return new Outcome.Unusable("amount is %s, which is below nothing".formatted(amount));
        }
        funding.paidPart(data.paymentId(), data.invoiceId(), data.contractId(), amount);
        return Outcome.done();
    }
}
