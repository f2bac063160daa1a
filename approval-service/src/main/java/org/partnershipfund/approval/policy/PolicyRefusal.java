package org.partnershipfund.approval.policy;

import java.time.LocalDate;
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

    /** The id names no fund that was heard of. */
    record NoSuchSelectionRules(FundId fund) implements PolicyRefusal {
        @Override
        public String sentence() {
            return "No fund %s was heard of, so there are no rules for its selections. Check the id; those of a fund that was just opened appear within seconds."
                    .formatted(fund.value());
        }
    }

    /** Rules change what comes, not what was. */
    record RulesBackdated(LocalDate validFrom, LocalDate today) implements PolicyRefusal {
        @Override
        public String sentence() {
            return "validFrom is %s, and today is %s in the district; rules are not set for days that are past. Give today or a later day."
                    .formatted(validFrom, today);
        }
    }

    /** No number of partners is both. */
    record PartnerNumbersDoNotFit(int min, int max) implements PolicyRefusal {
        @Override
        public String sentence() {
            return "minPartners is %d and maxPartners is %d, so no selection could be submitted. Give a minPartners of at most %d, or a larger maxPartners."
                    .formatted(min, max, max);
        }
    }

    /** So few partners with so small shares never take all of a selection. */
    record SharesDoNotFit(int maxPartners, int percent) implements PolicyRefusal {
        @Override
        public String sentence() {
            return "maxPartners is %d and largestSharePercent is %d, which together are less than 100 per cent of a selection. Allow more partners or a larger share."
                    .formatted(maxPartners, percent);
        }
    }
}
