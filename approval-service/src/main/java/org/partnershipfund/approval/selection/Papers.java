package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.approval.fund.SchoolAllocation;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Stages;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.approval.policy.LeadTime;
import org.partnershipfund.approval.policy.SelectionRules;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Versioned;

/**
 * What is on the table when a selection is submitted; all of it as it is while its purse and it are held.
 *
 * @param allocation of its purse, if it was heard
 * @param fundClosedAt when the year of its fund was closed
 * @param others what the purse's other selections take of it (policy approval §9)
 * @param policy of its fund, if it was heard of
 * @param rules every version of the fund's rules, the first one first
 * @param stages the recorded version that holds for submissions of the day
 * @param programs those of its newest version's lines that were heard of
 */
public record Papers(
        Versioned<Selection> selection,
        Optional<SchoolAllocation> allocation,
        Optional<Instant> fundClosedAt,
        Money others,
        Optional<ApprovalPolicy> policy,
        List<SelectionRules> rules,
        List<LeadTime> leadTimes,
        Optional<Stages> stages,
        Map<ProgramId, Program> programs) {

    /** Where they are gathered. */
    public interface Desk {

        /**
         * Holds first the selection's purse, then the selection, and gathers everything else then; nothing if there is no
         * such selection, or if the person does not lead its school on the day.
         */
        Optional<Papers> hold(SelectionId id, Person leader, LocalDate day);
    }
}
