package org.partnershipfund.approval.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.fixtures.School;
import org.partnershipfund.approval.matching.MatchingRefusal.SuggestionDecided;
import org.partnershipfund.approval.matching.MatchingRefusal.SuggestionExists;
import org.partnershipfund.approval.matching.MatchingRefusal.SuggestionIsWithdrawn;
import org.partnershipfund.approval.matching.Suggestion.Answer;
import org.partnershipfund.approval.matching.Suggestion.Answered;
import org.partnershipfund.approval.matching.Suggestion.Made;
import org.partnershipfund.approval.matching.Suggestion.Open;
import org.partnershipfund.approval.matching.Suggestion.Withdrawn;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Refusal;

/** Policy approval §9: what becomes of a suggestion. */
class SuggestionTest {

    private static final Instant LATER = School.NOW.plus(Duration.ofHours(1));
    private static final SuggestionId ID = new SuggestionId(new UUID(0, 9));
    private static final Made MADE = new Made(
            ID,
            School.CODE,
            School.FY2019,
            School.CHOIR,
            "It sings with two schools nearby",
            School.SUPERINTENDENT,
            School.NOW);

    static Stream<List<String>> steps_of_the_policy() {
        return PolicyPage.table("approval.md", "What becomes of a suggestion").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps_of_the_policy")
    void a_suggestion_becomes_what_the_policy_shows(List<String> row) {
        Decision<Suggestion> decision = after(state(row.get(0)), row.get(1));

        assertThat(
                        switch (decision) {
                            case Accepted<Suggestion> accepted -> word(accepted.state());
                            case Refused<Suggestion> refused -> slug(refused.why());
                        })
                .isEqualTo(row.get(2));
    }

    @Test
    void a_program_is_suggested_to_a_school_once_a_year() {
        var existing = new SuggestionId(new UUID(0, 8));

        assertThat(Suggestion.suggest(MADE, Optional.of(existing)))
                .isEqualTo(Decision.refuse(new SuggestionExists(School.CHOIR, School.CODE, existing)));
        assertThat(Suggestion.suggest(MADE, Optional.empty())).isEqualTo(Decision.accept(new Open(MADE)));
    }

    @Test
    void what_the_school_had_considered_stays_on_record_when_it_is_withdrawn() {
        var considered = answer(Outcome.CONSIDERED);

        assertThat(Suggestion.withdraw(new Answered(MADE, considered), School.SUPERINTENDENT, LATER))
                .isEqualTo(Decision.accept(new Withdrawn(MADE, Optional.of(considered), School.SUPERINTENDENT, LATER)));
        assertThat(new Withdrawn(MADE, Optional.of(considered), School.SUPERINTENDENT, LATER).changedAt())
                .isEqualTo(LATER);
        assertThat(new Open(MADE).changedAt()).isEqualTo(School.NOW);
    }

    private static Decision<Suggestion> after(Suggestion suggestion, String happens) {
        String[] words = happens.split(" ", -1);
        return words[0].equals("withdrawn")
                ? Suggestion.withdraw(suggestion, School.SUPERINTENDENT, LATER)
                : Suggestion.answer(suggestion, answer(outcome(words[1])));
    }

    private static Suggestion state(String word) {
        return switch (word) {
            case "open" -> new Open(MADE);
            case "withdrawn" -> new Withdrawn(MADE, Optional.empty(), School.SUPERINTENDENT, School.NOW);
            default -> new Answered(MADE, answer(outcome(word)));
        };
    }

    private static Outcome outcome(String word) {
        return Stream.of(Outcome.values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static String word(Suggestion suggestion) {
        return switch (suggestion) {
            case Open _ -> "open";
            case Answered answered -> answered.answer().outcome().word();
            case Withdrawn _ -> "withdrawn";
        };
    }

    private static String slug(Refusal why) {
        return switch (why) {
            case SuggestionDecided _ -> "suggestion-decided";
            case SuggestionIsWithdrawn _ -> "suggestion-withdrawn";
            default -> why.sentence();
        };
    }

    private static Answer answer(Outcome outcome) {
        return new Answer(outcome, "As the council said", School.PRINCIPAL, LATER);
    }
}
