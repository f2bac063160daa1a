package org.partnershipfund.approval.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.FUND;
import static org.partnershipfund.approval.fixtures.School.FY2019;
import static org.partnershipfund.approval.fixtures.School.NOW;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.plan.Condition;
import org.partnershipfund.approval.plan.Deadline;
import org.partnershipfund.approval.plan.Stages;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.plan.StepRule;
import org.partnershipfund.approval.policy.LeadTime;
import org.partnershipfund.kernel.Money;

/** Policy support §7: the guide says what holds, and nothing that does not. */
class GuideTest {

    private static final String COUNCIL =
            "Your School Site Council decides at a public meeting, by a majority with the principal in it. The agenda is posted at least 48 hours before.";

    @Test
    void without_a_decision_of_the_fund_council_superintendent_and_budget_office_decide_one_after_the_other() {
        assertThat(guide(Stages.usual(FUND).stages()).stages())
                .containsExactly(
                        COUNCIL,
                        "Your Instructional Superintendent approves, or returns it with reasons.",
                        "The budget office checks that it is complete, or returns it with reasons.");
    }

    @Test
    void the_stages_of_the_fund_are_told_with_what_they_depend_on_and_until_when_they_are_due() {
        var team = new StepRule(
                Step.PARTNERSHIPS_TEAM,
                List.of(new Condition.FirstTimePartner(), new Condition.TotalAtLeast(Money.ofDollars("50000.00"))),
                Optional.of(new Deadline.DaysAfter(7)));
        var chief = new StepRule(
                Step.CFO,
                List.of(new Condition.OutsideThePortfolio()),
                Optional.of(new Deadline.OnDay(LocalDate.of(2018, 2, 9))));
        var council = new StepRule(Step.COUNCIL, List.of(), Optional.empty());

        assertThat(guide(List.of(List.of(team, chief), List.of(council))).stages())
                .containsExactly(
                        "The partnerships team approves, or returns it with reasons. This is needed only if your school never had a contract with the partner before, or the total is $50,000.00 or more. It is due within 7 days."
                                + " At the same time: The chief financial officer approves, or returns it with reasons. This is needed only if a program is not on the menu of the portfolio. It is due on February 9, 2018.",
                        COUNCIL);
    }

    @Test
    void lead_times_are_those_of_the_day_the_smallest_value_first() {
        LocalDate changed = LocalDate.of(2016, 11, 7);
        var older = tier(LocalDate.of(2013, 7, 1), Optional.of(changed.minusDays(1)), "10000.00", "quotes");
        var newer = tier(changed, Optional.empty(), "10000.00", "written-quotes");
        var small = tier(LocalDate.of(2013, 7, 1), Optional.empty(), "0.00", "sound-business-practices");
        List<LeadTime> all = List.of(newer, older, small);

        assertThat(LeadTime.on(all, changed.minusDays(1))).containsExactly(small, older);
        assertThat(LeadTime.on(all, changed)).containsExactly(small, newer);
        assertThat(Guide.Tier.of(newer))
                .isEqualTo(new Guide.Tier(
                        Money.ofDollars("10000.00"),
                        2,
                        4,
                        "three written quotes and a written contract, approved by the City Auditor"));
    }

    private static LeadTime tier(LocalDate from, Optional<LocalDate> until, String value, String method) {
        return new LeadTime(from, until, Money.ofDollars(value), Optional.empty(), 2, 4, method, "FIN-07");
    }

    private static Guide guide(List<List<StepRule>> steps) {
        return new Guide(
                "Partnership Fund FY2019",
                FY2019,
                SupportCalendar.usual(FUND, FY2019, NOW),
                true,
                Optional.empty(),
                48,
                List.of(),
                steps,
                List.of());
    }
}
