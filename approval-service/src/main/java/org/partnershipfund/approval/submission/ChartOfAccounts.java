package org.partnershipfund.approval.submission;

import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.kernel.SchoolCode;

/** The parts of budget lines, as allocation-service told them. */
public interface ChartOfAccounts {

    /** The parts that the fund's lines share, if they were heard. */
    Optional<Chart> of(FundId fund);

    /** Keeps them; told again, they stay. */
    void keep(FundId fund, Chart chart);

    /** Keeps the responsibility centre of a school; told again, it stays. */
    void keep(FundId fund, SchoolCode school, String centre);
}
