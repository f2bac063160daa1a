package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.RememberedFunds;
import org.partnershipfund.approval.fund.SchoolAllocation;
import org.partnershipfund.approval.fund.SchoolAllocations;
import org.partnershipfund.approval.submission.ChartOfAccounts;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** A school learnt what it may spend, or that it is another amount: remember it. */
@ApplicationScoped
public class RememberAllocation {

    private final RememberedFunds funds;
    private final SchoolAllocations allocations;
    private final ChartOfAccounts charts;
    private final AuditTrail audit;

    RememberAllocation(RememberedFunds funds, SchoolAllocations allocations, ChartOfAccounts charts, AuditTrail audit) {
        this.funds = funds;
        this.allocations = allocations;
        this.charts = charts;
        this.audit = audit;
    }

    /**
     * Remembers a published allocation; told again, it changes nothing.
     *
     * @param centre responsibility centre of the school's line; kept also of an allocation that was heard of before it was told
     * @return whether its fund was heard of
     */
    @Transactional
    public boolean published(SchoolAllocation allocation, String centre) {
        if (funds.find(allocation.fund()).isEmpty()) {
            return false;
        }
        if (allocations.hold(allocation.fund(), allocation.school()).isEmpty()) {
            allocations.keep(allocation);
            audit.record(new AuditTrail.Change(
                    "AllocationRemembered", allocation.school().value(), null, allocation));
        }
        charts.keep(allocation.fund(), allocation.school(), centre);
        return true;
    }

    /**
     * Remembers a revised amount; what is submitted already stays, and the ledger decides at reservation.
     *
     * @return whether the allocation was heard of
     */
    @Transactional
    public boolean revised(FundId fund, SchoolCode school, Money after) {
        var known = allocations.hold(fund, school);
        known.ifPresent(allocation -> {
            SchoolAllocation next = allocation.revised(after);
            allocations.keep(next);
            audit.record(new AuditTrail.Change("AllocationRevisionRemembered", school.value(), allocation, next));
        });
        return known.isPresent();
    }
}
