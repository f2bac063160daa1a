package org.partnershipfund.allocation.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.allocation.fixtures.Funds2019.POOL;
import static org.partnershipfund.allocation.fixtures.Funds2019.publication;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.formula.AllocationFormula.IndexWeightedPerPupil;
import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.formula.Eligibility.Threshold;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.scenario.AllocationInScenario;
import org.partnershipfund.allocation.school.School;
import org.partnershipfund.kernel.Money;

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
                        "Share: $1,000.00 / 500 x 300 is $600.00 and 0/500 of a cent (about $2.0000 for each pupil).",
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
                        "Share: $100.00 / 350 x 120 is $34.28 and 200,000,000/350,000,000 of a cent (about $0.2857 for each weighted pupil).");
        assertThat(steps.get(4))
                .isEqualTo(
                        "Rounding: the whole cents of all schools leave 1 cent over, which goes to the largest fraction of a cent: one came here. The amount is $34.29.");
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
