package org.partnershipfund.approval.fund;

import java.util.Optional;
import org.partnershipfund.kernel.SchoolCode;

/** The allocations we heard of, one per fund and school. */
public interface SchoolAllocations {

    /** The allocation, to look at. */
    Optional<SchoolAllocation> find(FundId fund, SchoolCode school);

    /** The allocation, held until the end of the transaction: the school's submissions wait for one another. */
    Optional<SchoolAllocation> hold(FundId fund, SchoolCode school);

    /** Keeps the allocation, new or with another amount. */
    void keep(SchoolAllocation allocation);
}
