package org.partnershipfund.allocation.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.allocation.fixtures.Funds2019.POOL;
import static org.partnershipfund.allocation.fixtures.Funds2019.TOP_TWO;
import static org.partnershipfund.allocation.fixtures.Funds2019.computed;
import static org.partnershipfund.allocation.fixtures.Funds2019.everyRule;
import static org.partnershipfund.allocation.fixtures.Funds2019.ids;
import static org.partnershipfund.allocation.fixtures.Funds2019.publication;
import static org.partnershipfund.allocation.fixtures.Funds2019.title;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.RulesInWords;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.AllocationFormula.IndexWeightedPerPupil;
import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.formula.Eligibility.Threshold;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.scenario.AllocationInScenario;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.school.School;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** A principal can follow each amount with a pocket calculator. */
class ExplanationTest {

    @Test
    void a_served_school_reads_every_operand() {
        var explanation = ofTopTwo(0);

        assertThat(explanation.sentence())
                .isEqualTo(
                        "Adams receives $600.00: 300 of the 500 pupils of the 2 eligible schools, out of $1,000.00.");
        assertThat(explanation.steps())
                .containsExactly(
                        "Need: the Opportunity Index is 0.70, from 'Need 2017' (invented; as of 2017-10-01; illustrative, not the district's own index).",
                        "Eligibility: the fund serves the 2 schools of the greatest need. This school ranks 1 of 3; the lowest index served is 0.60.",
                        "Pupils: 300, from the projected enrolment as of 2017-11-01 (invented); the 2 eligible schools have 500 together.",
                        "Share: $1,000.00 / 500 x 300 is $600.00 exactly (about $2.0000 for each pupil).",
                        "Rounding: the whole cents of all schools add up to what they share, so nothing was left over. The amount is $600.00.");
    }

    @Test
    void a_school_below_the_cut_reads_why_it_receives_nothing() {
        var explanation = ofTopTwo(2);

        assertThat(explanation.sentence())
                .isEqualTo(
                        "Curie receives nothing: the fund serves the 2 schools of the greatest need, and with an index of 0.20 it ranks 3 of 3.");
        assertThat(explanation.steps()).hasSize(2);
    }

    @Test
    void a_cent_that_was_left_over_is_accounted_for() {
        var rules =
                new Rules(Money.ofDollars("100.00"), new Threshold(IndexValue.of("0.20")), new IndexWeightedPerPupil());
        var shared = Apportionment.of(
                        rules,
                        List.of(
                                candidate(District.ADAMS, "0.70", 300),
                                candidate(District.BAKER, "0.60", 200),
                                candidate(District.CURIE, "0.20", 100)))
                .orRefuse()
                .state();

        var steps = explanation(shared, shared.lines().get(1)).steps();

        assertThat(steps.get(2))
                .isEqualTo(
                        "Pupils: 200, from the projected enrolment as of 2017-11-01 (invented); times the index 0.60; that is 120 weighted pupils; the 3 eligible schools have 350 together.");
        assertThat(steps.get(3))
                .isEqualTo(
                        "Share: $100.00 / 350 x 120 is $34.28 and 0.5714... of a cent (about $0.2857 for each weighted pupil).");
        assertThat(steps.get(4))
                .isEqualTo(
                        "Rounding: the whole cents of all schools leave 1 cent over, which goes to the largest fraction of a cent (0.5714...): one came here. The amount is $34.29.");
    }

    @Test
    void a_school_without_pupils_reads_that() {
        var rules = new Rules(POOL, new Threshold(IndexValue.of("0.20")), new IndexWeightedPerPupil());
        var shared = Apportionment.of(
                        rules, List.of(candidate(District.ADAMS, "0.70", 300), candidate(District.BAKER, "0.60", 0)))
                .orRefuse()
                .state();

        assertThat(explanation(shared, shared.lines().getLast()).sentence())
                .isEqualTo("Baker receives nothing: the enrolment as of 2017-11-01 counts no pupils there.");
    }

