package org.partnershipfund.portfolio.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.InvoiceCreditedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.usecase.HearFunding;

/** A credit note gave back what had been paid: the program it was for has received so much less (catalogue §8). */
@ApplicationScoped
class InvoiceCreditedHandler implements EventHandler<InvoiceCreditedV1> {

    private final HearFunding funding;

    InvoiceCreditedHandler(HearFunding funding) {
        this.funding = funding;
    }

    @Override
    public EventType<InvoiceCreditedV1> type() {
        return Events.INVOICE_CREDITED;
    }

    @Override
    public Outcome handle(InvoiceCreditedV1 data, Heard heard) {
        Money amount;
        try {
            amount = data.returned().money();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Outcome.Unusable(String.valueOf(e.getMessage()));
        }
        if (amount.isNegative()) {
            return new Outcome.Unusable("returned is %s, which is below nothing".formatted(amount));
        }
        funding.returned(data.creditNoteId(), data.contractId(), amount);
        return Outcome.done();
    }
}
