package org.partnershipfund.allocation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.partnershipfund.allocation.fixtures.Funds2019.POOL;
import static org.partnershipfund.allocation.fixtures.Funds2019.TOP_TWO;
import static org.partnershipfund.allocation.fixtures.Funds2019.computed;
import static org.partnershipfund.allocation.fixtures.Funds2019.everyRule;
import static org.partnershipfund.allocation.fixtures.Funds2019.publication;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.Candidate;
import org.partnershipfund.allocation.formula.Eligibility.TopN;
import org.partnershipfund.allocation.formula.Guardrails;
import org.partnershipfund.allocation.formula.RoundingUnit;
import org.partnershipfund.allocation.formula.Rules;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.PublishedIsFinal;
import org.partnershipfund.allocation.scenario.Sensitivity.Result.Impossible;
import org.partnershipfund.allocation.scenario.Sensitivity.Result.Possible;
import org.partnershipfund.allocation.scenario.Sensitivity.Step;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;

/** Policy §14 "What if": scenarios beside each other, and one beside itself with other thresholds. */
class ComparingScenariosTest {

    private static final ScenarioId TOP_ONE = new ScenarioId(District.id(61));

    @Test
    void every_school_is_laid_beside_itself_with_the_first_scenario_as_the_measure() {
        var comparison = Comparison.of(List.of(computed(), computed(TOP_ONE, new TopN(1), 200)));

        assertThat(comparison.rows())
                .extracting(row -> "%s %s %s".formatted(row.name(), amounts(row), differences(row)))
                .containsExactly(
                        "Adams [600.00, 1000.00] [0.00, 400.00]",
                        "Baker [400.00, 0.00] [0.00, -400.00]",
                        "Curie [0.00, 0.00] [0.00, 0.00]");
    }

    @Test
    void fewer_than_two_or_more_than_five_are_no_comparison() {
        var one = computed();

        assertThatIllegalArgumentException().isThrownBy(() -> Comparison.of(List.of(one)));
        assertThatIllegalArgumentException().isThrownBy(() -> Comparison.of(List.of(one, one, one, one, one, one)));
    }

    static Stream<Arguments> examples() {
        return PolicyPage.examples("what if").stream().map(row -> Arguments.of(row.toArray()));
    }

    @ParameterizedTest(name = "from {0} on: {1} schools, {2} pupils, {3} for each; {4} left")
    @MethodSource("examples")
    void the_cliff_curve_is_as_the_policy_shows(
            String threshold, String schools, String pupils, String dollars, String left) {
        var curve = Sensitivity.of(computed(), IndexValue.of("0.10"), IndexValue.of("0.80"), 100_000);

        Step step = curve.steps().stream()
                .filter(one -> one.threshold().equals(IndexValue.of(threshold)))
                .findFirst()
                .orElseThrow();

        assertThat(step.result()).satisfies(result -> {
            switch (result) {
                case Possible possible -> {
                    assertThat(possible.schools()).hasToString(schools);
                    assertThat(possible.pupils()).hasToString(pupils);
                    assertThat(possible.dollarsPerPupil()).hasToString(dollars);
                }
                case Impossible _ -> assertThat("nobody-eligible").isEqualTo(dollars);
            }
        });
        assertThat(
                        step.leaving().isEmpty()
                                ? "nobody"
                                : String.join(
                                        ", ",
                                        step.leaving().stream()
                                                .map(Candidate::name)
                                                .toList()))
                .isEqualTo(left);
    }

    @Test
    void the_other_rules_stay_and_what_cannot_be_done_says_why() {
        var capped = computed(
                TOP_ONE,
                new Rules(
                        POOL,
                        Money.ofDollars("100.00"),
                        new TopN(2),
                        new FlatPerPupil(),
                        new Guardrails(Optional.empty(), Optional.of(Money.ofDollars("500.00"))),
                        Optional.empty(),
                        RoundingUnit.CENT),
                200);

        var curve = Sensitivity.of(capped, IndexValue.of("0.60"), IndexValue.of("0.70"), 100_000);

        assertThat(curve.steps().getFirst().result())
                .isEqualTo(new Possible(2, 500, Money.ofDollars("900.00"), Money.ZERO));
        assertThat(curve.steps().getLast().result())
                .isInstanceOfSatisfying(
                        Impossible.class,
                        impossible -> assertThat(impossible.why().sentence())
                                .startsWith("The caps of all served schools add up to $500.00, and there is $900.00"));
    }

    @Test
    void guarantees_stay_with_what_the_schools_had() {
        var held = computed(TOP_ONE, everyRule(), 200);

        var curve = Sensitivity.of(held, IndexValue.of("0.60"), IndexValue.of("0.60"), 1);

        assertThat(curve.steps().getFirst().result())
                .isEqualTo(new Possible(2, 500, Money.ofDollars("840.00"), Money.ofDollars("60.00")));
    }

    @Test
    void a_curve_has_at_most_a_hundred_thresholds() {
        assertThat(Sensitivity.thresholds(IndexValue.LOWEST, IndexValue.HIGHEST, 10_000))
                .isEqualTo(99);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sensitivity.of(computed(), IndexValue.LOWEST, IndexValue.HIGHEST, 9_000));
    }

    @Test
    void only_what_is_not_published_can_be_computed_anew() {
        var published = publication().scenario();

        assertThat(Scenario.draft(computed())).isEqualTo(Decision.accept(computed()));
        assertThat(Scenario.draft(published))
                .isEqualTo(Decision.refuse(new PublishedIsFinal(TOP_TWO, published.publishedAt())));
    }

    private static List<String> amounts(Comparison.Row row) {
        return row.entries().stream()
                .map(entry -> entry.orElseThrow().allocation().amount().dollars())
                .toList();
    }

    private static List<String> differences(Comparison.Row row) {
        return row.entries().stream()
                .map(entry -> entry.orElseThrow().difference().dollars())
                .toList();
    }
}