    @Test
    void reserve_taper_steps_floor_guarantee_and_dollars_can_be_followed() {
        var scenario = computed(TOP_TWO, everyRule(), 100);

        assertThat(scenario.allocations())
                .extracting(allocation -> allocation.amount().dollars())
                .containsExactly("588.00", "252.00", "60.00");
        assertThat(of(scenario, 1).sentence())
                .isEqualTo(
                        "Baker receives $252.00: 90 of the 300 weighted pupils of the 2 eligible schools, out of $840.00.");
        assertThat(of(scenario, 1).steps())
                .containsExactly(
                        "Need: the Opportunity Index is 0.60, from 'Need 2017' (invented; as of 2017-10-01; illustrative, not the district's own index).",
                        "Eligibility: the fund serves every school whose index is above 0.30, in full from 0.65 on. This school ranks 2 of 3; the lowest index served is 0.60.",
                        "Taper: the index is 0.60 - 0.30 = 0.3 on its way from 0.30 to 0.65, where a pupil weighs in full (0.35); so a pupil weighs 85.71% of that here.",
                        "Pupils: 200, from the projected enrolment as of 2017-11-01 (invented); times 1.5, the weight of the step from 0.60 on (decided on 2017-10-18); times 0.3, the way through the taper; that is 90 weighted pupils; the 2 eligible schools have 300 together.",
                        "Pool: $1,000.00 less the reserve of $100.00 leaves $900.00 to share out.",
                        "Bounds: of $900.00, 1 school receives a guarantee ($60.00 together); $840.00 is left for the 2 eligible schools.",
                        "Share: $840.00 / 300 x 90 is $252.00 exactly (about $2.8000 for each weighted pupil).",
                        "Rounding: the whole dollars of all schools add up to what they share, so nothing was left over. The amount is $252.00.",
                        "Hold harmless: in FY2018 the district paid $0.00 here (notice of 2017-12-01). Nothing is guaranteed.",
                        "Cost: all guarantees together cost $60.00, which 1 school receives more; 2 schools receive $60.00 less for it. This school pays $18.00 of that: without any guarantee it would receive $270.00.");
    }

    @Test
    void a_school_that_is_held_harmless_reads_what_it_had_and_what_it_keeps() {
        var curie = of(computed(TOP_TWO, everyRule(), 100), 2);

        assertThat(curie.sentence())
                .isEqualTo(
                        "Curie receives $60.00: the guarantee, 2/3 of the $90.00 that was paid there in FY2018. Without it the school would receive nothing, because the fund serves every school whose index is above 0.30, in full from 0.65 on, and with an index of 0.20 it ranks 3 of 3.");
        assertThat(curie.steps().subList(2, 4))
                .containsExactly(
                        "Hold harmless: in FY2018 the district paid $90.00 here (notice of 2017-12-01). Year 1 of the phase-out takes 1/3 of it, so 2/3 of it is guaranteed: $90.00 x 2 / 3 is $60.00.",
                        "Cost: all guarantees together cost $60.00, which 1 school receives more; 2 schools receive $60.00 less for it. This school receives $60.00 more through them: without any guarantee it would receive $0.00.");
    }

    @Test
    void floor_and_cap_are_told_beside_the_share_that_they_replace() {
        var scenario = computed(TOP_TWO, bounded("250.00", "400.00", "0.20"), 100);

        assertThat(of(scenario, 0).sentence())
                .isEqualTo(
                        "Adams receives $400.00: the cap, which is the most that an eligible school receives. By weight it would be about $525.00.");
        assertThat(of(scenario, 0).steps().subList(3, 5))
                .containsExactly(
                        "Bounds: of $1,000.00, 1 school receives the floor ($250.00 together), 1 school receives the cap ($400.00 together); $350.00 is left for the 1 school that shares by weight.",
                        "Share: $350.00 / 200 x 300 would be about $525.00, which is more than the cap of $400.00. The amount is the cap, $400.00.");
        assertThat(of(scenario, 2).sentence())
                .isEqualTo(
                        "Curie receives $250.00: the floor, which is the least that an eligible school receives. By weight it would be about $175.00.");
        assertThat(of(scenario, 2).steps().getLast())
                .isEqualTo(
                        "Share: $350.00 / 200 x 100 would be about $175.00, which is less than the floor of $250.00. The amount is the floor, $250.00.");
        assertThat(of(scenario, 1).sentence())
                .isEqualTo(
                        "Baker receives $350.00: 200 of the 200 pupils of the 1 school that shares by weight, out of $350.00.");
    }

