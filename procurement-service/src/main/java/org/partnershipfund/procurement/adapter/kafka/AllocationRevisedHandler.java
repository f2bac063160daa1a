package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.AllocationRevisedV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.usecase.ReviseLine;

/** A school's allocation is another: plan what it has more, and let a waiting vote go on. */
@ApplicationScoped
class AllocationRevisedHandler implements EventHandler<AllocationRevisedV1> {

    private final ReviseLine revise;

    AllocationRevisedHandler(ReviseLine revise) {
        this.revise = revise;
    }

    @Override
    public EventType<AllocationRevisedV1> type() {
        return Events.ALLOCATION_REVISED;
    }

    private record Told(FundId fund, SchoolCode school, Money before, Money after) {}

    @Override
    public Outcome handle(AllocationRevisedV1 data, Heard heard) {
        return Outcomes.of(
                () -> new Told(
                        new FundId(data.fundId()),
                        new SchoolCode(data.schoolCode()),
                        data.before().money(),
                        data.after().money()),
                told -> Outcomes.of(
                        revise.revise(
                                data.revisionId(),
                                told.fund(),
                                told.school(),
                                told.before(),
                                told.after(),
                                data.reason(),
                                heard.id()),
                        Outcomes.revised(told.fund(), told.school())));
    }
}
