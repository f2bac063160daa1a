package org.partnershipfund.approval.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.Fingerprint;
import org.partnershipfund.approval.submission.SubmissionRefusal.NotInTheSubmission;
import org.partnershipfund.approval.submission.SubmissionRefusal.NothingToSubmit;
import org.partnershipfund.approval.submission.SubmissionRefusal.RejectedWithoutReason;
import org.partnershipfund.approval.submission.SubmissionRefusal.SubmissionAnswered;
import org.partnershipfund.approval.submission.SubmissionRefusal.SubmissionUnanswered;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;

/**
 * The approved selections of a fund as they stood when they were handed to the budget system; never changes. Its lines are
 * kept beside it ({@link Editions#lines}).
 *
 * <p>Source: docs/policy/approval.md §16.
 *
 * @param number 1 or more, within its fund
 * @param comparedWith the number of the newest earlier edition that was not rejected
 * @param total what all its lines cost together
 * @param digest SHA-256 of number, chart and every line
 * @param answer what the budget system said; empty while it has not
 */
public record Edition(
        FundId fund,
        int number,
        Optional<Integer> comparedWith,
        Chart chart,
        Money total,
        String digest,
        Person madeBy,
        Instant madeAt,
        Optional<Answer> answer) {

    /**
     * What the budget system said to an edition.
     *
     * @param reference the system's own
     * @param objections to single budget lines
     */
    public record Answer(boolean accepted, String reference, List<Objection> objections, Person by, Instant at) {
        public Answer {
            objections = List.copyOf(objections);
        }
    }

    /** Why a budget line was not taken. */
    public record Objection(String centre, String reason) {}

    /**
     * Makes the next edition; one after the other, each when those before it are answered, so that what it is compared with
     * is what the budget system took.
     *
     * @param now what is approved now, by school code, selection and place
     * @param before all earlier editions, oldest first
     * @param told the lines of the {@link #comparable} one of them; empty if there is none
     */
    public static Decision<Edition> make(
            FundId fund,
            Chart chart,
            List<SubmittedLine> now,
            List<Edition> before,
            List<SubmittedLine> told,
            Person by,
            Instant at,
            Fingerprint fingerprint) {
        Optional<Edition> open =
                before.stream().filter(edition -> edition.answer().isEmpty()).findFirst();
        if (open.isPresent()) {
            return Decision.refuse(new SubmissionUnanswered(
                    fund, open.get().number(), open.get().madeAt()));
        }
        Optional<Edition> compared = comparable(before);
        boolean changes = BudgetLineSum.of(now, told).stream()
                .anyMatch(sum -> !sum.difference().equals(Money.ZERO));
        if (!changes) {
            return Decision.refuse(new NothingToSubmit(fund, compared.map(Edition::number)));
        }
        int number = before.isEmpty() ? 1 : before.getLast().number() + 1;
        return Decision.accept(new Edition(
                fund,
                number,
                compared.map(Edition::number),
                chart,
                BudgetLineSum.total(now),
                fingerprint.sha256(text(fund, number, chart, now)),
                by,
                at,
                Optional.empty()));
    }

    /** What the next edition is compared with: the newest that was not rejected. */
    public static Optional<Edition> comparable(List<Edition> editions) {
        return editions.stream()
                .filter(edition -> edition.answer().map(Answer::accepted).orElse(true))
                .reduce((earlier, later) -> later);
    }

    private static String text(FundId fund, int number, Chart chart, List<SubmittedLine> lines) {
        StringBuilder text = new StringBuilder();
        add(text, fund.value(), number, chart.account(), chart.fund(), chart.program(), chart.subclass());
        for (SubmittedLine line : lines) {
            add(text, line.selection(), line.version(), line.line(), line.school(), line.centre());
            add(text, line.partnerName(), line.programName(), line.amount().dollars());
        }
        return text.toString();
    }

    private static void add(StringBuilder text, Object... parts) {
        for (Object part : parts) {
            String written = part.toString();
            text.append(written.length()).append(':').append(written).append('\n');
        }
    }

    /** 1 as it was made, 2 once it is answered. */
    public long version() {
        return answer.isPresent() ? 2 : 1;
    }

    /**
     * Records what the budget system said, once.
     *
     * @param lines all of the edition
     */
    public Decision<Edition> answered(Answer said, List<SubmittedLine> lines) {
        if (answer.isPresent()) {
            return Decision.refuse(new SubmissionAnswered(
                    number, answer.get().reference(), answer.get().at()));
        }
        for (Objection objection : said.objections()) {
            if (lines.stream().noneMatch(line -> line.centre().equals(objection.centre()))) {
                return Decision.refuse(new NotInTheSubmission(objection.centre(), number));
            }
        }
        return said.accepted() != said.objections().isEmpty()
                ? Decision.refuse(new RejectedWithoutReason(said.accepted()))
                : Decision.accept(new Edition(
                        fund, number, comparedWith, chart, total, digest, madeBy, madeAt, Optional.of(said)));
    }
}
