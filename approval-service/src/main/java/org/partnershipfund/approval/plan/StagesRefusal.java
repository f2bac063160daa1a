package org.partnershipfund.approval.plan;

import java.time.LocalDate;
import org.partnershipfund.kernel.Refusal;

/** Every way stages can say no. */
public sealed interface StagesRefusal extends Refusal {

    /** What was submitted already keeps the stages that it was submitted under. */
    record StagesBeginInThePast(LocalDate firstDay, LocalDate today) implements StagesRefusal {
        @Override
        public String sentence() {
            return "firstDay is %s, and today is %s in the district. Give today or a later day; what was submitted before keeps its stages."
                    .formatted(firstDay, today);
        }
    }

    /** Nobody decides twice on one version. */
    record StepNamedTwice(Step step) implements StagesRefusal {
        @Override
        public String sentence() {
            return "step '%s' stands twice in stages. Nobody decides twice on one version: name each step once."
                    .formatted(step.word());
        }
    }

    /** The school's voice is no setting. */
    record CouncilLeftOut() implements StagesRefusal {
        @Override
        public String sentence() {
            return "stages have no step 'council' without conditions. Every selection is decided by its School Site Council: add it, with no condition.";
        }
    }
}
