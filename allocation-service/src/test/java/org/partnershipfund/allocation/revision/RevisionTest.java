package org.partnershipfund.allocation.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.allocation.fixtures.District.ADAMS;
import static org.partnershipfund.allocation.fixtures.District.BAKER;
import static org.partnershipfund.allocation.fixtures.District.CURIE;
import static org.partnershipfund.allocation.fixtures.Funds2019.FUND;
import static org.partnershipfund.allocation.fixtures.Funds2019.ON_29_MARCH;
import static org.partnershipfund.allocation.fixtures.Funds2019.ON_8_DECEMBER;
import static org.partnershipfund.allocation.fixtures.Funds2019.POOL;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.Funds2019;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.revision.Revision.Ask;
import org.partnershipfund.allocation.revision.Revision.Proposed;
import org.partnershipfund.allocation.revision.Revision.Told;
import org.partnershipfund.allocation.revision.RevisionEvent.AllocationRevised;
import org.partnershipfund.allocation.revision.RevisionEvent.RevisionProposed;
import org.partnershipfund.allocation.revision.RevisionRefusal.MoreThanAllocated;
import org.partnershipfund.allocation.revision.RevisionRefusal.SettledDifferently;
import org.partnershipfund.allocation.revision.RevisionRefusal.ToldDifferently;
import org.partnershipfund.allocation.revision.Side.Line;
import org.partnershipfund.allocation.scenario.Allocation;
import org.partnershipfund.allocation.scenario.AllocationId;
import org.partnershipfund.allocation.scenario.AllocationInScenario;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;

/** Policy §7 "Revisions". */
class RevisionTest {

    private static final RevisionId ID = new RevisionId(District.id(901));
    private static final Instant IN_JANUARY = Instant.parse("2018-01-24T15:00:00Z");
    private static final Instant A_MOMENT_LATER = IN_JANUARY.plusSeconds(2);
    private static final Scenario.Published PUBLISHED = Funds2019.publication().scenario();
    private static final Map<String, SchoolCode> SCHOOLS =
            Map.of("Adams", ADAMS.code(), "Baker", BAKER.code(), "Curie", CURIE.code());

    static List<List<String>> worked_examples() {
        return PolicyPage.examples("proposing a revision");
    }

    @ParameterizedTest
    @MethodSource("worked_examples")
    void a_revision_is_proposed_as_the_policy_shows(List<String> row) {
        List<Revision.Accepted> before =
                switch (row.getFirst().split(", ", -1)[row.getFirst().contains(",") ? 1 : 0]) {
                    case "revised before" -> List.of(new Revision.Accepted(fifty().terms(), A_MOMENT_LATER));
                    case "reserve filled before" -> List.of(new Revision.Accepted(toTheReserve(), A_MOMENT_LATER));
                    case String _ -> List.of();
                };
        List<Proposed> open = row.getFirst().endsWith("revision open") ? List.of(fifty()) : List.of();
        Fund fund = switch (row.getFirst().split(",", -1)[0]) {
            case "open" -> Funds2019.open();
            case "appropriated" -> Funds2019.appropriated();
            default -> Funds2019.allocated();
        };
        var ask = new Ask(side(row.get(1)), side(row.get(2)), Money.ofDollars(row.get(3)), "Enrolment changed.");

        var decision = Revision.propose(ID, fund, ask, amounts(before), open, IN_JANUARY);

        assertThat(
                        switch (decision) {
                            case Decision.Accepted<Revision>(Proposed _, var _) -> "proposed";
                            case Decision.Accepted<Revision> _ -> "accepted";
                            case Decision.Refused<Revision>(Refusal why) -> word((RevisionRefusal) why);
                        })
                .isEqualTo(row.get(4));
    }

    @Test
    void a_proposal_asks_the_ledger_and_changes_nothing() {
        assertThat(Revision.propose(ID, Funds2019.allocated(), ask(), amounts(List.of()), List.of(), IN_JANUARY))
                .isEqualTo(Decision.accept(fifty(), new RevisionProposed(fifty().terms(), ADAMS.code())));
    }

