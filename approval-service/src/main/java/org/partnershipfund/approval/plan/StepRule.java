package org.partnershipfund.approval.plan;

import java.util.List;
import java.util.Optional;

/**
 * A step of a stage.
 *
 * @param anyOf when it is needed: if one of them holds; always if there is none
 * @param deadline empty for none
 */
public record StepRule(Step step, List<Condition> anyOf, Optional<Deadline> deadline) {

    public StepRule {
        anyOf = List.copyOf(anyOf);
        if (!Step.ofPlans().contains(step)) {
            throw new IllegalArgumentException("no step of a plan: " + step.word());
        }
    }

    PlannedStep resolve(int stage, Facts facts) {
        if (anyOf.isEmpty()) {
            return new PlannedStep(stage, step, true, "Every selection of the fund needs it.", deadline);
        }
        List<String> reasons = anyOf.stream()
                .flatMap(condition -> condition.holds(facts).stream())
                .toList();
        return reasons.isEmpty()
                ? new PlannedStep(stage, step, false, "None of its conditions holds.", deadline)
                : new PlannedStep(stage, step, true, String.join(" ", reasons), deadline);
    }
}
