package org.partnershipfund.approval.policy;

import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.kernel.Refusal;

/** Every way a policy can say no. */
public sealed interface PolicyRefusal extends Refusal {

    /** The id names no fund that was heard of. */
    record NoSuchPolicy(FundId fund) implements PolicyRefusal {
        @Override
        public String sentence() {
            return "No fund %s was heard of, so there is no approval policy of it. GET /approval-policies lists those there are; a fund that was just opened appears within seconds."
                    .formatted(fund.value());
        }
    }
}
