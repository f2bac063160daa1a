package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.SelectionWithdrawnV2;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.usecase.ReserveSelection;

/** A school takes its selection back: give its money back to the line. */
@ApplicationScoped
class SelectionWithdrawnHandler implements EventHandler<SelectionWithdrawnV2> {

    // In which words stays with approval-service.
    private static final String WHY = "Withdrawn by the school";

    private final ReserveSelection reserve;

    SelectionWithdrawnHandler(ReserveSelection reserve) {
        this.reserve = reserve;
    }

    @Override
    public EventType<SelectionWithdrawnV2> type() {
        return Events.SELECTION_WITHDRAWN;
    }

    @Override
    public Outcome handle(SelectionWithdrawnV2 data, Heard heard) {
        return Outcomes.of(
                () -> new SchoolCode(data.schoolCode()),
                school -> Outcomes.of(reserve.withdraw(
                        data.selectionId(), data.version(), new FundId(data.fundId()), school, WHY, heard.id())));
    }
}
