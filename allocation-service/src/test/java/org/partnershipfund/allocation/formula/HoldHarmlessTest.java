package org.partnershipfund.allocation.formula;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.fixtures.RulesInWords;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.AllocationFormula.IndexWeightedPerPupil;
import org.partnershipfund.allocation.formula.Apportionment.Held;
import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.formula.BoundedSplit.Part;
import org.partnershipfund.allocation.formula.Eligibility.Taper;
import org.partnershipfund.allocation.formula.Eligibility.Threshold;
import org.partnershipfund.allocation.formula.Eligibility.TopN;
import org.partnershipfund.allocation.formula.Eligibility.TopShareOfPupils;
import org.partnershipfund.allocation.formula.FormulaRefusal.CapsBelowPool;
import org.partnershipfund.allocation.formula.FormulaRefusal.FloorsAbovePool;
import org.partnershipfund.allocation.formula.Outcome.Funded;
import org.partnershipfund.allocation.formula.Outcome.HeldHarmless;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Policy §11 "Hold harmless", and what all rules together promise whatever the district looks like. */
class HoldHarmlessTest {

    private static final List<Fraction> THIRDS = List.of(Fraction.of("1/3"), Fraction.of("2/3"), Fraction.of("1"));

    private static final Candidate A = school(1, "0.70", 100);
    private static final Candidate B = school(2, "0.60", 200);
    private static final Candidate C = school(3, "0.20", 300);

    static Stream<Arguments> examples() {
        return PolicyPage.examples("hold harmless").stream().map(row -> Arguments.of(row.toArray()));
    }

    @ParameterizedTest(name = "year {0} after {1}, floor {2}, cap {3}: {5}")
    @MethodSource("examples")
    void guarantees_as_the_policy_shows(
            String year, String before, String floor, String cap, String guarantees, String amounts, String cost) {
        var held = held(Integer.parseInt(year), THIRDS);
        var rules =
                rules("600.00", new Threshold(IndexValue.of("0.50")), new Guardrails(money(floor), money(cap)), held);
        List<String> old = List.of(before.split(", "));

        var decision = Apportionment.of(
                rules,
                List.of(A, B, C),
                Map.of(
                        A.school(), Money.ofDollars(old.get(0)),
                        B.school(), Money.ofDollars(old.get(1)),
                        C.school(), Money.ofDollars(old.get(2))));

        assertThat(Stream.of(0, 1, 2)
                        .map(place -> held.guarantee(Money.ofDollars(old.get(place)), RoundingUnit.CENT)
                                .dollars())
                        .collect(joining(", ")))
                .isEqualTo(guarantees);
        switch (decision) {
            case Accepted<Apportionment>(var shared, var _) -> {
                assertThat(shared.lines().stream()
                                .map(line -> words(line, rules.guardrails()))
                                .collect(joining(", ")))
                        .isEqualTo(amounts);
                assertThat(shared.totals().cost().amount().dollars()).isEqualTo(cost);
            }
            case Refused<Apportionment>(FloorsAbovePool _) ->
                assertThat("floors-above-pool").isEqualTo(amounts);
            case Refused<Apportionment>(var why) -> assertThat(why.sentence()).isEqualTo(amounts);
        }
    }

    @Test
    void every_school_sees_what_it_would_have_received_without_any_guarantee() {
        var rules = rules("600.00", new TopN(2), Guardrails.NONE, held(1, THIRDS));

        var shared = Apportionment.of(rules, List.of(A, B, C), Map.of(C.school(), Money.ofDollars("150.00")))
                .orRefuse()
                .state();

        assertThat(shared.lines())
                .extracting(Line::held)
                .containsExactly(
                        Optional.of(new Held(Money.ZERO, Money.ZERO, Money.ofDollars("200.00"))),
                        Optional.of(new Held(Money.ZERO, Money.ZERO, Money.ofDollars("400.00"))),
                        Optional.of(new Held(Money.ofDollars("150.00"), Money.ofDollars("100.00"), Money.ZERO)));
        assertThat(shared.totals().cost())
                .isEqualTo(new Apportionment.Cost(Money.ofDollars("100.00"), 1, Money.ZERO, 0, 2));
        assertThat(shared.totals().heldHarmless()).isEqualTo(1);
    }

