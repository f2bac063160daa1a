package org.partnershipfund.approval.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.Words;

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

    /** The id names no delegation that the caller made or was given. */
    record NoSuchDelegation(DelegationId delegation) implements SupervisionRefusal {
        @Override
        public String sentence() {
            return "There is no delegation %s for you. GET /delegations lists those that you made or were given."
                    .formatted(delegation.value());
        }
    }

    /** Only what is one's own is delegated. */
    record NothingToDelegate(Step step) implements SupervisionRefusal {
        @Override
        public String sentence() {
            return "step is '%s', and it is not yours today at all schools that you ask for; what was delegated to you is not yours to delegate. Name a step of your own role, and schools that you are assigned to."
                    .formatted(step.word());
        }
    }

    /** Nobody stands in for themselves. */
    record DelegationToOneself() implements SupervisionRefusal {
        @Override
        public String sentence() {
            return "delegate is yourself. Name another person.";
        }
    }

    /** A delegation that ends before it begins, or began before it was made, never holds. */
    record DelegationEndsBeforeItBegins(LocalDate from, LocalDate until, LocalDate today)
            implements SupervisionRefusal {
        @Override
        public String sentence() {
            return "from is %s, until is %s, and today is %s in the district. Begin today or later, and end not before the first day."
                    .formatted(from, until, today);
        }
    }

    /** Whether somebody still has an office is not on record here, so what they delegate ends soon. */
    record DelegationTooLong(Step step, LocalDate until, LocalDate last) implements SupervisionRefusal {
        @Override
        public String sentence() {
            return "until is %s, and a delegation of step '%s' ends on %s at the latest. End it on that day or before; who still has the office then delegates anew."
                    .formatted(until, step.word(), last);
        }
    }

    /** It is taken back once. */
    record DelegationRevoked(DelegationId delegation, Instant at) implements SupervisionRefusal {
        @Override
        public String sentence() {
            return "Delegation %s was taken back on %s. Nothing is left to do."
                    .formatted(delegation.value(), Words.time(at));
        }
    }

    /** An absence that ends before it begins is none. */
    record AbsenceEndsBeforeItBegins(LocalDate from, LocalDate until) implements SupervisionRefusal {
        @Override
        public String sentence() {
            return "from is %s and until is %s. Give a last day that is not before the first.".formatted(from, until);
        }
    }

    /** Everybody declares their own absence. */
    record NotYourAbsence(String subject) implements SupervisionRefusal {
        @Override
        public String sentence() {
            return "person has the subject '%s', which is not you. Leave person out to declare your own absence; the partnerships team declares it of others."
                    .formatted(subject);
        }
    }

    /** A step is taken from nobody who is there. */
    record SupervisorIsThere(UUID selection, String subject, LocalDate today) implements SupervisionRefusal {
        @Override
        public String sentence() {
            return "'%s' decides on selection %s as superintendent and is not declared absent on %s. Declare with POST /absences everybody absent who decides there, or wait for the decision."
                    .formatted(subject, selection, today);
        }
    }

    /** A superintendent's step is a superintendent's. */
    record NotASupervisor(String subject, LocalDate today) implements SupervisionRefusal {
        @Override
        public String sentence() {
            return "supervisor has the subject '%s', who is assigned to no school on %s or is absent. GET /supervisor-assignments lists who is assigned."
                    .formatted(subject, today);
        }
    }
}
