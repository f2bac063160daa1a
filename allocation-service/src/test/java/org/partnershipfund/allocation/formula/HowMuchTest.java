package org.partnershipfund.allocation.formula;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.fixtures.RulesInWords;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.AllocationFormula.Step;
import org.partnershipfund.allocation.formula.AllocationFormula.Tiers;
import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.formula.Eligibility.Taper;
import org.partnershipfund.allocation.formula.Eligibility.TopN;
import org.partnershipfund.allocation.formula.FormulaRefusal.BoundInPartUnits;
import org.partnershipfund.allocation.formula.FormulaRefusal.ReserveNotBelowPool;
import org.partnershipfund.allocation.formula.FormulaRefusal.RestInPartUnits;
import org.partnershipfund.allocation.formula.FormulaRefusal.TooManyPupils;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Policy §3 "How much", §4.5 "Units" and §10 "Reserve". */
class HowMuchTest {

    private static final Candidate A = school("00000001", "0.70", 100);
    private static final Candidate B = school("00000002", "0.60", 200);
    private static final Candidate C = school("00000003", "0.50", 400);

    static Stream<Arguments> examples() {
        return PolicyPage.examples("how much").stream().map(row -> Arguments.of(row.toArray()));
    }

    @ParameterizedTest(name = "{0}, {1}, of {2}: {4}")
    @MethodSource("examples")
    void weighs_and_shares_as_the_policy_shows(
            String eligibility, String formula, String pool, String weights, String amounts) {
        var rules =
                new Rules(Money.ofDollars(pool), RulesInWords.eligibility(eligibility), RulesInWords.formula(formula));

        var shared = Apportionment.of(rules, List.of(C, A, B)).orRefuse().state();

        assertThat(Stream.of(A, B, C)
                        .map(school -> rules.inUnits(rules.weight(school)).toPlainString())
                        .collect(joining(", ")))
                .isEqualTo(weights);
        assertThat(amounts(shared)).isEqualTo(amounts);
    }

    @Test
    void a_reserve_is_not_shared_out() {
        var rules = rules("1000.00", "100.00", RoundingUnit.CENT, Guardrails.NONE)
                .orRefuse()
                .state();

        var shared = Apportionment.of(rules, List.of(A, B)).orRefuse().state();

        assertThat(amounts(shared)).isEqualTo("300.00, 600.00");
        assertThat(rules.sharedOut()).isEqualTo(Money.ofDollars("900.00"));
    }

    @Test
    void hundreds_of_dollars_are_handed_out_whole() {
        var rules = rules("1000.00", "0.00", RoundingUnit.HUNDRED_DOLLARS, Guardrails.NONE)
                .orRefuse()
                .state();

        var shared = Apportionment.of(rules, List.of(A, B)).orRefuse().state();

        assertThat(amounts(shared)).isEqualTo("300.00, 700.00");
        assertThat(shared.totals().sharing().leftOver()).isEqualTo(1);
    }

    @Test
    void more_pupils_than_can_be_weighed_exactly_are_refused() {
        var rules = new Rules(
                Money.ofDollars("1000.00"),
                new Taper(IndexValue.LOWEST, IndexValue.HIGHEST),
                RulesInWords.formula("index-weighted"));
        var district = new ArrayList<Candidate>();
        for (int i = 0; i < 100; i++) {
            district.add(school("%08d".formatted(i), "0.99", 100_000));
        }

        var refused = Apportionment.of(rules, district);

        assertThat(refused).isEqualTo(Decision.refuse(new TooManyPupils(10_000_000)));
        assertThat(Apportionment.of(rules, district.subList(0, 90))).isInstanceOf(Decision.Accepted.class);
        assertThat(new TooManyPupils(10_000_000).sentence())
                .startsWith("The eligible schools have 10,000,000 pupils, and by these rules");
    }

