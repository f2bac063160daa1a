package org.partnershipfund.allocation.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.revision.Revision.Told;
import org.partnershipfund.allocation.revision.RevisionId;
import org.partnershipfund.allocation.usecase.SettleRevision;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.RevisionRefusedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** The ledger could not give the money up: the revision ends, and nobody's allocation changes. */
@ApplicationScoped
class RevisionRefusedHandler implements EventHandler<RevisionRefusedV1> {

    private final SettleRevision settle;

    RevisionRefusedHandler(SettleRevision settle) {
        this.settle = settle;
    }

    @Override
    public EventType<RevisionRefusedV1> type() {
        return Events.REVISION_REFUSED;
    }

    @Override
    public Outcome handle(RevisionRefusedV1 data, Heard heard) {
        return Outcomes.of(
                () -> answer(data),
                answer -> Outcomes.of(settle.refuse(answer.told(), answer.available(), data.reason())));
    }

    private record Answer(Told told, Money available) {}

    private static Answer answer(RevisionRefusedV1 data) {
        return new Answer(
                new Told(
                        new RevisionId(data.revisionId()),
                        new FundId(data.fundId()),
                        new SchoolCode(data.schoolCode()),
                        data.amount().money()),
                data.available().money());
    }
}
