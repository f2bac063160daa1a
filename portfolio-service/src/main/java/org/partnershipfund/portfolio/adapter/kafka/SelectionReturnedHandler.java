package org.partnershipfund.portfolio.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.SelectionReturnedV2;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.portfolio.usecase.HearFunding;

/** A selection goes back to its school, also one that was approved: its programs are chosen by one school less (catalogue §8). */
@ApplicationScoped
class SelectionReturnedHandler implements EventHandler<SelectionReturnedV2> {

    private final HearFunding funding;

    SelectionReturnedHandler(HearFunding funding) {
        this.funding = funding;
    }

    @Override
    public EventType<SelectionReturnedV2> type() {
        return Events.SELECTION_RETURNED;
    }

    @Override
    public Outcome handle(SelectionReturnedV2 data, Heard heard) {
        funding.ended(data.selectionId(), data.version());
        return Outcome.done();
    }
}
