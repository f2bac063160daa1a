package org.partnershipfund.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.Apportionment;
import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.formula.Candidate;
import org.partnershipfund.allocation.formula.Eligibility.TopN;
import org.partnershipfund.allocation.formula.Explanation;
import org.partnershipfund.allocation.formula.Rules;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Policy §5: the founding district's numbers, to the cent, from the sample file. */
class FiscalYear2019Test {

    private static final SchoolCode PERKINS = new SchoolCode("00350231");

    @Test
    void comes_out_as_the_policy_shows() throws IOException {
        var rules = new Rules(Money.ofDollars("5700000.00"), new TopN(60), new FlatPerPupil());
        var shared = Apportionment.of(rules, sampleDistrict()).orRefuse().state();

        Map<String, String> facts = new LinkedHashMap<>();
        var totals = shared.totals();
        Line perkins = shared.lines().stream()
                .filter(line -> line.school().school().equals(PERKINS))
                .findFirst()
                .orElseThrow();
        facts.put("pool", rules.pool().dollars());
        facts.put("schools in the ranking", String.valueOf(totals.ranked()));
        facts.put("schools served", String.valueOf(totals.eligible()));
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
        facts.put("Perkins (00350231): pupils", String.valueOf(perkins.school().pupils()));
        facts.put("Perkins (00350231): amount", perkins.outcome().amount().dollars());

        assertThat(facts)
                .isEqualTo(PolicyPage.examples("fiscal year 2019").stream()
                        .collect(Collectors.toMap(List::getFirst, List::getLast)));
    }

    private static List<Candidate> sampleDistrict() throws IOException {
        return Files.readAllLines(Path.of("..", "deploy", "sample", "boston-schools-fy2019.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Candidate(
                        new SchoolCode(cells[0]),
                        cells[1],
                        IndexValue.of(cells[cells.length - 1]),
                        Integer.parseInt(cells[cells.length - 5])))
                .toList();
    }
}
