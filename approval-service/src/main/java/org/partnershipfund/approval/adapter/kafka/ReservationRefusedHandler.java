package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.FollowProcurement;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.ReservationRefusedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** The ledger could not set the money aside: the selection goes back to its school, with the ledger's reason. */
@ApplicationScoped
class ReservationRefusedHandler implements EventHandler<ReservationRefusedV1> {

    private final FollowProcurement follow;

    ReservationRefusedHandler(FollowProcurement follow) {
        this.follow = follow;
    }

    @Override
    public EventType<ReservationRefusedV1> type() {
        return Events.RESERVATION_REFUSED;
    }

    @Override
    public Outcome handle(ReservationRefusedV1 data, Heard heard) {
        var selection = new SelectionId(data.selectionId());
        return Outcomes.about(selection, follow.refused(selection, data.version(), data.reason(), data.refusedAt()));
    }
}
