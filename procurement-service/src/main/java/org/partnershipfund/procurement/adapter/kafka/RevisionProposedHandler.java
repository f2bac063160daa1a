package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.RevisionProposedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.usecase.ReviseLine;

/** A school's allocation is to become smaller: take the money off its line, or say that it is committed. */
@ApplicationScoped
class RevisionProposedHandler implements EventHandler<RevisionProposedV1> {

    private final ReviseLine revise;

    RevisionProposedHandler(ReviseLine revise) {
        this.revise = revise;
    }

    @Override
    public EventType<RevisionProposedV1> type() {
        return Events.REVISION_PROPOSED;
    }

    private record Told(SchoolCode school, Money amount) {}

    @Override
    public Outcome handle(RevisionProposedV1 data, Heard heard) {
        return Outcomes.of(
                () -> new Told(new SchoolCode(data.schoolCode()), data.amount().money()),
                told -> Outcomes.of(
                        revise.takeOff(
                                data.revisionId(),
                                new FundId(data.fundId()),
                                told.school(),
                                told.amount(),
                                data.reason(),
                                heard.id()),
                        Outcomes.revision(data.revisionId())));
    }
}
