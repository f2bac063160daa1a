package org.partnershipfund.approval.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.kernel.Money;

/**
 * Who must agree to one submission: the fund's stages, resolved by what was submitted. It never changes, so a selection
 * in flight keeps the stages it was submitted under.
 *
 * <p>Source: docs/policy/approval.md §13.5.
 *
 * @param stagesNumber of the version of the fund's stages
 * @param steps all of them in the order of their stages, also those that are not needed
 */
public record Plan(int stagesNumber, List<PlannedStep> steps) {

    public Plan {
        steps = steps.stream()
                .sorted(Comparator.comparingInt(PlannedStep::stage).thenComparing(PlannedStep::step))
                .toList();
        if (steps.stream().noneMatch(PlannedStep::needed)) {
            throw new IllegalArgumentException("a plan needs at least one step: nothing is approved by silence");
        }
    }

    /** A step that is to be decided now. */
    public record Open(PlannedStep planned, Instant since) {

        /** Which one. */
        public Step step() {
            return planned.step();
        }
    }

    /** The plan of a submission: anybody who has the stages and the facts makes the same. */
    public static Plan resolve(Stages stages, Facts facts) {
        List<PlannedStep> steps = new ArrayList<>();
        for (int i = 0; i < stages.stages().size(); i++) {
            int stage = i + 1;
            stages.stages().get(i).forEach(rule -> steps.add(rule.resolve(stage, facts)));
        }
        return new Plan(stages.number(), steps);
    }

    /** The plan of a fund about which nothing was decided: its steps have no conditions. */
    public static Plan usual(FundId fund) {
        return resolve(Stages.usual(fund), new Facts(Money.ZERO, List.of(), List.of()));
    }

    /** The steps without which it is not approved, in the order of their stages. */
    public List<PlannedStep> needed() {
        return steps.stream().filter(PlannedStep::needed).toList();
    }

    /** The steps that are open once these have approved; empty when all have. */
    public Set<Step> open(Set<Step> approved) {
        Set<Step> open = EnumSet.noneOf(Step.class);
        stageAfter(approved)
                .ifPresent(stage -> needed().stream()
                        .filter(planned -> planned.stage() == stage && !approved.contains(planned.step()))
                        .forEach(planned -> open.add(planned.step())));
        return open;
    }

    private Optional<Integer> stageAfter(Set<Step> approved) {
        return needed().stream()
                .filter(planned -> !approved.contains(planned.step()))
                .map(PlannedStep::stage)
                .findFirst();
    }

    /**
     * The open steps, and since when: since everything before their stage was approved.
     *
     * @param approvedAt when which step approved
     */
    public List<Open> open(Map<Step, Instant> approvedAt, Instant submittedAt) {
        Set<Step> open = open(approvedAt.keySet());
        return needed().stream()
                .filter(planned -> open.contains(planned.step()))
                .map(planned -> new Open(planned, began(planned.stage(), approvedAt, submittedAt)))
                .toList();
    }

    private Instant began(int stage, Map<Step, Instant> approvedAt, Instant submittedAt) {
        return needed().stream()
                .filter(planned -> planned.stage() < stage)
                .flatMap(planned -> Optional.ofNullable(approvedAt.get(planned.step())).stream())
                .reduce(submittedAt, (earlier, later) -> later.isAfter(earlier) ? later : earlier);
    }
}