    @Test
    void an_accepted_revision_tells_both_schools_at_once() {
        List<Allocation> two = PUBLISHED.allocations();

        var decision = Revision.accept(fifty(), told("50.00"), amounts(List.of()), A_MOMENT_LATER);

        assertThat(decision)
                .isEqualTo(Decision.accept(
                        new Revision.Accepted(fifty().terms(), A_MOMENT_LATER),
                        List.of(
                                new AllocationRevised(
                                        fifty().terms(),
                                        two.get(0).id(),
                                        ADAMS.code(),
                                        Money.ofDollars("600.00"),
                                        Money.ofDollars("550.00"),
                                        A_MOMENT_LATER),
                                new AllocationRevised(
                                        fifty().terms(),
                                        two.get(1).id(),
                                        BAKER.code(),
                                        Money.ofDollars("400.00"),
                                        Money.ofDollars("450.00"),
                                        A_MOMENT_LATER))));
    }

    @Test
    void the_same_answer_again_changes_nothing_and_another_one_is_refused() {
        var accepted = new Revision.Accepted(fifty().terms(), A_MOMENT_LATER);
        var refused = new Revision.Refused(fifty().terms(), Money.ZERO, "spoken for", A_MOMENT_LATER);

        assertThat(Revision.accept(accepted, told("50.00"), amounts(List.of(accepted)), ON_29_MARCH))
                .isEqualTo(Decision.accept(accepted));
        assertThat(Revision.refuse(fifty(), told("50.00"), Money.ZERO, "spoken for", A_MOMENT_LATER))
                .isEqualTo(Decision.accept(refused));
        assertThat(Revision.refuse(refused, told("50.00"), Money.ZERO, "spoken for", ON_29_MARCH))
                .isEqualTo(Decision.accept(refused));
        assertThat(Revision.refuse(accepted, told("50.00"), Money.ZERO, "spoken for", ON_29_MARCH))
                .isEqualTo(Decision.refuse(new SettledDifferently(ID, "accepted", "refused")));
        assertThat(Revision.accept(refused, told("50.00"), amounts(List.of()), ON_29_MARCH))
                .isEqualTo(Decision.refuse(new SettledDifferently(ID, "refused", "accepted")));
    }

    @Test
    void an_answer_to_another_question_is_refused() {
        assertThat(Revision.accept(fifty(), told("50.01"), amounts(List.of()), A_MOMENT_LATER))
                .isEqualTo(Decision.refuse(ToldDifferently.than(fifty().terms(), told("50.01"))));
        var elsewhere = new Told(ID, new FundId(District.id(404)), ADAMS.code(), Money.ofDollars("50.00"));
        assertThat(Revision.refuse(fifty(), elsewhere, Money.ZERO, "spoken for", A_MOMENT_LATER))
                .isEqualTo(Decision.refuse(ToldDifferently.than(fifty().terms(), elsewhere)));
    }

    @Test
    void a_revised_allocation_explains_itself() {
        var summary = PUBLISHED.summary();
        var accepted = new Revision.Accepted(fifty().terms(), A_MOMENT_LATER);
        var adams = RevisedAllocation.of(
                new AllocationInScenario(PUBLISHED.allocations().get(0), summary), List.of(accepted));
        var baker = RevisedAllocation.of(
                new AllocationInScenario(PUBLISHED.allocations().get(1), summary), List.of(accepted));
        var curie = RevisedAllocation.of(
                new AllocationInScenario(PUBLISHED.allocations().get(2), summary), List.of(accepted));

        assertThat(adams.amount()).isEqualTo(Money.ofDollars("550.00"));
        assertThat(adams.sentence())
                .startsWith("Adams receives $600.00:")
                .endsWith(" Revised since: it has $550.00 now.");
        assertThat(adams.explanation().getLast())
                .isEqualTo(
                        "Revision of 24 January 2018, 10:00 EST: $50.00 went to school 00350002 (Enrolment changed.). The amount is $550.00.");
        assertThat(baker.explanation().getLast()).contains("$50.00 came from school 00350001", "$450.00");
        assertThat(curie.amount()).isEqualTo(Money.ZERO);
        assertThat(curie.revisions()).isEmpty();
    }

    @Test
    void a_refusal_names_the_most_that_can_move() {
        assertThat(new MoreThanAllocated(ADAMS.code(), Money.ofDollars("600.00"), Money.ofDollars("600.00")).sentence())
                .contains("amount is $600.00", "Move at most $599.99.");
    }

