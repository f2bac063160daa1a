package org.partnershipfund.approval.submission;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.FUND;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.submission.Edition.Answer;
import org.partnershipfund.approval.submission.Edition.Objection;
import org.partnershipfund.approval.submission.SubmissionRefusal.NotInTheSubmission;
import org.partnershipfund.approval.submission.SubmissionRefusal.NothingToSubmit;
import org.partnershipfund.approval.submission.SubmissionRefusal.RejectedWithoutReason;
import org.partnershipfund.approval.submission.SubmissionRefusal.SubmissionAnswered;
import org.partnershipfund.approval.submission.SubmissionRefusal.SubmissionUnanswered;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Policy approval §16: what an edition says, beside what the budget system was told before. */
class EditionsTest {

    private static final Chart CHART = new Chart("52907", "100", "2536", "0000");
    private static final Map<String, String> SCHOOLS = Map.of("A", "00350001", "B", "00350002");

    private static SubmittedLine line(String school, String dollars) {
        return new SubmittedLine(
                new UUID(0, 1),
                1,
                new UUID(0, 2),
                new SchoolCode(requireNonNull(SCHOOLS.get(school))),
                school,
                school.equals("A") ? "101201" : "101202",
                "Harbor Youth Alliance",
                "Harbor Homework Club",
                Money.ofDollars(dollars));
    }

    private static List<SubmittedLine> lines(String written) {
        return written.equals("none")
                ? List.of()
                : Stream.of(written.split(", "))
                        .map(one -> one.split(" "))
                        .map(one -> line(one[0], one[1]))
                        .toList();
    }

    /** The editions of a fund as they are made one after the other, each with its lines. */
    private static final class Told {

        private final List<Edition> editions = new ArrayList<>();
        private final Map<Integer, List<SubmittedLine>> lines = new HashMap<>();

        Decision<Edition> next(List<SubmittedLine> now) {
            return Edition.make(
                    FUND, CHART, now, editions, compared(), person("budget"), NOW, text -> "sha-of-" + text.length());
        }

        List<SubmittedLine> compared() {
            return Edition.comparable(editions)
                    .map(edition -> requireNonNull(lines.get(edition.number())))
                    .orElse(List.of());
        }

        Edition made(String written) {
            Edition made = next(lines(written)).orRefuse().state();
            editions.add(made);
            lines.put(made.number(), lines(written));
            return made;
        }

        Edition said(String outcome) {
            Edition newest = editions.removeLast();
            List<SubmittedLine> of = requireNonNull(lines.get(newest.number()));
            Answer answer = switch (outcome) {
                case "accepted" -> answer(true);
                case "rejected" -> answer(false, new Objection(of.getFirst().centre(), "frozen"));
                default -> throw new IllegalArgumentException("no outcome " + outcome);
            };
            Edition answered = newest.answered(answer, of).orRefuse().state();
            editions.add(answered);
            return answered;
        }
    }

    private static Edition edition(String written) {
        return new Told().made(written);
    }

    private static Answer answer(boolean accepted, Objection... objections) {
        return new Answer(accepted, "BUD-1", List.of(objections), person("system"), NOW);
    }

    static Stream<List<String>> editions() {
        return PolicyPage.table("approval.md", "Editions").stream();
    }

    @ParameterizedTest
    @MethodSource
    void editions(List<String> row) {
        var told = new Told();
        if (!row.get(0).equals("none")) {
            List<String> editions = List.of(row.get(0).split("; "));
            List<String> answers = List.of(row.get(1).split("; "));
            for (int i = 0; i < editions.size(); i++) {
                var _ = told.made(editions.get(i));
                if (!answers.get(i).equals("none")) {
                    var _ = told.said(answers.get(i));
                }
            }
        }
        List<SubmittedLine> now = lines(row.get(2));

        String said = switch (told.next(now)) {
            case Refused<Edition>(NothingToSubmit _) -> "nothing-to-submit";
            case Refused<Edition>(SubmissionUnanswered _) -> "submission-unanswered";
            case Refused<Edition> refused -> refused.toString();
            case Accepted<Edition> _ ->
                BudgetLineSum.of(now, told.compared()).stream()
                        .map(sum -> sum.schoolName() + " " + sum.difference().dollars())
                        .collect(Collectors.joining(", "));
        };

        assertThat(said).isEqualTo(row.get(3));
    }

    @Test
    void editions_are_numbered_and_say_what_they_are_compared_with() {
        var told = new Told();
        Edition first = told.made("A 900.00");
        var _ = told.said("accepted");
        Edition second = told.made("B 1.00, A 900.00");
        assertThat(told.next(lines("A 900.00, B 2.00")))
                .isEqualTo(new Refused<>(new SubmissionUnanswered(FUND, 2, NOW)));
        var _ = told.said("rejected");
        Edition third = told.made("A 900.00, B 1.00");

        assertThat(first.comparedWith()).isEmpty();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.comparedWith()).contains(1);
        assertThat(third.number()).isEqualTo(3);
        assertThat(third.comparedWith()).contains(1);
        assertThat(third.total()).isEqualTo(Money.ofDollars("901.00"));
    }

    @Test
    void sums_of_a_budget_line_add_up_to_the_cent() {
        var sums = BudgetLineSum.of(lines("A 0.01, B 33.33, A 0.02"), List.of());

        assertThat(sums)
                .containsExactly(
                        new BudgetLineSum(new SchoolCode("00350001"), "A", "101201", 2, new Money(3), Money.ZERO),
                        new BudgetLineSum(new SchoolCode("00350002"), "B", "101202", 1, new Money(3_333), Money.ZERO));
    }

    @Test
    void an_answer_is_given_once_and_a_rejection_names_budget_lines_of_the_edition() {
        Edition told = edition("A 900.00");
        List<SubmittedLine> lines = lines("A 900.00");
        Edition accepted = told.answered(answer(true), lines).orRefuse().state();

        assertThat(accepted.answered(answer(true), lines))
                .isEqualTo(new Refused<>(new SubmissionAnswered(1, "BUD-1", NOW)));
        assertThat(told.answered(answer(false), lines)).isEqualTo(new Refused<>(new RejectedWithoutReason(false)));
        assertThat(told.answered(answer(true, new Objection("101201", "x")), lines))
                .isEqualTo(new Refused<>(new RejectedWithoutReason(true)));
        assertThat(told.answered(answer(false, new Objection("999999", "x")), lines))
                .isEqualTo(new Refused<>(new NotInTheSubmission("999999", 1)));
        assertThat(told.answer()).isEqualTo(Optional.empty());
        assertThat(accepted.version()).isEqualTo(2);
    }

    @Test
    void other_content_has_another_digest_text() {
        assertThat(edition("A 900.00").digest())
                .isNotEqualTo(edition("A 1900.00").digest());
    }
}
