package org.partnershipfund.portfolio.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.PurchaseOrderIssuedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** A contract has its numbers: its partner is told before services begin. */
@ApplicationScoped
class PurchaseOrderIssuedHandler implements EventHandler<PurchaseOrderIssuedV1> {

    private final PartnersAreTold told;

    PurchaseOrderIssuedHandler(PartnersAreTold told) {
        this.told = told;
    }

    @Override
    public EventType<PurchaseOrderIssuedV1> type() {
        return Events.PURCHASE_ORDER_ISSUED;
    }

    @Override
    public Outcome handle(PurchaseOrderIssuedV1 data, Heard heard) {
        told.ofOrder(data, heard);
        return Outcome.done();
    }
}
