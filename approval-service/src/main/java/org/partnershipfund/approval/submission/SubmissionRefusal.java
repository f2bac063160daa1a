package org.partnershipfund.approval.submission;

import java.time.Instant;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.Words;

/** Every way in which a submission to the budget system can be refused. */
public sealed interface SubmissionRefusal extends Refusal {

    /** The id names no fund that was heard of. */
    record FundNotKnownHere(FundId fund) implements SubmissionRefusal {
        @Override
        public String sentence() {
            return "No fund %s was heard of. GET /approval-policies lists those there are; a fund that was just opened appears within seconds."
                    .formatted(fund.value());
        }
    }

    /** Without all parts of the key there is no budget line. */
    record ChartNotKnown(FundId fund, String what) implements SubmissionRefusal {
        @Override
        public String sentence() {
            return "Of fund %s, %s was not heard of, so its budget lines cannot be named. Ask an operator to have allocation-service say the events of the fund again."
                    .formatted(fund.value(), what);
        }
    }

    /** An edition says something new. */
    record NothingToSubmit(FundId fund, Optional<Integer> since) implements SubmissionRefusal {
        @Override
        public String sentence() {
            return "What is approved of fund %s is what the budget system was told already%s. Submit again when another selection is approved."
                    .formatted(
                            fund.value(),
                            since.map(number -> " in edition " + number).orElse(": nothing"));
        }
    }

    /** One edition after the other: the next builds on what was said to those before. */
    record SubmissionUnanswered(FundId fund, int number, Instant madeAt) implements SubmissionRefusal {
        @Override
        public String sentence() {
            return "Edition %d of %s was not answered yet, so nobody knows what the budget system was told. Record its answer with PUT /funds/%s/budget-submissions/%d/acknowledgement, then make the next."
                    .formatted(number, Words.time(madeAt), fund.value(), number);
        }
    }

    /** The number names no edition of this fund. */
    record NoSuchSubmission(FundId fund, int number) implements SubmissionRefusal {
        @Override
        public String sentence() {
            return "Fund %s has no edition %d. GET /funds/%s/budget-submissions lists those it has."
                    .formatted(fund.value(), number, fund.value());
        }
    }

    /** The budget system answers an edition once. */
    record SubmissionAnswered(int number, String reference, Instant at) implements SubmissionRefusal {
        @Override
        public String sentence() {
            return "Edition %d was answered on %s with reference %s. What changed since goes into the next edition."
                    .formatted(number, Words.time(at), reference);
        }
    }

    /** Objections are about budget lines of the edition. */
    record NotInTheSubmission(String centre, int number) implements SubmissionRefusal {
        @Override
        public String sentence() {
            return "responsibilityCentre %s is on no line of edition %d. Name budget lines that the edition has."
                    .formatted(centre, number);
        }
    }

    /** Who rejects says why, and who accepts objects to nothing. */
    record RejectedWithoutReason(boolean accepted) implements SubmissionRefusal {
        @Override
        public String sentence() {
            return accepted
                    ? "outcome is accepted and objections is not empty. Send no objections, or reject the edition."
                    : "outcome is rejected and objections is empty. Name at least one budget line and why it was not taken.";
        }
    }
}
