package org.partnershipfund.portfolio.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.SelectionWithdrawnV2;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.portfolio.usecase.HearFunding;

/** A school takes its selection back: its programs are chosen by one school less (catalogue §8), and its partner is told. */
@ApplicationScoped
class SelectionWithdrawnHandler implements EventHandler<SelectionWithdrawnV2> {

    private final HearFunding funding;
    private final PartnersAreTold told;

    SelectionWithdrawnHandler(HearFunding funding, PartnersAreTold told) {
        this.funding = funding;
        this.told = told;
    }

    @Override
    public EventType<SelectionWithdrawnV2> type() {
        return Events.SELECTION_WITHDRAWN;
    }

    @Override
    public Outcome handle(SelectionWithdrawnV2 data, Heard heard) {
        funding.ended(data.selectionId(), data.version());
        told.ofWithdrawal(data, heard);
        return Outcome.done();
    }
}
