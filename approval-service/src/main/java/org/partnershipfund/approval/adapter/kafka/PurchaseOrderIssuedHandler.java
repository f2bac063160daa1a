package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.selection.PurchaseOrder;
import org.partnershipfund.approval.selection.PurchaseOrders;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.PurchaseOrderIssuedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** A contract has its requisition and purchase order: the progress of its selections shows them. */
@ApplicationScoped
class PurchaseOrderIssuedHandler implements EventHandler<PurchaseOrderIssuedV1> {

    private final PurchaseOrders orders;

    PurchaseOrderIssuedHandler(PurchaseOrders orders) {
        this.orders = orders;
    }

    @Override
    public EventType<PurchaseOrderIssuedV1> type() {
        return Events.PURCHASE_ORDER_ISSUED;
    }

    @Override
    public Outcome handle(PurchaseOrderIssuedV1 data, Heard heard) {
        orders.add(new PurchaseOrder(
                data.contractId(),
                data.requisition(),
                data.purchaseOrder(),
                data.startsOn(),
                data.endsOn(),
                data.issuedAt()));
        return Outcome.done();
    }
}
