package org.partnershipfund.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.fixtures.SampleSchools;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.Apportionment;
import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.formula.Eligibility.TopN;
import org.partnershipfund.allocation.formula.Explanation;
import org.partnershipfund.allocation.formula.Rules;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Policy §5: the founding district's numbers, to the cent, from the sample file. */
class FiscalYear2019Test {

    private static final SchoolCode PERKINS = new SchoolCode("00350231");

    @Test
    void by_the_computed_index_it_comes_out_as_the_policy_shows() {
        assertThat(facts(SampleSchools.COMPUTED_INDEX)).isEqualTo(shown(1));
    }

    @Test
    void by_the_share_of_disadvantaged_pupils_alone_it_comes_out_as_the_policy_shows() {
        assertThat(facts(SampleSchools.DISADVANTAGED_SHARE)).isEqualTo(shown(2));
    }

    @Test
    void the_share_is_counted_from_the_two_columns_beside_it() {
        assertThat(SampleSchools.rows())
                .hasSize(118)
                .allSatisfy(school -> assertThat(SampleSchools.value(school, SampleSchools.DISADVANTAGED_SHARE))
                        .isEqualTo(new BigDecimal(SampleSchools.value(school, "economically_disadvantaged"))
                                .divide(
                                        new BigDecimal(SampleSchools.value(school, "enrolment")),
                                        6,
                                        RoundingMode.HALF_EVEN)
                                .toPlainString()));
    }

    private static Map<String, String> shown(int column) {
        return PolicyPage.examples("fiscal year 2019").stream()
                .collect(Collectors.toMap(List::getFirst, row -> row.get(column)));
    }

    private static Map<String, String> facts(String need) {
        var rules = new Rules(Money.ofDollars("5700000.00"), new TopN(60), new FlatPerPupil());
        var shared = Apportionment.of(rules, SampleSchools.candidates(need))
                .orRefuse()
                .state();

        Map<String, String> facts = new LinkedHashMap<>();
        var totals = shared.totals();
        Line perkins = shared.lines().stream()
                .filter(line -> line.school().school().equals(PERKINS))
                .findFirst()
                .orElseThrow();
        facts.put("pool", rules.pool().dollars());
        facts.put("schools in the ranking", String.valueOf(totals.ranked()));
        facts.put("schools served", String.valueOf(totals.eligible()));
        facts.put("lowest index served", totals.lastIndex().decimal());
        facts.put("pupils served", String.valueOf(totals.pupils()));
        facts.put(
                "dollars per pupil",
                new Explanation(rules, totals, perkins, District.NEED, District.AUTUMN)
                        .dollarsPerUnit()
                        .orElseThrow()
                        .toPlainString());
        facts.put("cents left over", String.valueOf(totals.sharing().leftOver()));
        facts.put(
                "sum of all parts",
                shared.lines().stream()
                        .map(line -> line.outcome().amount())
                        .reduce(Money.ZERO, Money::plus)
                        .dollars());
        facts.put("Perkins (00350231): index", perkins.school().index().decimal());
        facts.put("Perkins (00350231): rank", String.valueOf(perkins.rank()));
        facts.put("Perkins (00350231): pupils", String.valueOf(perkins.school().pupils()));
        facts.put("Perkins (00350231): amount", perkins.outcome().amount().dollars());
        return facts;
    }
}
