package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.SchoolAllocation;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.policy.ApprovalPolicies;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.approval.policy.CapacityRule;
import org.partnershipfund.approval.policy.LeadTimes;
import org.partnershipfund.approval.policy.PolicyRefusal.NoSuchPolicy;
import org.partnershipfund.approval.policy.PolicyRefusal.NoSuchSelectionRules;
import org.partnershipfund.approval.policy.SelectionRulebook;
import org.partnershipfund.approval.policy.SelectionRules;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.Papers;
import org.partnershipfund.approval.selection.Selection.Measure;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.SelectionRefusal.AllocationNotHeard;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.approval.selection.Selections.Purse;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;

/** Gathers what a selection is measured by today. */
@ApplicationScoped
class MeasureDesk {

    private final Selections selections;
    private final ApprovalPolicies policies;
    private final SelectionRulebook rulebook;
    private final LeadTimes leadTimes;
    private final SelectionDesk desk;

    MeasureDesk(
            Selections selections,
            ApprovalPolicies policies,
            SelectionRulebook rulebook,
            LeadTimes leadTimes,
            SelectionDesk desk) {
        this.selections = selections;
        this.policies = policies;
        this.rulebook = rulebook;
        this.leadTimes = leadTimes;
        this.desk = desk;
    }

    /**
     * The measure, to look at.
     *
     * @param id of the selection, which is not counted among the others
     */
    Measure look(SchoolAllocation allocation, SelectionId id, FiscalYear year, List<Line> lines, LocalDate today) {
        FundId fund = allocation.fund();
        SelectionRules rules = rules(fund, rulebook.versions(fund), today);
        ApprovalPolicy policy = policies.find(fund)
                .orElseThrow(() -> new RefusedException(new NoSuchPolicy(fund)))
                .value();
        List<ProgramId> programs = programs(lines);
        Map<ProgramId, Long> elsewhere = selections.pupils(year, programs, id);
        return new Measure(
                allocation.amount(),
                selections.others(new Purse(fund, allocation.school()), id),
                policy,
                desk.programs(programs),
                today,
                rules,
                elsewhere,
                leadTimes.all());
    }

    /** The measure of a submission: where capacity refuses, submissions that choose the same program wait for one another. */
    Measure hold(Papers papers, LocalDate today) {
        Dossier dossier = papers.selection().value().dossier();
        SchoolAllocation allocation = papers.allocation()
                .orElseThrow(() -> new RefusedException(new AllocationNotHeard(dossier.fund(), dossier.school())));
        SelectionRules rules = rules(dossier.fund(), papers.rules(), today);
        List<ProgramId> programs = programs(dossier.content().lines());
        if (rules.capacity() == CapacityRule.REFUSES) {
            selections.holdCapacity(dossier.year(), programs);
        }
        ApprovalPolicy policy =
                papers.policy().orElseThrow(() -> new RefusedException(new NoSuchPolicy(dossier.fund())));
        return new Measure(
                allocation.amount(),
                papers.others(),
                policy,
                papers.programs(),
                today,
                rules,
                // Not among the papers: it counts what was committed while this waited for the capacity.
                selections.pupils(dossier.year(), programs, dossier.id()),
                papers.leadTimes());
    }

    private static SelectionRules rules(FundId fund, List<SelectionRules> versions, LocalDate day) {
        if (versions.isEmpty()) {
            throw new RefusedException(new NoSuchSelectionRules(fund));
        }
        return SelectionRules.inForce(versions, day);
    }

    private static List<ProgramId> programs(List<Line> lines) {
        return lines.stream().map(Line::program).distinct().toList();
    }
}
