package org.partnershipfund.allocation.formula;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.fixtures.RulesInWords;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.Eligibility.Taper;
import org.partnershipfund.allocation.formula.Eligibility.Threshold;
import org.partnershipfund.allocation.formula.Eligibility.TopN;
import org.partnershipfund.allocation.formula.Eligibility.TopShareOfPupils;
import org.partnershipfund.allocation.formula.FormulaRefusal.MorePlacesThanSchools;
import org.partnershipfund.allocation.formula.FormulaRefusal.NoPupils;
import org.partnershipfund.allocation.formula.FormulaRefusal.NobodyEligible;
import org.partnershipfund.allocation.formula.FormulaRefusal.TaperAboveEverybody;
import org.partnershipfund.allocation.formula.Outcome.Funded;
import org.partnershipfund.allocation.formula.Outcome.WithoutPupils;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Policy §2 "Who is eligible". */
class EligibilityTest {

    private static final List<Candidate> FOUR_SCHOOLS = List.of(
            school("D", 4, "0.50", 90),
            school("B", 2, "0.60", 50),
            school("A", 1, "0.70", 100),
            school("C", 3, "0.60", 80));

    static Stream<Arguments> examples() {
        return PolicyPage.examples("who is served").stream()
                .map(row -> Arguments.of(RulesInWords.eligibility(row.get(0)), row.get(1)));
    }

    @ParameterizedTest(name = "{0} serves {1}")
    @MethodSource("examples")
    void serves_as_the_policy_shows(Eligibility eligibility, String served) {
        var shared = apportion(eligibility, FOUR_SCHOOLS).orRefuse().state();

        assertThat(shared.lines().stream()
                        .filter(line -> line.outcome() instanceof Funded)
                        .map(line -> line.school().name())
                        .collect(joining(", ")))
                .isEqualTo(served);
    }

    @Test
    void schools_equal_in_need_and_size_are_told_apart_by_code() {
        var twins = List.of(school("second", 2, "0.60", 50), school("first", 1, "0.60", 50));

        var shared = apportion(new TopN(1), twins).orRefuse().state();

        assertThat(shared.lines().getFirst().school().name()).isEqualTo("first");
    }

    @Test
    void a_school_without_pupils_takes_no_place() {
        var schools = List.of(school("empty", 1, "0.90", 0), school("full", 2, "0.40", 10));

        var shared = apportion(new TopN(1), schools).orRefuse().state();

        assertThat(shared.lines())
                .extracting(line -> line.school().name(), line -> line.outcome().amount())
                .containsExactly(tuple("full", Money.ofDollars("100.00")), tuple("empty", Money.ZERO));
        assertThat(shared.lines().getLast().outcome()).isEqualTo(new WithoutPupils());
    }

    @Test
    void a_threshold_beyond_the_neediest_school_is_refused_with_the_highest_that_would_do() {
        var refused = apportion(new Threshold(IndexValue.of("0.71")), FOUR_SCHOOLS);

        assertThat(refused)
                .isEqualTo(Decision.refuse(new NobodyEligible(IndexValue.of("0.71"), IndexValue.of("0.70"))));
    }

    @Test
    void a_taper_that_begins_where_nobody_is_is_refused_with_the_index_below_which_it_would_do() {
        var from = IndexValue.of("0.70");

        var refused = apportion(new Taper(from, IndexValue.of("0.80")), FOUR_SCHOOLS);

        assertThat(refused).isEqualTo(Decision.refuse(new TaperAboveEverybody(from, from)));
        assertThat(new TaperAboveEverybody(from, from).sentence())
                .isEqualTo(
                        "eligibility.from is 0.70, and the highest index of a school with pupils is 0.70: nobody would be eligible. Let the taper begin below 0.70.");
    }

    @Test
    void a_taper_that_goes_nowhere_and_a_share_of_nothing_cannot_be_asked_for() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Taper(IndexValue.of("0.50"), IndexValue.of("0.50")))
                .withMessageContaining("upwards");
        assertThatIllegalArgumentException().isThrownBy(() -> new TopShareOfPupils(0));
        assertThat(TopShareOfPupils.parse("0")).isEmpty();
        assertThat(TopShareOfPupils.parse("1.000001")).isEmpty();
        assertThat(TopShareOfPupils.parse("NaN")).isEmpty();
    }

    @Test
    void more_places_than_schools_are_refused() {
        assertThat(apportion(new TopN(5), FOUR_SCHOOLS)).isEqualTo(Decision.refuse(new MorePlacesThanSchools(5, 4)));
    }

    @Test
    void a_district_without_pupils_is_refused() {
        assertThat(apportion(new TopN(1), List.of(school("empty", 1, "0.90", 0))))
                .isEqualTo(Decision.refuse(new NoPupils(1)));
    }

    @Test
    void a_fund_for_no_school_at_all_cannot_be_asked_for() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TopN(0)).withMessageContaining("at least one");
    }

    @Test
    void every_refusal_names_field_value_and_remedy() {
        assertThat(new NobodyEligible(IndexValue.of("0.71"), IndexValue.of("0.70")).sentence())
                .isEqualTo(
                        "eligibility.atLeast is 0.71, and the highest index of a school with pupils is 0.70: nobody would be eligible. Choose a threshold of at most 0.70.");
        assertThat(new MorePlacesThanSchools(5, 4).sentence())
                .isEqualTo(
                        "eligibility.schools is 5, and the snapshot counts pupils in 4 schools only. Choose at most 4.");
        assertThat(new NoPupils(3).sentence()).contains("0 pupils", "3 schools", "Import the enrolment");
    }

    private static Decision<Apportionment> apportion(Eligibility eligibility, List<Candidate> schools) {
        return Apportionment.of(new Rules(Money.ofDollars("100.00"), eligibility, new FlatPerPupil()), schools);
    }

    private static Candidate school(String name, int number, String index, int pupils) {
        return new Candidate(new SchoolCode("%08d".formatted(number)), name, IndexValue.of(index), pupils);
    }
}