    @Test
    void a_reserve_that_takes_the_pool_is_refused() {
        assertThat(rules("1000.00", "1000.00", RoundingUnit.CENT, Guardrails.NONE))
                .isEqualTo(Decision.refuse(
                        new ReserveNotBelowPool(Money.ofDollars("1000.00"), Money.ofDollars("1000.00"))));
        assertThat(new ReserveNotBelowPool(Money.ofDollars("5.00"), Money.ofDollars("5.00")).sentence())
                .isEqualTo(
                        "reserve is $5.00 and the pool is $5.00: nothing would be left to share out. Hold back less than the pool.");
    }

    @Test
    void what_is_left_in_part_units_is_refused_with_the_reserve_that_would_do() {
        assertThat(sentence(rules("1050.25", "100.00", RoundingUnit.HUNDRED_DOLLARS, Guardrails.NONE)))
                .isEqualTo(
                        "reserve is $100.00, which leaves $950.25 to share out, and that is no whole number of hundreds of dollars. Set reserve to $150.25, or choose a smaller unit.");
        assertThat(rules("1050.25", "150.25", RoundingUnit.HUNDRED_DOLLARS, Guardrails.NONE))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(new RestInPartUnits(Money.ZERO, Money.ofDollars("50.00"), RoundingUnit.HUNDRED_DOLLARS).sentence())
                .endsWith("Hold back less, or choose a smaller unit.");
    }

    @Test
    void a_floor_or_cap_in_part_units_is_refused_with_one_that_would_do() {
        var floor = new Guardrails(Optional.of(Money.ofDollars("10.50")), Optional.empty());
        var cap = new Guardrails(Optional.empty(), Optional.of(Money.ofDollars("10.50")));

        assertThat(rules("1000.00", "0.00", RoundingUnit.DOLLAR, floor))
                .isEqualTo(Decision.refuse(
                        new BoundInPartUnits("guardrails.floor", Money.ofDollars("10.50"), RoundingUnit.DOLLAR)));
        assertThat(sentence(rules("1000.00", "0.00", RoundingUnit.DOLLAR, cap)))
                .isEqualTo(
                        "guardrails.cap is $10.50, and amounts are whole dollars. Set it to $11.00, or choose a smaller unit.");
    }

    @Test
    void steps_that_leave_a_school_out_or_favour_less_need_are_no_tiers() {
        assertThat(Tiers.wrong(List.of())).contains("there must be 1 to 20 steps");
        assertThat(Tiers.wrong(List.of(step("0.50", 1_000)))).get().asString().contains("must begin at 0.01");
        assertThat(Tiers.wrong(List.of(step("0.01", 1_000), step("0.01", 2_000))))
                .get()
                .asString()
                .contains("higher index");
        assertThat(Tiers.wrong(List.of(step("0.01", 2_000), step("0.50", 1_999))))
                .get()
                .asString()
                .contains("must not weigh less");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tiers(LocalDate.of(2017, 10, 18), List.of(step("0.50", 1_000))));
    }

    @Test
    void a_school_stands_on_the_highest_step_that_begins_at_its_index_or_below() {
        assertThat(List.of("0.01", "0.599999", "0.60", "0.699999", "0.70", "0.99"))
                .extracting(index ->
                        RulesInWords.THREE_STEPS.step(IndexValue.of(index)).weight())
                .containsExactly("1", "1", "1.5", "1.5", "2", "2");
    }

    private static Decision<Rules> rules(String pool, String reserve, RoundingUnit unit, Guardrails guardrails) {
        return Rules.of(
                Money.ofDollars(pool),
                Money.ofDollars(reserve),
                new TopN(2),
                new FlatPerPupil(),
                guardrails,
                Optional.empty(),
                unit);
    }

    private static String sentence(Decision<Rules> decision) {
        return decision instanceof Decision.Refused<Rules>(var why) ? why.sentence() : "accepted";
    }

    private static Step step(String atLeast, int thousandths) {
        return new Step(IndexValue.of(atLeast), thousandths);
    }

    private static String amounts(Apportionment shared) {
        return shared.lines().stream()
                .map(Line::outcome)
                .map(outcome -> outcome.amount().dollars())
                .collect(joining(", "));
    }

    private static Candidate school(String code, String index, int pupils) {
        return new Candidate(new SchoolCode(code), "School " + code, IndexValue.of(index), pupils);
    }
}