    @Test
    void where_every_school_has_a_bound_nothing_is_divided() {
        var scenario = computed(TOP_TWO, bounded("500.00", "500.00", "0.60"), 100);

        assertThat(of(scenario, 0).dollarsPerUnit()).isEmpty();
        assertThat(of(scenario, 0).steps().getLast())
                .isEqualTo("Share: every school has a bound, so the amount is the cap, $500.00.");
    }

    @Test
    void a_guarantee_that_is_more_than_the_share_is_told_beside_it() {
        var rules = new Rules(
                POOL,
                Money.ZERO,
                new Threshold(IndexValue.of("0.20")),
                new FlatPerPupil(),
                Guardrails.NONE,
                everyRule().holdHarmless(),
                RoundingUnit.CENT);
        var scenario = Scenario.compute(
                        title(TOP_TWO, rules),
                        District.index(),
                        District.enrollment(),
                        District.schools(),
                        Map.of(District.CURIE.code(), Money.ofDollars("250.01")),
                        ids(100))
                .orRefuse()
                .state();

        assertThat(of(scenario, 2).sentence())
                .isEqualTo(
                        "Curie receives $166.68: the guarantee, 2/3 of the $250.01 that was paid there in FY2018. By weight it would be about $166.66.");
        assertThat(of(scenario, 2).steps().subList(4, 6))
                .containsExactly(
                        "Share: $833.32 / 500 x 100 would be about $166.66, which is less than the guarantee of $166.68. The amount is the guarantee, $166.68.",
                        "Hold harmless: in FY2018 the district paid $250.01 here (notice of 2017-12-01). Year 1 of the phase-out takes 1/3 of it, so 2/3 of it is guaranteed: $250.01 x 2 / 3 is $166.6733..., rounded up to whole cents: $166.68.");
    }

    /** Policy §2.3. */
    @Test
    void a_school_that_loses_by_a_tie_reads_how_ties_are_settled() {
        var rules = new Rules(Money.ofDollars("100.00"), RulesInWords.eligibility("top 1"), new FlatPerPupil());
        var shared = Apportionment.of(
                        rules,
                        List.of(
                                candidate(District.ADAMS, "0.60", 1_300),
                                candidate(District.BAKER, "0.60", 1_300),
                                candidate(District.CURIE, "0.60", 250)))
                .orRefuse()
                .state();

        assertThat(steps(shared, 0).get(1))
                .isEqualTo(
                        "Eligibility: the fund serves the school of the greatest need. This school ranks 1 of 3; the lowest index served is 0.60.");
        assertThat(steps(shared, 1).get(1))
                .endsWith(
                        "the lowest index served is 0.60. At the same index the school with more pupils ranks first: this one has 1,300, the last one served has 1,300 too, and of two such schools the one with the lower state code ranks first.");
        assertThat(steps(shared, 2).get(1))
                .endsWith(
                        "At the same index the school with more pupils ranks first: this one has 250, the last one served has 1,300.");
    }