    @Test
    void a_school_without_pupils_is_guaranteed_nothing() {
        var empty = school(4, "0.90", 0);
        var rules = rules("600.00", new TopN(1), Guardrails.NONE, held(1, THIRDS));

        var shared = Apportionment.of(rules, List.of(A, empty), Map.of(empty.school(), Money.ofDollars("90.00")))
                .orRefuse()
                .state();

        assertThat(shared.lines().getLast().outcome()).isEqualTo(new Outcome.WithoutPupils());
        assertThat(shared.lines().getLast().held())
                .contains(new Held(Money.ofDollars("90.00"), Money.ZERO, Money.ZERO));
    }

    @Test
    void rules_that_need_the_guarantees_to_be_met_are_refused() {
        var capped = new Guardrails(Optional.empty(), money("250.00"));
        var rules = rules("600.00", new TopN(2), capped, held(1, THIRDS));

        assertThat(Apportionment.of(rules, List.of(A, B, C), Map.of(C.school(), Money.ofDollars("150.00"))))
                .isEqualTo(Decision.refuse(new CapsBelowPool(Money.ofDollars("500.00"), Money.ofDollars("600.00"))));
    }

    @Test
    void a_phase_out_that_would_guarantee_more_later_cannot_be_asked_for() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> held(1, List.of(Fraction.of("2/3"), Fraction.of("1/3"))))
                .withMessageContaining("never falls");
        assertThatIllegalArgumentException().isThrownBy(() -> held(1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> held(0, THIRDS));
    }

    @Test
    void a_fraction_is_exact_and_written_as_people_write_it() {
        assertThat(Fraction.parse("1/3")).contains(new Fraction(1, 3));
        assertThat(Fraction.of("1/3").rest()).hasToString("2/3");
        assertThat(Fraction.of("1")).isEqualTo(Fraction.WHOLE).hasToString("1");
        assertThat(Fraction.of("1").rest()).hasToString("0");
        assertThat(List.of("4/3", "1/0", "-1/3", "0.5", "01/3", "1/1000001", "NaN", ""))
                .allSatisfy(text -> assertThat(Fraction.parse(text)).isEmpty());
        assertThat(Fraction.of("1/3").ofRoundedUp(100)).isEqualTo(34);
        assertThat(Fraction.of("999999/1000000").ofRoundedUp(Long.MAX_VALUE)).isEqualTo(9_223_362_813_482_738_953L);
    }

    @Property(tries = 500)
    void every_cent_is_shared_out_and_nobody_is_below_a_floor_or_guarantee(@ForAll("cases") Case one) {
        one.shared().ifPresent(shared -> {
            Guardrails guardrails = one.rules().guardrails();
            assertThat(shared.lines().stream()
                            .map(line -> line.outcome().amount())
                            .reduce(Money.ZERO, Money::plus))
                    .isEqualTo(one.rules().sharedOut());
            for (Line line : shared.lines()) {
                Held held = line.held().orElseThrow();
                Money amount = line.outcome().amount();
                assertThat(one.rules().unit().fits(amount)).isTrue();
                assertThat(amount).isGreaterThanOrEqualTo(held.guarantee());
                if (line.outcome() instanceof Funded) {
                    guardrails.floor().ifPresent(floor -> assertThat(amount).isGreaterThanOrEqualTo(floor));
                    guardrails
                            .cap()
                            .filter(cap -> cap.exceeds(held.guarantee()))
                            .ifPresent(cap -> assertThat(amount).isLessThanOrEqualTo(cap));
                } else {
                    assertThat(amount).isEqualTo(held.guarantee());
                }
            }
        });
    }

    @Property(tries = 500)
    void what_guarantees_cost_is_what_others_pay(@ForAll("cases") Case one) {
        // Without its guarantee an eligible school may be left with nothing, which only the rules with it can mend.
        one.shared().filter(_ -> one.without().isPresent()).ifPresent(shared -> {
            var without = one.without().orElseThrow();
            long byRounding = 0;
            long gained = 0;
            long paid = 0;
            for (int i = 0; i < shared.lines().size(); i++) {
                Line line = shared.lines().get(i);
                Money plain = without.lines().get(i).outcome().amount();
                assertThat(line.held().orElseThrow().without()).isEqualTo(plain);
                long more = line.outcome().amount().minus(plain).cents();
                gained += Math.max(more, 0);
                paid += Math.max(-more, 0);
                if (!line.isGuaranteed(one.rules().guardrails())) {
                    byRounding += Math.max(more, 0);
                }
                if (!line.held().orElseThrow().guarantee().isPositive()) {
                    assertThat(more).isLessThanOrEqualTo(one.rules().unit().cents());
                }
            }
            assertThat(gained).isEqualTo(paid);
            assertThat(shared.totals().cost().paid()).isEqualTo(new Money(paid));
            assertThat(shared.totals().cost().byRounding()).isEqualTo(new Money(byRounding));
            assertThat(byRounding)
                    .isLessThanOrEqualTo(shared.totals().cost().roundedUp()
                            * one.rules().unit().cents());
        });
    }

    @Property(tries = 300)
    void the_order_of_the_files_does_not_matter(@ForAll("cases") Case one, @ForAll Random chance) {
        var shuffled = new ArrayList<>(one.district());
        Collections.shuffle(shuffled, chance);

        assertThat(new Case(one.rules(), shuffled, one.before()).shared()).isEqualTo(one.shared());
    }

    @Property(tries = 500)
    void among_schools_of_one_size_greater_need_never_receives_less(@ForAll("cases") Case one) {
        var twins = one.district().stream()
                .map(school -> new Candidate(school.school(), school.name(), school.index(), 100))
                .toList();
        new Case(one.rules(), twins, Map.of()).shared().ifPresent(shared -> {
            for (int i = 1; i < shared.lines().size(); i++) {
                Line needier = shared.lines().get(i - 1);
                Line other = shared.lines().get(i);
                if (needier.school().index().compareTo(other.school().index()) > 0) {
                    boolean weighMore =
                            one.rules().weight(needier.school()) > one.rules().weight(other.school());
                    // Of two that weigh the same, one may have the unit that was left over.
                    Money tie = weighMore ? Money.ZERO : one.rules().unit().money();
                    assertThat(needier.outcome().amount().plus(tie))
                            .isGreaterThanOrEqualTo(other.outcome().amount());
                }
            }
        });
    }

    @Property(tries = 300)
    void the_groups_and_the_sharers_together_receive_everything(@ForAll("cases") Case one) {
        one.shared().ifPresent(shared -> {
            var totals = shared.totals();
            assertThat(totals.sharing()
                            .amount()
                            .plus(totals.atFloor().amount())
                            .plus(totals.atCap().amount())
                            .plus(totals.guaranteed().amount()))
                    .isEqualTo(one.rules().sharedOut());
            assertThat(totals.sharing().schools()
                            + totals.atFloor().schools()
                            + totals.atCap().schools()
                            + totals.guaranteed().schools())
                    .isEqualTo(totals.funded());
        });
    }

    record Case(Rules rules, List<Candidate> district, Map<SchoolCode, Money> before) {

        Optional<Apportionment> shared() {
            return state(Apportionment.of(rules, district, before));
        }

        Optional<Apportionment> without() {
            return state(Apportionment.of(
                    new Rules(
                            rules.pool(),
                            rules.reserve(),
                            rules.eligibility(),
                            rules.formula(),
                            rules.guardrails(),
                            Optional.empty(),
                            rules.unit()),
                    district));
        }

        private static Optional<Apportionment> state(Decision<Apportionment> decision) {
            return decision instanceof Accepted<Apportionment>(var shared, var _)
                    ? Optional.of(shared)
                    : Optional.empty();
        }
    }

    record Had(int index, int pupils, long before) {}

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<List<Had>> districts = Combinators.combine(
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.longs().between(0, 40_000))
                .as(Had::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .filter(all -> all.stream().anyMatch(one -> one.pupils() > 0));
        Arbitrary<Eligibility> eligibilities = Arbitraries.of(
                new TopN(1),
                new TopN(5),
                new Threshold(IndexValue.of("0.50")),
                new Threshold(IndexValue.LOWEST),
                new TopShareOfPupils(400_000),
                new Taper(IndexValue.of("0.30"), IndexValue.of("0.80")));
        Arbitrary<AllocationFormula> formulas =
                Arbitraries.of(new FlatPerPupil(), new IndexWeightedPerPupil(), RulesInWords.THREE_STEPS);
        Arbitrary<Guardrails> guardrails = Combinators.combine(
                        Arbitraries.longs().between(1, 30).optional(0.4),
                        Arbitraries.longs().between(30, 900).optional(0.4))
                .as((floor, cap) ->
                        new Guardrails(floor.map(HoldHarmlessTest::hundreds), cap.map(HoldHarmlessTest::hundreds)));
        return Combinators.combine(
                        districts,
                        eligibilities,
                        formulas,
                        guardrails,
                        Arbitraries.of(RoundingUnit.values()),
                        Arbitraries.longs().between(1, 2_000),
                        Arbitraries.integers().between(1, 4))
                .as((all, eligibility, formula, bounds, unit, pool, year) -> {
                    List<Candidate> district = new ArrayList<>();
                    Map<SchoolCode, Money> before = new HashMap<>();
                    for (Had had : all) {
                        Candidate school = new Candidate(
                                code(district.size()), "", new IndexValue(had.index() * 10_000), had.pupils());
                        district.add(school);
                        before.put(school.school(), new Money(had.before()));
                    }
                    return new Case(
                            new Rules(
                                    hundreds(pool + 1),
                                    hundreds(1),
                                    eligibility,
                                    formula,
                                    bounds,
                                    Optional.of(held(year, THIRDS)),
                                    unit),
                            district,
                            before);
                });
    }

    private static Money hundreds(long hundreds) {
        return new Money(hundreds * 10_000);
    }

    private static String words(Line line, Guardrails guardrails) {
        String bound = switch (line.outcome()) {
            case HeldHarmless _ -> " (held harmless)";
            case Funded _ when line.isGuaranteed(guardrails) -> " (guarantee)";
            case Funded(Part.AtFloor _) -> " (floor)";
            case Funded(Part.AtCap _) -> " (cap)";
            case Funded(Part.Proportional _), Outcome.BelowTheCut _, Outcome.WithoutPupils _ -> "";
        };
        return line.outcome().amount().dollars() + bound;
    }

    private static Rules rules(String pool, Eligibility eligibility, Guardrails guardrails, HoldHarmless held) {
        return new Rules(
                Money.ofDollars(pool),
                Money.ZERO,
                eligibility,
                new FlatPerPupil(),
                guardrails,
                Optional.of(held),
                RoundingUnit.CENT);
    }

    private static HoldHarmless held(int year, List<Fraction> phaseOut) {
        return new HoldHarmless(
                new NoticeId(District.id(12)), new FiscalYear(2018), LocalDate.of(2017, 12, 1), false, year, phaseOut);
    }

    private static Optional<Money> money(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(Money.ofDollars(cell));
    }

    private static Candidate school(int number, String index, int pupils) {
        return new Candidate(code(number), "School " + number, IndexValue.of(index), pupils);
    }

    private static SchoolCode code(int number) {
        return new SchoolCode("%08d".formatted(number));
    }
}
