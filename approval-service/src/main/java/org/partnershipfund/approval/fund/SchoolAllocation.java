package org.partnershipfund.approval.fund;

import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What a school may spend of a fund, as published and revised since.
 *
 * @param schoolName as published
 */
public record SchoolAllocation(FundId fund, SchoolCode school, String schoolName, Money amount) {

    /** The same allocation with another amount. */
    public SchoolAllocation revised(Money newAmount) {
        return new SchoolAllocation(fund, school, schoolName, newAmount);
    }
}