    @Test
    void a_share_of_all_pupils_is_followed_down_the_ranking() {
        var scenario = computed(TOP_TWO, serving("top 0.6 of all pupils"), 100);

        assertThat(of(scenario, 1).steps().get(1))
                .isEqualTo(
                        "Eligibility: the fund serves the schools of the greatest need that have 60% of all pupils. This school ranks 2 of 3; the lowest index served is 0.60. All schools have 600 pupils, and 600 x 0.6 = 360. In the order of the ranking the first 2 schools have at least that many pupils: 500. Without the last of them it would be 300.");
        assertThat(of(scenario, 2).steps().get(1))
                .endsWith(
                        "This school ranks 3 of 3; the lowest index served is 0.60. All schools have 600 pupils, and 600 x 0.6 = 360. In the order of the ranking the first 2 schools have at least that many pupils: 500. Without the last of them it would be 300.");
        assertThat(of(computed(TOP_TWO, serving("top 0.5 of all pupils"), 100), 0)
                        .steps()
                        .get(1))
                .endsWith(
                        "600 x 0.5 = 300. In the order of the ranking the first school has at least that many pupils: 300. Without the last of them it would be 0.");
    }

    @Test
    void above_the_taper_a_pupil_weighs_in_full() {
        assertThat(of(computed(TOP_TWO, everyRule(), 100), 0).steps().get(2))
                .isEqualTo("Taper: the index is 0.65 or more, so that every pupil weighs in full: 0.65 - 0.30 = 0.35.");
    }

    @Test
    void a_principal_sees_how_small_a_fraction_still_received_a_cent() {
        var shared = flat("0.05", 100, 100, 100);

        assertThat(steps(shared, 0).getLast())
                .isEqualTo(
                        "Rounding: the whole cents of all schools leave 2 cents over, which go one by one to the largest fractions of a cent (down to 0.6666...): one came here. The amount is $0.02.");
        assertThat(steps(shared, 2).getLast())
                .isEqualTo(
                        "Rounding: the whole cents of all schools leave 2 cents over, which go one by one to the largest fractions of a cent (down to 0.6666...): none came here, because at equal fractions the lower school code comes first. The amount is $0.01.");
    }

    @Test
    void fractions_that_look_alike_are_told_with_as_many_decimals_as_it_takes() {
        var shared = flat("0.04", 333_334, 333_333, 333_333);

        assertThat(steps(shared, 1).subList(3, 5))
                .containsExactly(
                        "Share: $0.04 / 1,000,000 x 333,333 is $0.01 and 0.333332 of a cent (about $0.0000 for each pupil).",
                        "Rounding: the whole cents of all schools leave 1 cent over, which goes to the largest fraction of a cent (0.333336): none came here. The amount is $0.01.");
        assertThat(explanation(shared, shared.lines().get(1)).lowestTerms(333_332))
                .isEqualTo("83333/250000");
    }

    @Test
    void a_guarantee_above_the_cap_names_the_cap() {
        var rules = holding(
                "600.00", "0.50", new Guardrails(Optional.empty(), Optional.of(Money.ofDollars("340.00"))), 1, false);
        var shared = Apportionment.of(
                        rules,
                        List.of(
                                candidate(District.ADAMS, "0.70", 100),
                                candidate(District.BAKER, "0.60", 200),
                                candidate(District.CURIE, "0.20", 300)),
                        Map.of(District.BAKER.code(), Money.ofDollars("525.00")))
                .orRefuse()
                .state();
        var baker = explanation(shared, shared.lines().get(1));

        assertThat(baker.sentence())
                .isEqualTo(
                        "Baker receives $350.00: the guarantee, 2/3 of the $525.00 that was paid there in FY2018, which stands above the cap of $340.00. By weight it would be about $500.00.");
        assertThat(baker.steps().get(4))
                .isEqualTo(
                        "Share: $250.00 / 100 x 200 would be about $500.00; the guarantee of $350.00 stands above the cap of $340.00. The amount is the guarantee, $350.00.");
    }

