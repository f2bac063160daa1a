package org.partnershipfund.allocation.equity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.equity.Changes.PartnerChange;
import org.partnershipfund.allocation.equity.Changes.SchoolChange;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.Funds2019;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.fixtures.YearBefore;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Policy equity §1 and §6: a scenario beside the year before. */
class EquityReportTest {

    private static final Scenario TOP_TWO = Funds2019.computed();

    @Test
    void both_years_are_measured_over_the_same_schools_pupils_and_need() {
        var report = report(Optional.of(YearBefore.notice()));
        var before = report.before().orElseThrow();

        assertThat(report.after().measures().reach().amount()).isEqualTo(Money.ofDollars("1000.00"));
        assertThat(before.side().measures().reach().amount()).isEqualTo(Money.ofDollars("1100.00"));
        assertThat(before.side().measures().reach().pupils())
                .isEqualTo(report.after().measures().reach().pupils());
        assertThat(before.leftOut().schools()).isZero();
        assertThat(report.after().measures().concentrationIndex().orElseThrow())
                .isGreaterThan(before.side().measures().concentrationIndex().orElseThrow());
    }

    @Test
    void without_a_notice_there_is_no_year_before() {
        assertThat(report(Optional.empty()).before()).isEmpty();
    }

    @Test
    void what_was_paid_at_schools_that_are_not_counted_is_told_beside_the_measures() {
        var before = report(Optional.of(YearBefore.alsoAt("00350099", "70.00")))
                .before()
                .orElseThrow();

        assertThat(before.leftOut()).isEqualTo(new EquityReport.LeftOut(1, Money.ofDollars("70.00")));
        assertThat(before.side().measures().reach().amount()).isEqualTo(Money.ofDollars("1100.00"));
    }

    @Test
    void made_up_figures_are_called_so() {
        assertThat(report(Optional.of(YearBefore.notice())).caveats())
                .hasSize(2)
                .anySatisfy(caveat -> assertThat(caveat).contains("Need 2017", "not the district's own"))
                .anySatisfy(caveat -> assertThat(caveat).contains("FY2018", "generated", "proves nothing"));
        assertThat(report(Optional.empty()).caveats()).hasSize(1);
    }

    @Test
    void the_changes_are_those_of_the_policy() {
        var changes = changes(YearBefore.notice());

        assertThat(changes.schools())
                .extracting(school -> List.of(
                        school.name(),
                        school.before().dollars(),
                        school.after().dollars(),
                        school.change().dollars()))
                .containsExactlyElementsOf(PolicyPage.examples("equity.md", "changes"));
        assertThat(changes.partners())
                .extracting(EquityReportTest::row)
                .containsExactlyElementsOf(PolicyPage.examples("equity.md", "partners"));
        assertThat(changes.gain()).isEqualTo(new Changes.Total(1, Money.ofDollars("100.00")));
        assertThat(changes.loss()).isEqualTo(new Changes.Total(2, Money.ofDollars("-200.00")));
        assertThat(changes.unchanged()).isZero();
    }

    @Test
    void all_changes_add_up_to_the_difference_of_the_years() {
        var changes = changes(YearBefore.alsoAt("00350099", "70.00"));

        assertThat(changes.schools().stream().map(SchoolChange::change).reduce(Money.ZERO, Money::plus))
                .isEqualTo(changes.after().minus(changes.before()))
                .isEqualTo(Money.ofDollars("-170.00"));
        assertThat(changes.schools())
                .filteredOn(school -> school.inScenario().isEmpty())
                .singleElement()
                .satisfies(closed -> assertThat(closed.name()).isEqualTo("A closed school"));
        assertThat(changes.partners().getFirst().endsWhereNothingComes()).isEqualTo(Money.ofDollars("70.00"));
    }

    @Test
    void who_receives_what_was_paid_before_neither_gains_nor_loses() {
        var schools = EquityReport.amounts(TOP_TWO.allocations());
        var same = Changes.of(
                TOP_TWO.title(),
                schools.stream()
                        .map(school -> school.receiving(
                                YearBefore.notice().bySchool().getOrDefault(school.school(), Money.ZERO)))
                        .toList(),
                YearBefore.notice(),
                Map.of());

        assertThat(same.unchanged()).isEqualTo(3);
        assertThat(same.gain().amount()).isEqualTo(Money.ZERO);
    }

    @Test
    void the_curve_of_the_scenario_lies_where_the_need_is() {
        assertThat(report(Optional.empty()).after().measures().curve())
                .extracting(CurvePoint::money)
                .containsExactly(
                        new BigDecimal("0.000000"),
                        new BigDecimal("0.000000"),
                        new BigDecimal("0.400000"),
                        new BigDecimal("1.000000"));
    }

    private static EquityReport report(Optional<Notice> before) {
        return EquityReport.of(TOP_TWO.title(), TOP_TWO.allocations(), before);
    }

    private static Changes changes(Notice before) {
        return Changes.of(
                TOP_TWO.title(),
                EquityReport.amounts(TOP_TWO.allocations()),
                before,
                Map.of(new SchoolCode("00350099"), "A closed school", District.ADAMS.code(), "never asked for"));
    }

    private static List<String> row(PartnerChange partner) {
        return List.of(
                partner.partner(),
                partner.ends().dollars(),
                String.valueOf(partner.schools()),
                String.valueOf(partner.schoolsWithAllocation()),
                partner.endsWhereNothingComes().dollars());
    }
}
