package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.FollowProcurement;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.FundsReservedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** The money of an approved selection is set aside. */
@ApplicationScoped
class FundsReservedHandler implements EventHandler<FundsReservedV1> {

    private final FollowProcurement follow;

    FundsReservedHandler(FollowProcurement follow) {
        this.follow = follow;
    }

    @Override
    public EventType<FundsReservedV1> type() {
        return Events.FUNDS_RESERVED;
    }

    @Override
    public Outcome handle(FundsReservedV1 data, Heard heard) {
        var selection = new SelectionId(data.selectionId());
        return Outcomes.about(selection, follow.reserved(selection, data.version(), data.reservedAt()));
    }
}