    @Test
    void beside_guarantees_the_cap_is_not_said_to_be_the_most() {
        var rules = holding(
                "600.00", "0.50", new Guardrails(Optional.empty(), Optional.of(Money.ofDollars("340.00"))), 4, false);
        var shared = Apportionment.of(
                        rules,
                        List.of(candidate(District.ADAMS, "0.70", 100), candidate(District.BAKER, "0.60", 200)),
                        Map.of(District.BAKER.code(), Money.ofDollars("525.00")))
                .orRefuse()
                .state();
        var baker = explanation(shared, shared.lines().get(1));

        assertThat(baker.sentence())
                .isEqualTo(
                        "Baker receives $340.00: the cap, which is the most that an eligible school receives unless it is guaranteed more. By weight it would be about $520.00.");
        assertThat(baker.steps().getLast())
                .isEqualTo(
                        "Hold harmless: in FY2018 the district paid $525.00 here (notice of 2017-12-01). The phase-out of 3 years is over: nothing is guaranteed.");
    }

    @Test
    void a_generated_notice_is_called_generated_wherever_it_is_quoted() {
        var shared = Apportionment.of(
                        holding("600.00", "0.50", Guardrails.NONE, 1, true),
                        List.of(
                                candidate(District.ADAMS, "0.70", 100),
                                candidate(District.BAKER, "0.60", 200),
                                candidate(District.CURIE, "0.20", 300)),
                        Map.of(District.CURIE.code(), Money.ofDollars("150.00")))
                .orRefuse()
                .state();

        assertThat(explanation(shared, shared.lines().getLast()).sentence())
                .startsWith(
                        "Curie receives $100.00: the guarantee, 2/3 of the $150.00 that was paid there in FY2018 (a generated figure). Without it");
        assertThat(steps(shared, 0))
                .contains(
                        "Hold harmless: in FY2018 the district paid $0.00 here (notice of 2017-12-01; its figures are generated and prove nothing). Nothing is guaranteed.");
    }

    @Test
    void without_pupils_nothing_is_guaranteed_and_the_letter_says_so() {
        var shared = Apportionment.of(
                        holding("600.00", "0.50", Guardrails.NONE, 1, false),
                        List.of(candidate(District.ADAMS, "0.70", 100), candidate(District.BAKER, "0.60", 0)),
                        Map.of(District.BAKER.code(), Money.ofDollars("90.00")))
                .orRefuse()
                .state();

        assertThat(steps(shared, 1))
                .containsExactly(
                        "Need: the Opportunity Index is 0.60, from 'Need 2017' (invented; as of 2017-10-01; illustrative, not the district's own index).",
                        "Baker receives nothing: the enrolment as of 2017-11-01 counts no pupils there.",
                        "Hold harmless: in FY2018 the district paid $90.00 here (notice of 2017-12-01). Without pupils nothing is guaranteed.");
    }

    /** Policy §11.6: 11 portions over 6, 6 and 2 are 5, 5 and 1; 10 of them are 4, 4 and 2. */
    @Test
    void what_only_rounding_moves_is_told_apart_from_what_guarantees_cost() {
        var shared = roundedAnew();

        assertThat(steps(shared, 2).getLast())
                .isEqualTo(
                        "Cost: all guarantees together cost $100.00, which 1 school receives more, and because of it all shares are rounded anew, which gives 1 other school $100.00 more; 2 schools receive $200.00 less for it. This school receives $100.00 more by rounding: without any guarantee it would receive $100.00.");
        assertThat(steps(shared, 0).getLast())
                .endsWith("This school pays $100.00 of that: without any guarantee it would receive $500.00.");
        assertThat(steps(shared, 3).getLast())
                .endsWith(
                        "This school receives $100.00 more through them: without any guarantee it would receive $0.00.");
        assertThat(shared.totals().cost())
                .isEqualTo(new Apportionment.Cost(Money.ofDollars("100.00"), 1, Money.ofDollars("100.00"), 1, 2));
        assertThat(shared.totals().cost().paid()).isEqualTo(Money.ofDollars("200.00"));
    }

