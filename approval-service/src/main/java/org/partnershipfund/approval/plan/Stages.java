package org.partnershipfund.approval.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.StagesRefusal.CouncilLeftOut;
import org.partnershipfund.approval.plan.StagesRefusal.StagesBeginInThePast;
import org.partnershipfund.approval.plan.StagesRefusal.StepNamedTwice;
import org.partnershipfund.kernel.Decision;

/**
 * One version of the stages in which selections of a fund are approved; it never changes.
 *
 * <p>Source: docs/policy/approval.md §13.1.
 *
 * @param number 1, 2, 3 ... per fund; 0 is the default of the suite
 * @param firstDay from which on it holds for submissions, in the district
 * @param stages in their order; the steps of one stage are parallel
 * @param source who decided it, where it is written
 * @param by who recorded it; empty for the default
 */
public record Stages(
        FundId fund,
        int number,
        LocalDate firstDay,
        List<List<StepRule>> stages,
        String source,
        Optional<Person> by,
        Instant recordedAt) {

    /** The number of the default, which holds until a fund says otherwise. */
    public static final int DEFAULT = 0;

    public Stages {
        stages = stages.stream().map(List::copyOf).toList();
        if (stages.isEmpty() || stages.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("there is at least one stage, and at least one step in each");
        }
    }

    /** What holds for a fund about which nothing was decided: council, superintendent, completeness, one after another. */
    public static Stages usual(FundId fund) {
        return new Stages(
                fund,
                DEFAULT,
                LocalDate.EPOCH,
                List.of(always(Step.COUNCIL), always(Step.SUPERINTENDENT), always(Step.COMPLETENESS)),
                "Superintendent's memo of 28 November 2017: council and Instructional Superintendent approve, submitted with the budget",
                Optional.empty(),
                Instant.EPOCH);
    }

    private static List<StepRule> always(Step step) {
        return List.of(new StepRule(step, List.of(), Optional.empty()));
    }

    /** Records a version: no step twice, the council on every selection, and nothing that holds for days gone by. */
    public static Decision<Stages> record(Stages asked, LocalDate today) {
        if (asked.firstDay().isBefore(today)) {
            return Decision.refuse(new StagesBeginInThePast(asked.firstDay(), today));
        }
        Set<Step> named = EnumSet.noneOf(Step.class);
        boolean council = false;
        for (List<StepRule> stage : asked.stages()) {
            for (StepRule rule : stage) {
                if (!named.add(rule.step())) {
                    return Decision.refuse(new StepNamedTwice(rule.step()));
                }
                council |= rule.step() == Step.COUNCIL && rule.anyOf().isEmpty();
            }
        }
        return council ? Decision.accept(asked) : Decision.refuse(new CouncilLeftOut());
    }
}
