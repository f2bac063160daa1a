package org.partnershipfund.approval.reminder;

import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** The reminder plans, one per fund that was heard of. */
public interface ReminderPlans {

    /** The plan of a fund, if the fund was heard of. */
    Optional<Versioned<ReminderPlan>> find(FundId fund);

    /**
     * Stores the plan as the successor of the version it was read with.
     *
     * @param readVersion 0 for the first of a fund
     * @return the version it has now
     * @throws StaleStateException if the stored version is another
     */
    long store(ReminderPlan plan, long readVersion);
}
