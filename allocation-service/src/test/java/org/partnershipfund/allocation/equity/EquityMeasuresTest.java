package org.partnershipfund.allocation.equity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;
import org.hipparchus.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** The worked examples of docs/policy/equity.md, what the measures promise, and the same by another way. */
class EquityMeasuresTest {

    private static final BigDecimal NONE = new BigDecimal("0.000000");

    static Stream<Arguments> examples() {
        return PolicyPage.examples("equity.md", "measures").stream()
                .map(row -> Arguments.of(schools(row), row.subList(3, row.size())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void measures_as_the_policy_shows(List<SchoolAmount> schools, List<String> figures) {
        var measures = EquityMeasures.of(schools);

        assertThat(Stream.of(
                                measures.concentrationIndex(),
                                measures.targetingRatio(),
                                measures.association().correlation(),
                                measures.association().slope(),
                                measures.association().rankCorrelation(),
                                measures.spread().gini(),
                                measures.spread().coefficientOfVariation())
                        .map(figure -> figure.map(BigDecimal::toPlainString).orElse("-")))
                .containsExactlyElementsOf(figures);
    }

    @Test
    void of_fifths_and_range_every_figure_can_be_checked_by_hand() {
        var measures = EquityMeasures.of(List.of(
                school(1, "0.20", 100, "0.00"), school(2, "0.60", 200, "2000.00"), school(3, "0.70", 300, "3000.00")));

        assertThat(measures.reach().schoolsFunded()).isEqualTo(2);
        assertThat(measures.reach().pupilsFunded()).isEqualTo(500);
        assertThat(measures.reach().dollarsPerPupil()).isEqualByComparingTo("8.3333");
        assertThat(measures.quintiles())
                .extracting(EquityMeasures.Quintile::amount)
                .containsExactly(
                        money("200.00"), money("1200.00"), money("1200.00"), money("1200.00"), money("1200.00"));
        assertThat(measures.quintiles().getFirst().dollarsPerPupil()).isEqualByComparingTo("1.6667");
        assertThat(measures.quintiles().getFirst().share()).contains(new BigDecimal("0.040000"));
        assertThat(measures.curve())
                .extracting(point -> point.pupils() + " " + point.money())
                .containsExactly("0.000000 0.000000", "0.166667 0.000000", "0.500000 0.400000", "1.000000 1.000000");
        assertThat(measures.association().elasticity()).contains(new BigDecimal("1.424779"));
        assertThat(measures.spread().fifthPercentile()).isEqualByComparingTo("0");
        assertThat(measures.spread().ninetyFifthPercentile()).isEqualByComparingTo("10");
        assertThat(measures.spread().rangeRatio()).isEmpty();
    }

    @Test
    void what_cannot_be_said_of_no_money_is_empty() {
        var measures = EquityMeasures.of(List.of(school(1, "0.20", 100, "0.00"), school(2, "0.60", 200, "0.00")));

        assertThat(measures.curve()).isEmpty();
        assertThat(measures.association().elasticity()).isEmpty();
        assertThat(measures.quintiles())
                .allSatisfy(fifth -> assertThat(fifth.share()).isEmpty());
    }

    @Test
    void nothing_is_measured_where_nobody_goes_to_school() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EquityMeasures.of(List.of(school(1, "0.20", 0, "100.00"))))
                .withMessageContaining("no school has pupils");
    }

    @Property
    void the_same_dollars_for_every_pupil_are_equal(
            @ForAll("districts") List<SchoolAmount> district, @ForAll @IntRange(min = 1, max = 100_000) int cents) {
        var measures = EquityMeasures.of(district.stream()
                .map(school -> school.receiving(new Money((long) cents * school.pupils())))
                .toList());

        assertThat(measures.concentrationIndex()).contains(NONE);
        assertThat(measures.spread().gini()).contains(NONE);
        assertThat(measures.spread().coefficientOfVariation()).contains(NONE);
        assertThat(measures.spread().rangeRatio()).contains(NONE);
        assertThat(measures.association().correlation()).isEmpty();
    }

    @Property
    void every_measure_stays_within_its_bounds(@ForAll("districts") List<SchoolAmount> district) {
        var measures = EquityMeasures.of(district);
        BigDecimal gini = measures.spread().gini().orElse(NONE);

        assertThat(gini).isBetween(NONE, BigDecimal.ONE);
        assertThat(measures.concentrationIndex().orElse(NONE)).isBetween(gini.negate(), gini);
        assertThat(measures.targetingRatio().orElse(BigDecimal.ONE)).isBetween(BigDecimal.ZERO, new BigDecimal(5));
        assertThat(measures.association().correlation().orElse(NONE).abs()).isLessThanOrEqualTo(BigDecimal.ONE);
        assertThat(measures.association().rankCorrelation().orElse(NONE).abs()).isLessThanOrEqualTo(BigDecimal.ONE);
        assertThat(measures.quintiles().stream()
                        .map(EquityMeasures.Quintile::amount)
                        .reduce(Money.ZERO, Money::plus))
                .isEqualTo(measures.reach().amount());
    }

    @Property
    void the_order_of_the_file_changes_no_digit(
            @ForAll("districts") List<SchoolAmount> district, @ForAll Random chance) {
        List<SchoolAmount> shuffled = new ArrayList<>(district);
        Collections.shuffle(shuffled, chance);

        assertThat(EquityMeasures.of(shuffled)).isEqualTo(EquityMeasures.of(district));
    }

    @Property
    void twice_the_money_is_as_equal_as_once(@ForAll("districts") List<SchoolAmount> district) {
        var once = EquityMeasures.of(district);
        var twice = EquityMeasures.of(district.stream()
                .map(school -> school.receiving(school.amount().plus(school.amount())))
                .toList());

        assertThat(twice.concentrationIndex()).isEqualTo(once.concentrationIndex());
        assertThat(twice.curve()).isEqualTo(once.curve());
        assertThat(twice.spread().gini()).isEqualTo(once.spread().gini());
        assertThat(twice.spread().coefficientOfVariation())
                .isEqualTo(once.spread().coefficientOfVariation());
        assertThat(twice.association().correlation())
                .isEqualTo(once.association().correlation());
        assertThat(twice.association().rankCorrelation())
                .isEqualTo(once.association().rankCorrelation());
    }

    @Property
    void need_the_other_way_round_turns_the_sign(@ForAll("districts") List<SchoolAmount> district) {
        var measures = EquityMeasures.of(district);
        var turned = EquityMeasures.of(district.stream()
                .map(school -> new SchoolAmount(
                        school.school(),
                        school.name(),
                        new IndexValue(1_000_000 - school.index().millionths()),
                        school.pupils(),
                        school.amount()))
                .toList());

        assertThat(turned.concentrationIndex())
                .isEqualTo(measures.concentrationIndex().map(BigDecimal::negate));
        assertThat(turned.association().rankCorrelation().orElse(NONE))
                .isEqualByComparingTo(
                        measures.association().rankCorrelation().orElse(NONE).negate());
    }

    @Property
    void a_cent_that_moves_to_greater_need_never_lowers_the_concentration(
            @ForAll("districts") List<SchoolAmount> district) {
        List<SchoolAmount> byNeed =
                district.stream().sorted(SchoolAmount.BY_NEED).toList();
        var poorer = byNeed.getLast();
        var richer = byNeed.getFirst();
        Assume.that(richer.amount().isPositive());
        List<SchoolAmount> moved = new ArrayList<>(byNeed);
        moved.set(0, richer.receiving(Money.ZERO));
        moved.set(moved.size() - 1, poorer.receiving(poorer.amount().plus(richer.amount())));

        assertThat(EquityMeasures.of(moved).concentrationIndex().orElseThrow())
                .isGreaterThanOrEqualTo(
                        EquityMeasures.of(byNeed).concentrationIndex().orElseThrow());
    }

    @Property
    void the_index_is_twice_the_area_between_diagonal_and_curve(@ForAll("districts") List<SchoolAmount> district) {
        var measures = EquityMeasures.of(district);
        Assume.that(!measures.curve().isEmpty());
        double area = 0;
        for (int i = 1; i < measures.curve().size(); i++) {
            var from = measures.curve().get(i - 1);
            var to = measures.curve().get(i);
            area += to.pupils().subtract(from.pupils()).doubleValue()
                    * from.money().add(to.money()).doubleValue()
                    / 2;
        }

        assertThat(measures.concentrationIndex().orElseThrow().doubleValue()).isCloseTo(1 - 2 * area, within(1e-4));
    }

    /** The oracle of §1.3: every pupil a data point of its own, and the library without weights. */
    @Property(tries = 200)
    void every_pupil_counts_once(@ForAll("districts") List<SchoolAmount> district) {
        var measures = EquityMeasures.of(district);
        double[] index = perPupil(district, school -> school.index().millionths() / 1e6);
        double[] dollars = perPupil(district, SchoolAmount::dollarsPerPupil);
        var regression = new SimpleRegression();
        for (int i = 0; i < index.length; i++) {
            regression.addData(index[i], dollars[i]);
        }

        measures.association()
                .correlation()
                .ifPresent(correlation -> assertThat(correlation.doubleValue())
                        .isCloseTo(new PearsonsCorrelation().correlation(index, dollars), within(1e-5)));
        measures.association()
                .slope()
                .ifPresent(slope -> assertThat(slope.doubleValue())
                        .isCloseTo(regression.getSlope() / 10, within(1e-4 + Math.abs(regression.getSlope()) * 1e-9)));
        measures.spread()
                .coefficientOfVariation()
                .ifPresent(variation -> assertThat(variation.doubleValue())
                        .isCloseTo(
                                new StandardDeviation(false).evaluate(dollars)
                                        / Arrays.stream(dollars).average().orElseThrow(),
                                within(1e-5)));
        var percentile = new Percentile().withEstimationType(EstimationType.R_1);
        assertThat(measures.spread().fifthPercentile().doubleValue())
                .isCloseTo(percentile.evaluate(dollars, 5), within(1e-4));
        assertThat(measures.spread().ninetyFifthPercentile().doubleValue())
                .isCloseTo(percentile.evaluate(dollars, 95), within(1e-4));
    }

    @Provide
    Arbitrary<List<SchoolAmount>> districts() {
        Arbitrary<SchoolAmount> school = Combinators.combine(
                        Arbitraries.integers().between(10_000, 990_000),
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.oneOf(
                                Arbitraries.just(0L), Arbitraries.longs().between(0, 50_000_000)))
                .as((index, pupils, cents) ->
                        new SchoolAmount(code(0), "a school", new IndexValue(index), pupils, new Money(cents)));
        return school.list().ofMinSize(2).ofMaxSize(25).map(EquityMeasuresTest::numbered);
    }

    private static List<SchoolAmount> numbered(List<SchoolAmount> schools) {
        List<SchoolAmount> numbered = new ArrayList<>();
        for (SchoolAmount school : schools) {
            numbered.add(new SchoolAmount(
                    code(numbered.size()), school.name(), school.index(), school.pupils(), school.amount()));
        }
        return numbered;
    }

    private static double[] perPupil(List<SchoolAmount> district, ToDoubleFunction<SchoolAmount> value) {
        return district.stream()
                .flatMap(school -> Collections.nCopies(school.pupils(), school).stream())
                .mapToDouble(value)
                .toArray();
    }

    private static List<SchoolAmount> schools(List<String> row) {
        String[] index = row.get(0).split(", ", -1);
        String[] pupils = row.get(1).split(", ", -1);
        String[] amounts = row.get(2).split(", ", -1);
        List<SchoolAmount> schools = new ArrayList<>();
        for (int i = 0; i < index.length; i++) {
            schools.add(school(i, index[i], Integer.parseInt(pupils[i]), amounts[i]));
        }
        return schools;
    }

    private static SchoolAmount school(int number, String index, int pupils, String dollars) {
        return new SchoolAmount(code(number), "School " + number, IndexValue.of(index), pupils, money(dollars));
    }

    private static SchoolCode code(int number) {
        return new SchoolCode("%08d".formatted(number));
    }

    private static Money money(String dollars) {
        return Money.ofDollars(dollars);
    }
}
