package org.partnershipfund.approval.reminder;

import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.kernel.Refusal;

/** Every way reminders can say no. */
public sealed interface ReminderRefusal extends Refusal {

    /** The id names no fund that was heard of. */
    record NoSuchReminderPlan(FundId fund) implements ReminderRefusal {
        @Override
        public String sentence() {
            return "There is no reminder plan of fund %s: it is made when allocation-service opens the fund. Check the fund's id, or wait until its opening was heard."
                    .formatted(fund.value());
        }
    }
}
