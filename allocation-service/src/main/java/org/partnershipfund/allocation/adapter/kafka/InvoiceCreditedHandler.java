package org.partnershipfund.allocation.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.usecase.HearSpending;
import org.partnershipfund.allocation.utilisation.ContractId;
import org.partnershipfund.allocation.utilisation.InvoiceId;
import org.partnershipfund.allocation.utilisation.MoneyReturned;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.InvoiceCreditedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** A partner gave a credit note: what of it had been paid is on the school's line again. */
@ApplicationScoped
class InvoiceCreditedHandler implements EventHandler<InvoiceCreditedV1> {

    private final HearSpending hear;

    InvoiceCreditedHandler(HearSpending hear) {
        this.hear = hear;
    }

    @Override
    public EventType<InvoiceCreditedV1> type() {
        return Events.INVOICE_CREDITED;
    }

    @Override
    public Outcome handle(InvoiceCreditedV1 data, Heard heard) {
        return Outcomes.of(() -> told(data), told -> {
            if (told.isEmpty()) {
                // What was credited before it was paid was never counted.
                return Outcome.done();
            }
            return hear.knows(told.get().contract())
                    ? Outcomes.of(hear.returned(told.get()))
                    : new Outcome.Ahead(
                            ContractExecutedHandler.awaited(told.get().contract()));
        });
    }

    private static Optional<MoneyReturned> told(InvoiceCreditedV1 data) {
        Money returned = data.returned().money();
        return returned.equals(Money.ZERO)
                ? Optional.empty()
                : Optional.of(new MoneyReturned(
                        data.creditNoteId(),
                        new InvoiceId(data.invoiceId()),
                        new ContractId(data.contractId()),
                        new FundId(data.fundId()),
                        new SchoolCode(data.schoolCode()),
                        returned,
                        data.creditedAt()));
    }
}
