package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.selection.CancelledPurchase;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.FollowProcurement;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.ProcessCancelledV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** Central office gave up a purchase: its schools are told, and what it awarded is void. */
@ApplicationScoped
class ProcessCancelledHandler implements EventHandler<ProcessCancelledV1> {

    private final FollowProcurement follow;

    ProcessCancelledHandler(FollowProcurement follow) {
        this.follow = follow;
    }

    @Override
    public EventType<ProcessCancelledV1> type() {
        return Events.PROCESS_CANCELLED;
    }

    @Override
    public Outcome handle(ProcessCancelledV1 data, Heard heard) {
        var purchase = new CancelledPurchase(
                data.processId(), data.programName(), data.partnerName(), data.reason(), data.cancelledAt());
        // In the order of their ids, as whoever changes several of them holds them.
        for (var id : data.selectionIds().stream().sorted().toList()) {
            var selection = new SelectionId(id);
            if (!follow.cancelled(selection, purchase)) {
                return Outcomes.about(selection, false);
            }
        }
        return Outcome.done();
    }
}
