package org.partnershipfund.approval.adapter.db;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.plan.Deadline;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.plan.PlannedStep;
import org.partnershipfund.approval.plan.Step;

/** A step of a plan as it lies in table {@code selection_plan_step}. */
record PlanStepPart(
        int contentVersion,
        int stagesNumber,
        int stage,
        String step,
        boolean needed,
        String why,
        @Nullable String deadline) {

    static PlanStepPart of(int contentVersion, Plan plan, PlannedStep planned) {
        return new PlanStepPart(
                contentVersion,
                plan.stagesNumber(),
                planned.stage(),
                planned.step().word(),
                planned.needed(),
                planned.why(),
                planned.deadline().map(Deadline::text).orElse(null));
    }

    PlannedStep noun() {
        return new PlannedStep(
                stage,
                Words.constant(Step.values(), Step::word, step),
                needed,
                why,
                Optional.ofNullable(deadline).map(Deadline::parse));
    }
}
