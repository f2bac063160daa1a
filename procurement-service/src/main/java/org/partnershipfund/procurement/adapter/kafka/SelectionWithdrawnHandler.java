package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.SelectionWithdrawnV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.usecase.ReserveSelection;

/** A school takes its selection back: give its money back to the line. */
@ApplicationScoped
class SelectionWithdrawnHandler implements EventHandler<SelectionWithdrawnV1> {

    private final ReserveSelection reserve;

    SelectionWithdrawnHandler(ReserveSelection reserve) {
        this.reserve = reserve;
    }

    @Override
    public EventType<SelectionWithdrawnV1> type() {
        return Events.SELECTION_WITHDRAWN;
    }

    @Override
    public Outcome handle(SelectionWithdrawnV1 data, Heard heard) {
        return Outcomes.of(
                () -> new SchoolCode(data.schoolCode()),
                school -> Outcomes.of(reserve.withdraw(
                        data.selectionId(),
                        data.version(),
                        new FundId(data.fundId()),
                        school,
                        data.reason(),
                        heard.id())));
    }
}
