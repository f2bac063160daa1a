package org.partnershipfund.allocation.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.AllocationFormula.IndexWeightedPerPupil;
import org.partnershipfund.allocation.formula.Apportionment.Cost;
import org.partnershipfund.allocation.formula.Apportionment.Group;
import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.formula.Apportionment.Sharing;
import org.partnershipfund.allocation.formula.BoundedSplit.Part;
import org.partnershipfund.allocation.formula.Eligibility.Threshold;
import org.partnershipfund.allocation.formula.Eligibility.TopN;
import org.partnershipfund.allocation.formula.LargestRemainder.Share;
import org.partnershipfund.allocation.formula.Outcome.BelowTheCut;
import org.partnershipfund.allocation.formula.Outcome.Funded;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Policy §2 to §4 together: whatever the district looks like, every cent is accounted for. */
class ApportionmentTest {

    private static final long TEN_MILLION_DOLLARS = 1_000_000_000L;

    /** Enough for one pupil of the least index beside 150 schools of 3,000 pupils each and the greatest. */
    private static final long A_CENT_FOR_EVERYBODY = 50_000_000L;

    @Property(tries = 300)
    void every_cent_goes_to_an_eligible_school(
            @ForAll @LongRange(min = A_CENT_FOR_EVERYBODY, max = TEN_MILLION_DOLLARS) long cents,
            @ForAll("districts") List<Candidate> district,
            @ForAll("formulas") AllocationFormula formula) {
        var shared = everybody(cents, district, formula);

        assertThat(shared.lines().stream().map(line -> line.outcome().amount()).reduce(Money.ZERO, Money::plus))
                .isEqualTo(new Money(cents));
        assertThat(shared.totals().sharing().leftOver())
                .isBetween(0L, (long) shared.totals().funded() - 1);
    }

    @Property(tries = 300)
    void the_order_of_the_files_does_not_matter(
            @ForAll @LongRange(min = A_CENT_FOR_EVERYBODY, max = TEN_MILLION_DOLLARS) long cents,
            @ForAll("districts") List<Candidate> district,
            @ForAll("formulas") AllocationFormula formula,
            @ForAll Random chance) {
        var shuffled = new ArrayList<>(district);
        Collections.shuffle(shuffled, chance);

        assertThat(everybody(cents, shuffled, formula)).isEqualTo(everybody(cents, district, formula));
    }

    @Property(tries = 300)
    void a_school_with_more_pupils_never_receives_less_per_flat_formula(
            @ForAll @LongRange(min = A_CENT_FOR_EVERYBODY, max = TEN_MILLION_DOLLARS) long cents,
            @ForAll("districts") List<Candidate> district) {
        var byPupils = everybody(cents, district, new FlatPerPupil()).lines().stream()
                .sorted(Comparator.comparingInt((Line line) -> line.school().pupils())
                        .thenComparing(line -> line.outcome().amount()))
                .toList();

        for (int i = 1; i < byPupils.size(); i++) {
            if (byPupils.get(i).school().pupils() > byPupils.get(i - 1).school().pupils()) {
                assertThat(byPupils.get(i).outcome().amount())
                        .isGreaterThanOrEqualTo(byPupils.get(i - 1).outcome().amount());
            }
        }
    }

    @Test
    void by_index_a_pupil_of_greater_need_weighs_more() {
        var needy = school(1, "0.80", 100);
        var better = school(2, "0.40", 100);

        var shared = everybody(300_00, List.of(needy, better), new IndexWeightedPerPupil());

        assertThat(shared.lines())
                .containsExactly(new Line(1, needy, byWeight("200.00")), new Line(2, better, byWeight("100.00")));
    }

    @Test
    void the_totals_are_those_of_the_funded_schools() {
        var schools = List.of(school(1, "0.80", 2), school(2, "0.70", 1), school(3, "0.30", 50));

        var shared = Apportionment.of(new Rules(new Money(100), new TopN(2), new FlatPerPupil()), schools)
                .orRefuse()
                .state();

        assertThat(shared.totals())
                .isEqualTo(new Apportionment.Totals(
                        3,
                        53,
                        2,
                        3,
                        2,
                        IndexValue.of("0.70"),
                        new Sharing(2, new Money(100), 3, 1, 2),
                        Group.NOBODY,
                        Group.NOBODY,
                        Group.NOBODY,
                        0,
                        Cost.NONE));
        assertThat(shared.lines().getLast()).isEqualTo(new Line(3, schools.getLast(), new BelowTheCut()));
    }

    @Test
    void lines_that_miss_the_pool_by_a_cent_are_no_apportionment() {
        var rules = new Rules(new Money(100), new TopN(1), new FlatPerPupil());
        var line = new Line(1, school(1, "0.80", 2), byWeight("0.99"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Apportionment(rules, List.of(line)))
                .withMessage("the parts add up to $0.99, there is $1.00 to share out");
    }

    @Provide
    Arbitrary<List<Candidate>> districts() {
        return Combinators.combine(
                        Arbitraries.integers().between(10_000, 990_000),
                        Arbitraries.integers().between(0, 3_000))
                .as((index, pupils) -> new Candidate(new SchoolCode("00000000"), "", new IndexValue(index), pupils))
                .list()
                .ofMinSize(1)
                .ofMaxSize(150)
                .filter(district -> district.stream().anyMatch(Candidate::hasPupils))
                .map(ApportionmentTest::numbered);
    }

    @Provide
    Arbitrary<AllocationFormula> formulas() {
        return Arbitraries.of(new FlatPerPupil(), new IndexWeightedPerPupil());
    }

    private static Apportionment everybody(long cents, List<Candidate> district, AllocationFormula formula) {
        return Apportionment.of(new Rules(new Money(cents), new Threshold(IndexValue.LOWEST), formula), district)
                .orRefuse()
                .state();
    }

    private static List<Candidate> numbered(List<Candidate> district) {
        List<Candidate> numbered = new ArrayList<>();
        for (Candidate school : district) {
            numbered.add(new Candidate(
                    new SchoolCode("%08d".formatted(numbered.size())), "", school.index(), school.pupils()));
        }
        return numbered;
    }

    private static Funded byWeight(String dollars) {
        return new Funded(new Part.Proportional(new Share(Money.ofDollars(dollars), 0, Money.ZERO)));
    }

    private static Candidate school(int number, String index, int pupils) {
        return new Candidate(new SchoolCode("%08d".formatted(number)), "", IndexValue.of(index), pupils);
    }
}
