package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.AllocationPublishedV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.ResponsibilityCentre;
import org.partnershipfund.procurement.usecase.OpenBudgetLine;
import org.partnershipfund.procurement.usecase.OpenBudgetLine.Allocation;

/** A school learnt what it is allocated: open its line, and let a waiting vote go on. */
@ApplicationScoped
class AllocationPublishedHandler implements EventHandler<AllocationPublishedV1> {

    private final OpenBudgetLine open;

    AllocationPublishedHandler(OpenBudgetLine open) {
        this.open = open;
    }

    @Override
    public EventType<AllocationPublishedV1> type() {
        return Events.ALLOCATION_PUBLISHED;
    }

    @Override
    public Outcome handle(AllocationPublishedV1 data, Heard heard) {
        return Outcomes.of(
                () -> told(data, heard),
                told -> Outcomes.of(open.open(told), Outcomes.line(told.fund(), told.school())));
    }

    private static Allocation told(AllocationPublishedV1 data, Heard heard) {
        return new Allocation(
                new FundId(data.fundId()),
                new FiscalYear(data.fiscalYear()),
                new SchoolCode(data.schoolCode()),
                data.schoolName(),
                new ResponsibilityCentre(data.responsibilityCentre()),
                data.amount().money(),
                heard.id(),
                data.publishedAt());
    }
}
