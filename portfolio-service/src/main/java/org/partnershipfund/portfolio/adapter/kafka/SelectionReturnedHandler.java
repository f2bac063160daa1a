package org.partnershipfund.portfolio.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.SelectionReturnedV2;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.portfolio.usecase.HearFunding;

/**
 * A selection goes back to its school, also one that was approved: its programs are chosen by one school less (catalogue §8), and
 * its partner is told.
 */
@ApplicationScoped
class SelectionReturnedHandler implements EventHandler<SelectionReturnedV2> {

    private final HearFunding funding;
    private final PartnersAreTold told;

    SelectionReturnedHandler(HearFunding funding, PartnersAreTold told) {
        this.funding = funding;
        this.told = told;
    }

    @Override
    public EventType<SelectionReturnedV2> type() {
        return Events.SELECTION_RETURNED;
    }

    @Override
    public Outcome handle(SelectionReturnedV2 data, Heard heard) {
        funding.ended(data.selectionId(), data.version());
        told.ofReturn(data, heard);
        return Outcome.done();
    }
}
