package org.partnershipfund.allocation.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.revision.Revision.Told;
import org.partnershipfund.allocation.revision.RevisionId;
import org.partnershipfund.allocation.usecase.SettleRevision;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.RevisionAcceptedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.SchoolCode;

/** The ledger gave the money up: both schools' allocations are others from now on. */
@ApplicationScoped
class RevisionAcceptedHandler implements EventHandler<RevisionAcceptedV1> {

    private final SettleRevision settle;

    RevisionAcceptedHandler(SettleRevision settle) {
        this.settle = settle;
    }

    @Override
    public EventType<RevisionAcceptedV1> type() {
        return Events.REVISION_ACCEPTED;
    }

    @Override
    public Outcome handle(RevisionAcceptedV1 data, Heard heard) {
        return Outcomes.of(() -> told(data), told -> Outcomes.of(settle.accept(told)));
    }

    private static Told told(RevisionAcceptedV1 data) {
        return new Told(
                new RevisionId(data.revisionId()),
                new FundId(data.fundId()),
                new SchoolCode(data.schoolCode()),
                data.amount().money());
    }
}
