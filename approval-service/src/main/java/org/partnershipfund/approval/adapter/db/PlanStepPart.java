package org.partnershipfund.approval.adapter.db;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.plan.Deadline;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.plan.PlannedStep;
import org.partnershipfund.approval.plan.Step;

/** A step of a plan as it lies in table {@code selection_plan_step}. */
@SuppressWarnings("NullAway.Init") // RowJson fills the fields
class PlanStepPart {

    int contentVersion;

    int stagesNumber;

    int stage;
    String step;
    boolean needed;
    String why;

    @Nullable String deadline;

    static PlanStepPart of(int contentVersion, Plan plan, PlannedStep planned) {
        var part = new PlanStepPart();
        part.contentVersion = contentVersion;
        part.stagesNumber = plan.stagesNumber();
        part.stage = planned.stage();
        part.step = planned.step().word();
        part.needed = planned.needed();
        part.why = planned.why();
        part.deadline = planned.deadline().map(Deadline::text).orElse(null);
        return part;
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
