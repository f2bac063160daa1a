package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.usecase.RememberAllocation;
import org.partnershipfund.contracts.AllocationRevisedV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** A school's allocation is another: submissions are measured by it from now on. */
@ApplicationScoped
class AllocationRevisedHandler implements EventHandler<AllocationRevisedV1> {

    private record Revision(FundId fund, SchoolCode school, Money after) {}

    private final RememberAllocation remember;

    AllocationRevisedHandler(RememberAllocation remember) {
        this.remember = remember;
    }

    @Override
    public EventType<AllocationRevisedV1> type() {
        return Events.ALLOCATION_REVISED;
    }

    @Override
    public Outcome handle(AllocationRevisedV1 data, Heard heard) {
        return Outcomes.of(
                () -> new Revision(
                        new FundId(data.fundId()),
                        new SchoolCode(data.schoolCode()),
                        data.after().money()),
                told -> Outcomes.unlessAheadOf(
                        Outcomes.allocation(data.fundId(), data.schoolCode()),
                        remember.revised(told.fund(), told.school(), told.after())));
    }
}