    @Property
    void whatever_is_revised_the_sum_stays_and_nobody_is_left_without_a_cent(
            @ForAll @Size(max = 30) List<@IntRange(min = -70_000, max = 70_000) Integer> asked) {
        List<Revision.Accepted> accepted = new ArrayList<>();
        for (int cents : asked) {
            // Less than nothing: from Baker to Adams.
            var ask = cents < 0
                    ? new Ask(new Line(BAKER.code()), new Line(ADAMS.code()), new Money(-(long) cents), "any")
                    : new Ask(new Line(ADAMS.code()), new Line(BAKER.code()), new Money(cents), "any");
            var id = new RevisionId(District.id(accepted.size()));
            if (Revision.propose(id, Funds2019.allocated(), ask, amounts(accepted), List.of(), IN_JANUARY)
                    instanceof Decision.Accepted<Revision>(Revision proposed, var _)) {
                var answer = new Told(id, FUND, cents < 0 ? BAKER.code() : ADAMS.code(), ask.amount());
                accepted.add((Revision.Accepted) Revision.accept(proposed, answer, amounts(accepted), IN_JANUARY)
                        .orRefuse()
                        .state());
            }
        }

        var now = amounts(accepted).bySchool().values().stream()
                .map(CurrentAmounts.Current::amount)
                .toList();
        assertThat(now).allMatch(Money::isPositive);
        assertThat(now.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(POOL);
    }

    @Test
    void what_the_reserve_gives_is_accepted_at_once_and_told_to_the_school() {
        var filled = List.of(new Revision.Accepted(toTheReserve(), A_MOMENT_LATER));
        var ask = new Ask(new Side.Reserve(), new Line(BAKER.code()), Money.ofDollars("20.00"), "More pupils came.");

        var decision = Revision.propose(ID, Funds2019.allocated(), ask, amounts(filled), List.of(), ON_29_MARCH);

        var terms = new Revision.Terms(ID, FUND, ask.from(), ask.to(), ask.amount(), ask.reason(), ON_29_MARCH);
        assertThat(decision)
                .isEqualTo(Decision.accept(
                        new Revision.Accepted(terms, ON_29_MARCH),
                        List.of(new AllocationRevised(
                                terms,
                                PUBLISHED.allocations().get(1).id(),
                                BAKER.code(),
                                Money.ofDollars("400.00"),
                                Money.ofDollars("420.00"),
                                ON_29_MARCH))));
    }

    @Test
    void what_goes_to_the_reserve_is_told_to_the_school_that_gave_and_explained() {
        var proposed = new Proposed(toTheReserve());

        var decision = Revision.accept(proposed, told("50.00"), amounts(List.of()), A_MOMENT_LATER);

        assertThat(decision)
                .isEqualTo(Decision.accept(
                        new Revision.Accepted(toTheReserve(), A_MOMENT_LATER),
                        List.of(new AllocationRevised(
                                toTheReserve(),
                                PUBLISHED.allocations().get(0).id(),
                                ADAMS.code(),
                                Money.ofDollars("600.00"),
                                Money.ofDollars("550.00"),
                                A_MOMENT_LATER))));
        assertThat(RevisedAllocation.of(
                                new AllocationInScenario(PUBLISHED.allocations().get(0), PUBLISHED.summary()),
                                List.of(new Revision.Accepted(toTheReserve(), A_MOMENT_LATER)))
                        .explanation()
                        .getLast())
                .contains("$50.00 went to the reserve (Less was adopted.)");
    }

    static List<List<String>> lowered() {
        return PolicyPage.examples("lowering to an adopted amount");
    }

    @ParameterizedTest
    @MethodSource("lowered")
    void allocations_are_lowered_as_the_policy_shows(List<String> row) {
        var before = having(
                Stream.of(row.getFirst().split(", ", -1)).map(Money::ofDollars).toList());

        String answer = switch (Reduction.of(before, Money.ofDollars(row.get(1)), "Less was adopted.")) {
            case Decision.Accepted<Reduction>(Reduction reduction, var _) ->
                after(before, reduction).stream().map(Money::dollars).collect(Collectors.joining(", "));
            case Decision.Refused<Reduction>(RevisionRefusal.NotALowerSum _) -> "not-a-lower-sum";
            case Decision.Refused<Reduction>(var other) -> other.sentence();
        };

        assertThat(answer).isEqualTo(row.get(2));
    }

    @Property
    void lowered_allocations_add_up_and_nobody_gains_or_is_left_without_a_cent(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 30_000_000) Integer> cents,
            @ForAll @IntRange(max = 999) int permille) {
        var before = having(cents.stream().map(Money::new).toList());
        Money to = new Money(Math.max(cents.size(), before.sum().cents() * permille / 1_000));

        if (before.sum().exceeds(to)) {
            var reduction = Reduction.of(before, to, "any").orRefuse().state();
            var after = after(before, reduction);
            assertThat(after.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(to);
            assertThat(after).allMatch(Money::isPositive);
            assertThat(reduction.asks()).allMatch(ask -> ask.amount().isPositive());
        }
    }

    private static CurrentAmounts having(List<Money> amounts) {
        SortedMap<SchoolCode, CurrentAmounts.Current> bySchool = new TreeMap<>();
        amounts.forEach(amount -> {
            int number = bySchool.size();
            bySchool.put(
                    new SchoolCode("%08d".formatted(number)),
                    new CurrentAmounts.Current(new AllocationId(District.id(number)), amount));
        });
        return new CurrentAmounts(bySchool);
    }

    private static List<Money> after(CurrentAmounts before, Reduction reduction) {
        return before.bySchool().entrySet().stream()
                .map(school -> reduction.asks().stream()
                        .filter(ask -> ask.from().is(school.getKey()))
                        .map(Ask::amount)
                        .reduce(school.getValue().amount(), Money::minus))
                .toList();
    }

    private static Side side(String name) {
        return name.equals("the reserve")
                ? new Side.Reserve()
                : new Line(Objects.requireNonNull(SCHOOLS.get(name), name));
    }

    private static Revision.Terms toTheReserve() {
        return new Revision.Terms(
                ID,
                FUND,
                new Line(ADAMS.code()),
                new Side.Reserve(),
                Money.ofDollars("50.00"),
                "Less was adopted.",
                IN_JANUARY);
    }

    private static Proposed fifty() {
        return new Proposed(new Revision.Terms(
                ID,
                FUND,
                new Line(ADAMS.code()),
                new Line(BAKER.code()),
                Money.ofDollars("50.00"),
                "Enrolment changed.",
                IN_JANUARY));
    }

    private static Ask ask() {
        return new Ask(new Line(ADAMS.code()), new Line(BAKER.code()), Money.ofDollars("50.00"), "Enrolment changed.");
    }

    private static Told told(String dollars) {
        return new Told(ID, FUND, ADAMS.code(), Money.ofDollars(dollars));
    }

    private static CurrentAmounts amounts(List<Revision.Accepted> accepted) {
        assertThat(PUBLISHED.publishedAt()).isEqualTo(ON_8_DECEMBER);
        return CurrentAmounts.of(PUBLISHED.allocations(), accepted);
    }

    private static String word(RevisionRefusal refusal) {
        return switch (refusal) {
            case RevisionRefusal.NothingToRevise _ -> "nothing-to-revise";
            case RevisionRefusal.TooLateToRevise _ -> "too-late-to-revise";
            case RevisionRefusal.WithinOneSchool _ -> "revision-within-one-school";
            case RevisionRefusal.RevisionOfNothing _ -> "revision-of-nothing";
            case RevisionRefusal.SchoolNotFunded _ -> "school-not-funded";
            case MoreThanAllocated _ -> "more-than-allocated";
            case RevisionRefusal.AnotherIsOpen _ -> "revision-open";
            case RevisionRefusal.ReserveTooSmall _ -> "reserve-too-small";
            case RevisionRefusal.NoSuchRevision _,
                    RevisionRefusal.NotALowerSum _,
                    RevisionRefusal.NotRetrued _,
                    RevisionRefusal.UnknownScenario _,
                    RevisionRefusal.NotAnOctoberCount _,
                    RevisionRefusal.OtherRules _,
                    RevisionRefusal.ServesOtherSchools _,
                    RevisionRefusal.NothingToRetrue _,
                    ToldDifferently _,
                    SettledDifferently _ -> throw new AssertionError("not an answer to a proposal: " + refusal);
        };
    }
}
