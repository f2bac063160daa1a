package org.partnershipfund.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.baseline.FundingId;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.baseline.PriorYearFunding;
import org.partnershipfund.allocation.equity.Changes;
import org.partnershipfund.allocation.equity.EquityMeasures;
import org.partnershipfund.allocation.equity.SchoolAmount;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.Funds2019;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.fixtures.SampleSchools;
import org.partnershipfund.allocation.fixtures.YearBefore;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.Apportionment;
import org.partnershipfund.allocation.formula.Eligibility.TopN;
import org.partnershipfund.allocation.formula.Rules;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Policy equity §9: the founding district's numbers beside the generated year before, from the sample files. */
class FiscalYear2019EquityTest {

    private static final Path SAMPLE = Path.of("..", "deploy", "sample");
    private static final String NONE = "-";

    @Test
    void comes_out_as_the_policy_shows() throws IOException {
        Notice notice = YearBefore.notice(funding());
        List<SchoolAmount> after = after();
        List<SchoolAmount> before = after.stream()
                .map(school -> school.receiving(notice.bySchool().getOrDefault(school.school(), Money.ZERO)))
                .toList();
        var changes = Changes.of(Funds2019.title(Funds2019.TOP_TWO, new TopN(60)), after, notice, Map.of());

        List<List<String>> facts = new ArrayList<>(facts(EquityMeasures.of(before), EquityMeasures.of(after)));
        facts.add(
                List.of("schools that gain", NONE, String.valueOf(changes.gain().schools())));
        facts.add(List.of("gain", NONE, changes.gain().amount().dollars()));
        facts.add(
                List.of("schools that lose", NONE, String.valueOf(changes.loss().schools())));
        facts.add(List.of("loss", NONE, changes.loss().amount().dollars()));

        assertThat(facts).isEqualTo(PolicyPage.examples("equity.md", "equity of fiscal year 2019"));
    }

    private static List<List<String>> facts(EquityMeasures before, EquityMeasures after) {
        List<String> then = figures(before);
        List<String> now = figures(after);
        List<String> names = List.of(
                "amount",
                "schools funded",
                "dollars per pupil",
                "correlation",
                "slope per 0.10",
                "rank correlation",
                "concentration index",
                "targeting ratio",
                "gini");
        List<List<String>> facts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            facts.add(List.of(names.get(i), then.get(i), now.get(i)));
        }
        return facts;
    }

    private static List<String> figures(EquityMeasures measures) {
        return List.of(
                measures.reach().amount().dollars(),
                String.valueOf(measures.reach().schoolsFunded()),
                measures.reach().dollarsPerPupil().toPlainString(),
                text(measures.association().correlation()),
                text(measures.association().slope()),
                text(measures.association().rankCorrelation()),
                text(measures.concentrationIndex()),
                text(measures.targetingRatio()),
                text(measures.spread().gini()));
    }

    private static String text(Optional<BigDecimal> figure) {
        return figure.map(BigDecimal::toPlainString).orElse(NONE);
    }

    private static List<SchoolAmount> after() {
        var rules = new Rules(Money.ofDollars("5700000.00"), new TopN(60), new FlatPerPupil());
        return Apportionment.of(rules, SampleSchools.candidates(SampleSchools.COMPUTED_INDEX))
                .orRefuse()
                .state()
                .lines()
                .stream()
                .map(line -> new SchoolAmount(
                        line.school().school(),
                        line.school().name(),
                        line.school().index(),
                        line.school().pupils(),
                        line.outcome().amount()))
                .toList();
    }

    private static List<PriorYearFunding> funding() throws IOException {
        List<PriorYearFunding> funding = new ArrayList<>();
        for (List<String> cells : lines("fy18-partnerships.csv")) {
            funding.add(new PriorYearFunding(
                    new FundingId(District.id(5_000 + funding.size())),
                    new SchoolCode(cells.getFirst()),
                    cells.get(1),
                    cells.get(2),
                    Money.ofDollars(cells.getLast())));
        }
        return funding;
    }

    private static List<List<String>> lines(String file) throws IOException {
        return Files.readAllLines(SAMPLE.resolve(file)).stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .toList();
    }
}
