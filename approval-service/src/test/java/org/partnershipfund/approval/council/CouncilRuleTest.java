package org.partnershipfund.approval.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.council.CouncilRule.Bench;
import org.partnershipfund.approval.council.CouncilRule.Stance;
import org.partnershipfund.approval.council.Result.Blocked;
import org.partnershipfund.approval.council.Result.Lost;
import org.partnershipfund.approval.council.Result.NoQuorum;
import org.partnershipfund.approval.council.Result.Passed;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.fixtures.School;

/** Policy school-site-council §3 and §4: its decision table, and what holds for every council and every vote. */
class CouncilRuleTest {

    static Stream<Row> decision_table() {
        return PolicyPage.table("school-site-council.md", "Decision table").stream()
                .map(Row::of);
    }

    /** A row of the page: a cell such as {@code 3 yes, 1 no} says what the present members of a group did. */
    record Row(String number, Bench bench, List<Stance> stances, String result, boolean accountOwed) {

        static Row of(List<String> cells) {
            int members = Integer.parseInt(cells.get(1));
            List<Stance> stances = new ArrayList<>();
            if (!cells.get(3).equals("absent")) {
                stances.addAll(stances(Group.PRINCIPAL, "1 " + cells.get(3)));
            }
            stances.addAll(stances(Group.TEACHER, cells.get(4)));
            stances.addAll(stances(Group.PARENT, cells.get(5)));
            stances.addAll(stances(Group.STUDENT, cells.get(6)));
            return new Row(
                    cells.getFirst(),
                    new Bench(
                            members,
                            Integer.parseInt(cells.get(2)),
                            School.RULES.quorum(members),
                            cells.get(7).equals("yes")),
                    stances,
                    cells.get(8),
                    cells.get(9).equals("yes"));
        }

        private static List<Stance> stances(Group group, String cell) {
            if (cell.equals("none")) {
                return List.of();
            }
            return Arrays.stream(cell.split(","))
                    .map(String::strip)
                    .map(part -> part.split(" "))
                    .flatMap(part -> IntStream.range(0, Integer.parseInt(part[0]))
                            .mapToObj(i -> new Stance(group, vote(part[1]))))
                    .toList();
        }

        private static Vote vote(String word) {
            return Arrays.stream(Vote.values())
                    .filter(vote -> vote.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the page has the unknown vote " + word));
        }
    }

    @ParameterizedTest
    @MethodSource("decision_table")
    void decides_as_the_policy_page_says(Row row) {
        Result result = CouncilRule.decide(row.bench(), row.stances());

        assertThat(result.word())
                .as("row %s: %s", row.number(), result.reasons())
                .isEqualTo(row.result());
        assertThat(result.needsAccount()).as("account of row %s", row.number()).isEqualTo(row.accountOwed());
        assertThat(result.reasons()).isNotEmpty();
    }

    @Test
    void the_reasons_of_a_missing_quorum_are_sentences_also_about_one() {
        Result result = CouncilRule.decide(
                new Bench(9, 9, School.RULES.quorum(9), true),
                List.of(new Stance(Group.TEACHER, Vote.YES), new Stance(Group.STUDENT, Vote.YES)));

        assertThat(result.reasons())
                .containsExactly(
                        "The principal is absent.",
                        "1 teacher counts as present; a quorum of this council needs 2.",
                        "0 parents count as present; a quorum of this council needs 2.",
                        "Of 9 seated members, 2 count as present; a quorum is more than half.");
    }

    @Property
    void nothing_passes_without_the_principals_yes_and_more_yes_than_no(
            @ForAll("benches") Bench bench, @ForAll("votes") List<Stance> stances) {
        Result result = CouncilRule.decide(bench, stances);

        boolean principalSaysYes = stances.contains(new Stance(Group.PRINCIPAL, Vote.YES));
        long yes = count(stances, Vote.YES);
        long no = count(stances, Vote.NO);
        switch (result) {
            case Passed _ -> assertThat(principalSaysYes && yes > no).isTrue();
            case Lost _ -> assertThat(principalSaysYes && yes > no).isFalse();
            case Blocked _ -> assertThat(stances).contains(new Stance(Group.PRINCIPAL, Vote.RECUSED));
            case NoQuorum _ -> assertThat(result.reasons()).isNotEmpty();
        }
    }

    @Property
    void whatever_is_decided_is_decided_by_a_quorum(
            @ForAll("benches") Bench bench, @ForAll("votes") List<Stance> stances) {
        Result result = CouncilRule.decide(bench, stances);

        if (!(result instanceof NoQuorum)) {
            assertThat(stances).anyMatch(stance -> stance.group() == Group.PRINCIPAL);
            assertThat(2 * result.tally().present()).isGreaterThan(bench.seated());
            assertThat(result.tally().teachers())
                    .isGreaterThanOrEqualTo(bench.quorum().teachers());
            assertThat(result.tally().parents())
                    .isGreaterThanOrEqualTo(bench.quorum().parents());
        }
    }

    @Property
    void an_account_is_owed_exactly_for_a_vote_against_a_majority(
            @ForAll("benches") Bench bench, @ForAll("votes") List<Stance> stances) {
        Result result = CouncilRule.decide(bench, stances);

        long yes = count(stances, Vote.YES);
        long no = count(stances, Vote.NO);
        boolean againstMajority = (stances.contains(new Stance(Group.PRINCIPAL, Vote.NO)) && yes > no)
                || (stances.contains(new Stance(Group.PRINCIPAL, Vote.YES)) && no > yes);
        assertThat(result.needsAccount()).isEqualTo(againstMajority && !(result instanceof NoQuorum));
    }

    @Property
    void abstentions_beside_the_principal_never_change_a_decided_motion(
            @ForAll("benches") Bench bench,
            @ForAll("votes") List<Stance> stances,
            @ForAll @IntRange(min = 1, max = 3) int more) {
        Result before = CouncilRule.decide(bench, stances);
        List<Stance> with = new ArrayList<>(stances);
        for (int i = 0; i < more; i++) {
            with.add(new Stance(Group.PARENT, Vote.ABSTAIN));
        }

        if (!(before instanceof NoQuorum)) {
            assertThat(CouncilRule.decide(bench, with).word()).isEqualTo(before.word());
        }
    }

    @Provide
    Arbitrary<Bench> benches() {
        return Combinators.combine(
                        Arbitraries.integers().between(9, 16),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.of(true, false))
                .as((members, vacant, count) ->
                        new Bench(members, members - vacant, School.RULES.quorum(members), count));
    }

    @Provide
    Arbitrary<List<Stance>> votes() {
        Arbitrary<List<Stance>> others = Combinators.combine(
                        Arbitraries.of(Group.TEACHER, Group.PARENT, Group.STUDENT), Arbitraries.of(Vote.values()))
                .as(Stance::new)
                .list()
                .ofMaxSize(12);
        Arbitrary<List<Stance>> principal = Arbitraries.of(Vote.values())
                .map(vote -> new Stance(Group.PRINCIPAL, vote))
                .list()
                .ofMaxSize(1);
        return Combinators.combine(principal, others)
                .as((one, many) -> Stream.concat(one.stream(), many.stream()).toList());
    }

    private static long count(List<Stance> stances, Vote vote) {
        return stances.stream().filter(stance -> stance.vote() == vote).count();
    }
}
