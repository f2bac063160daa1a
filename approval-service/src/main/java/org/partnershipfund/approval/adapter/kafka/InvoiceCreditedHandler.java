package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.selection.Refund;
import org.partnershipfund.approval.selection.Refunds;
import org.partnershipfund.approval.selection.Selections.Purse;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.InvoiceCreditedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** A partner gave back what had been paid: the school may select it again. */
@ApplicationScoped
class InvoiceCreditedHandler implements EventHandler<InvoiceCreditedV1> {

    private final Refunds refunds;

    InvoiceCreditedHandler(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public EventType<InvoiceCreditedV1> type() {
        return Events.INVOICE_CREDITED;
    }

    @Override
    public Outcome handle(InvoiceCreditedV1 data, Heard heard) {
        return Outcomes.of(() -> told(data), told -> {
            told.ifPresent(refunds::add);
            return Outcome.done();
        });
    }

    /** What was credited before it was paid is open on its contract again, and was never back on the line. */
    private static Optional<Refund> told(InvoiceCreditedV1 data) {
        Money returned = data.returned().money();
        return returned.equals(Money.ZERO)
                ? Optional.empty()
                : Optional.of(new Refund(
                        data.creditNoteId(),
                        data.contractId(),
                        new Purse(new FundId(data.fundId()), new SchoolCode(data.schoolCode())),
                        returned,
                        data.creditedAt()));
    }
}
