package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.SchoolAllocation;
import org.partnershipfund.approval.submission.ChartOfAccounts;
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

    private final ChartOfAccounts charts;

    AllocationPublishedHandler(RememberAllocation remember, ChartOfAccounts charts) {
        this.remember = remember;
        this.charts = charts;
    }

    private boolean published(SchoolAllocation told, String centre) {
        boolean known = remember.published(told);
        if (known) {
            charts.keep(told.fund(), told.school(), centre);
        }
        return known;
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
                        published(told, data.responsibilityCentre()),
                        Outcomes.allocation(data.fundId(), data.schoolCode())));
    }
}
