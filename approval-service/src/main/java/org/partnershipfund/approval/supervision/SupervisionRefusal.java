package org.partnershipfund.approval.supervision;

import java.time.LocalDate;
import org.partnershipfund.kernel.Refusal;

/** Every way an assignment can say no. */
public sealed interface SupervisionRefusal extends Refusal {

    /** The id names no assignment that the caller may see. */
    record NoSuchAssignment(AssignmentId assignment) implements SupervisionRefusal {
        @Override
        public String sentence() {
            return "There is no supervisor assignment %s for you. GET /supervisor-assignments lists those that you may see."
                    .formatted(assignment.value());
        }
    }

    /** An assignment that ends before it begins never holds. */
    record AssignmentEndsBeforeItBegins(LocalDate from, LocalDate until) implements SupervisionRefusal {
        @Override
        public String sentence() {
            return "from is %s and until is %s. Give a last day that is not before the first.".formatted(from, until);
        }
    }
}
