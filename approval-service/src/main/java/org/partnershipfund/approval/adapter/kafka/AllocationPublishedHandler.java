package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.SchoolAllocation;
import org.partnershipfund.approval.usecase.RememberAllocation;
import org.partnershipfund.contracts.AllocationPublishedV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.SchoolCode;

/** A school learnt what it is allocated: selections may draw on it. */
@ApplicationScoped
class AllocationPublishedHandler implements EventHandler<AllocationPublishedV1> {

    private final RememberAllocation remember;

    AllocationPublishedHandler(RememberAllocation remember) {
        this.remember = remember;
    }

    @Override
    public EventType<AllocationPublishedV1> type() {
        return Events.ALLOCATION_PUBLISHED;
    }

    @Override
    public Outcome handle(AllocationPublishedV1 data, Heard heard) {
        return Outcomes.of(
                () -> new SchoolAllocation(
                        new FundId(data.fundId()),
                        new SchoolCode(data.schoolCode()),
                        data.schoolName(),
                        data.amount().money()),
                told -> Outcomes.unlessAheadOf(
                        Outcomes.fund(data.fundId()),
                        remember.published(told, data.responsibilityCentre()),
                        Outcomes.allocation(data.fundId(), data.schoolCode())));
    }
}
