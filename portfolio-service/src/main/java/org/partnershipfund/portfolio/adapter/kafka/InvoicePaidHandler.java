package org.partnershipfund.portfolio.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.InvoicePaidV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.usecase.HearFunding;

/** An invoice is paid: the program it was for has received it (catalogue §8), and its partner is told. */
@ApplicationScoped
class InvoicePaidHandler implements EventHandler<InvoicePaidV1> {

    private final HearFunding funding;
    private final PartnersAreTold told;

    InvoicePaidHandler(HearFunding funding, PartnersAreTold told) {
        this.funding = funding;
        this.told = told;
    }

    @Override
    public EventType<InvoicePaidV1> type() {
        return Events.INVOICE_PAID;
    }

    @Override
    public Outcome handle(InvoicePaidV1 data, Heard heard) {
        Money amount;
        try {
            amount = data.amount().money();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Outcome.Unusable(String.valueOf(e.getMessage()));
        }
        funding.paid(data.invoiceId(), data.contractId(), amount);
        told.ofPayment(data, heard);
        return Outcome.done();
    }
}
