package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.council;
import static org.partnershipfund.approval.fixtures.School.person;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.history.Happening.Decided;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.LineComment;
import org.partnershipfund.approval.selection.StepDecision;
import org.partnershipfund.approval.selection.Verdict;

/** Policy approval §17.1: the history says in whose place a decision was made, and what it says about single lines. */
class HistoryOfADecisionTest {

    private static final UUID LINE = new UUID(0, 5);

    @Test
    void who_decided_in_whose_place_and_what_about_which_line() {
        HistoryJson told =
                told(Optional.of(person("superintendent")), List.of(new LineComment(LINE, "The room takes twenty.")));

        assertThat(told.by()).isEqualTo(PersonJson.of(person("deputy")));
        assertThat(told.inPlaceOf()).isEqualTo(PersonJson.of(person("superintendent")));
        assertThat(told.lineComments())
                .containsExactly(new SelectionJson.LineCommentJson(LINE, "The room takes twenty."));
    }

    @Test
    void ones_own_decision_without_a_word_about_lines_has_neither() {
        HistoryJson told = told(Optional.empty(), List.of());

        assertThat(told.inPlaceOf()).isNull();
        assertThat(told.lineComments()).isNull();
    }

    private static HistoryJson told(Optional<Person> inPlaceOf, List<LineComment> comments) {
        return HistoryJson.of(
                new Decided(
                        new StepDecision(
                                Step.SUPERINTENDENT,
                                Verdict.RETURNED,
                                1,
                                "digest",
                                "see the lines",
                                Optional.of(person("deputy")),
                                Optional.empty(),
                                NOW,
                                inPlaceOf,
                                comments),
                        true),
                council());
    }
}