    @Test
    void who_neither_gains_nor_pays_reads_that() {
        var shared = Apportionment.of(
                        holding(
                                "600.00",
                                "0.20",
                                new Guardrails(Optional.of(Money.ofDollars("150.00")), Optional.empty()),
                                1,
                                false),
                        List.of(
                                candidate(District.ADAMS, "0.70", 400),
                                candidate(District.BAKER, "0.60", 200),
                                candidate(District.CURIE, "0.20", 10)),
                        Map.of(District.BAKER.code(), Money.ofDollars("300.00")))
                .orRefuse()
                .state();

        assertThat(steps(shared, 2).getLast())
                .isEqualTo(
                        "Cost: all guarantees together cost $50.00, which 1 school receives more; 1 school receives $50.00 less for it. This school neither gains nor pays: without any guarantee it would receive $150.00.");
    }

    private static Apportionment roundedAnew() {
        var rules = new Rules(
                Money.ofDollars("1100.00"),
                Money.ZERO,
                new Threshold(IndexValue.of("0.50")),
                new FlatPerPupil(),
                Guardrails.NONE,
                Optional.of(held(1, false)),
                RoundingUnit.HUNDRED_DOLLARS);
        var last = new Candidate(new SchoolCode("00350004"), "Drew", IndexValue.of("0.20"), 100);
        return Apportionment.of(
                        rules,
                        List.of(
                                candidate(District.ADAMS, "0.70", 600),
                                candidate(District.BAKER, "0.60", 600),
                                candidate(District.CURIE, "0.50", 200),
                                last),
                        Map.of(last.school(), Money.ofDollars("150.00")))
                .orRefuse()
                .state();
    }

    private static Apportionment flat(String pool, int adams, int baker, int curie) {
        return Apportionment.of(
                        new Rules(Money.ofDollars(pool), new Threshold(IndexValue.of("0.20")), new FlatPerPupil()),
                        List.of(
                                candidate(District.ADAMS, "0.70", adams),
                                candidate(District.BAKER, "0.60", baker),
                                candidate(District.CURIE, "0.20", curie)))
                .orRefuse()
                .state();
    }

    private static List<String> steps(Apportionment shared, int place) {
        return explanation(shared, shared.lines().get(place)).steps();
    }

    private static Rules serving(String words) {
        return new Rules(POOL, RulesInWords.eligibility(words), new FlatPerPupil());
    }

    private static Rules holding(String pool, String atLeast, Guardrails guardrails, int year, boolean illustrative) {
        return new Rules(
                Money.ofDollars(pool),
                Money.ZERO,
                new Threshold(IndexValue.of(atLeast)),
                new FlatPerPupil(),
                guardrails,
                Optional.of(held(year, illustrative)),
                RoundingUnit.CENT);
    }

    private static HoldHarmless held(int year, boolean illustrative) {
        return new HoldHarmless(
                new NoticeId(District.id(12)),
                new FiscalYear(2018),
                LocalDate.of(2017, 12, 1),
                illustrative,
                year,
                List.of(Fraction.of("1/3"), Fraction.of("2/3"), Fraction.of("1")));
    }

    private static Rules bounded(String floor, String cap, String atLeast) {
        return new Rules(
                POOL,
                Money.ZERO,
                new Threshold(IndexValue.of(atLeast)),
                new FlatPerPupil(),
                new Guardrails(Optional.of(Money.ofDollars(floor)), Optional.of(Money.ofDollars(cap))),
                Optional.empty(),
                RoundingUnit.CENT);
    }

    private static Explanation of(Scenario scenario, int place) {
        return new AllocationInScenario(scenario.allocations().get(place), scenario.summary()).explanation();
    }

    private static Explanation ofTopTwo(int place) {
        var scenario = publication().scenario();
        return new AllocationInScenario(scenario.allocations().get(place), scenario.summary()).explanation();
    }

    private static Explanation explanation(Apportionment shared, Line line) {
        return new Explanation(shared.rules(), shared.totals(), line, District.NEED, District.AUTUMN);
    }

    private static Candidate candidate(School school, String index, int pupils) {
        return new Candidate(school.code(), school.name(), IndexValue.of(index), pupils);
    }
}
