package org.partnershipfund.approval.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.partnershipfund.approval.fixtures.School.FUND;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.TODAY;
import static org.partnershipfund.approval.fixtures.School.person;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.plan.Condition.FirstTimePartner;
import org.partnershipfund.approval.plan.Condition.OutsideThePortfolio;
import org.partnershipfund.approval.plan.Condition.TotalAtLeast;
import org.partnershipfund.approval.plan.Deadline.DaysAfter;
import org.partnershipfund.approval.plan.Deadline.OnDay;
import org.partnershipfund.approval.plan.StagesRefusal.CouncilLeftOut;
import org.partnershipfund.approval.plan.StagesRefusal.StagesBeginInThePast;
import org.partnershipfund.approval.plan.StagesRefusal.StepNamedTwice;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;

/** Policy approval §13: who must agree, in which order, until when. The page's tables are the input. */
class PlanTest {

    private static final ZoneId BOSTON = ZoneId.of("America/New_York");
    private static final Facts PLAIN = new Facts(Money.ofDollars("100.00"), List.of(), List.of());

    /** As §13 describes them. */
    private static final List<List<StepRule>> EXAMPLE = List.of(
            List.of(always(Step.COUNCIL)),
            List.of(
                    always(Step.SUPERINTENDENT),
                    new StepRule(
                            Step.PARTNERSHIPS_TEAM,
                            List.of(new FirstTimePartner(), new OutsideThePortfolio()),
                            Optional.of(new DaysAfter(7)))),
            List.of(new StepRule(Step.CFO, List.of(new TotalAtLeast(Money.ofDollars("50000.00"))), Optional.empty())),
            List.of(always(Step.COMPLETENESS)));

    static Stream<List<String>> what_is_open() {
        return PolicyPage.table("approval.md", "What is open").stream();
    }

    @ParameterizedTest
    @MethodSource
    void what_is_open(List<String> row) {
        var facts = new Facts(
                Money.ofDollars(row.get(0)), names(row.get(1), "Inner City Voices"), names(row.get(2), "School Choir"));
        Plan plan = Plan.resolve(stages(EXAMPLE), facts);

        assertThat(plan.open(steps(row.get(3)))).isEqualTo(steps(row.get(4)));
    }

    static Stream<List<String>> until_when() {
        return PolicyPage.table("approval.md", "Until when").stream();
    }

    @ParameterizedTest
    @MethodSource
    void until_when(List<String> row) {
        Instant begins = LocalDateTime.parse(row.get(0)).atZone(BOSTON).toInstant();
        Deadline deadline = Deadline.parse(row.get(1));

        assertThat(deadline.lastDay(begins, BOSTON)).isEqualTo(row.get(2));
        assertThat(deadline.end(begins, BOSTON)).isEqualTo(row.get(3));
        assertThat(Deadline.parse(deadline.text())).isEqualTo(deadline);
    }

    @Test
    void a_stage_begins_with_the_last_approval_that_it_needed() {
        Plan plan = Plan.resolve(
                stages(EXAMPLE), new Facts(Money.ofDollars("1.00"), List.of("Inner City Voices"), List.of()));
        Map<Step, Instant> approvedAt = new EnumMap<>(Step.class);
        approvedAt.put(Step.COUNCIL, NOW.plus(Duration.ofDays(3)));
        approvedAt.put(Step.PARTNERSHIPS_TEAM, NOW.plus(Duration.ofDays(9)));

        assertThat(plan.open(Map.of(), NOW)).extracting(Plan.Open::since).containsExactly(NOW);
        assertThat(plan.open(approvedAt, NOW))
                .extracting(Plan.Open::step, Plan.Open::since)
                .containsExactly(tuple(Step.SUPERINTENDENT, NOW.plus(Duration.ofDays(3))));
        approvedAt.put(Step.SUPERINTENDENT, NOW.plus(Duration.ofDays(5)));
        assertThat(plan.open(approvedAt, NOW))
                .extracting(Plan.Open::step, Plan.Open::since)
                .containsExactly(tuple(Step.COMPLETENESS, NOW.plus(Duration.ofDays(9))));
    }

    @Test
    void every_step_says_why_it_is_needed_or_not() {
        Plan plan = Plan.resolve(
                stages(EXAMPLE), new Facts(Money.ofDollars("50000.00"), List.of("Inner City Voices"), List.of()));

        assertThat(plan.steps())
                .extracting(planned -> planned.step().word() + ": " + planned.why())
                .containsExactly(
                        "council: Every selection of the fund needs it.",
                        "superintendent: Every selection of the fund needs it.",
                        "partnerships-team: The school never had a contract with Inner City Voices before.",
                        "cfo: The total of $50,000.00 is $50,000.00 or more.",
                        "completeness: Every selection of the fund needs it.");
        assertThat(Plan.resolve(stages(EXAMPLE), PLAIN).needed())
                .extracting(PlannedStep::step)
                .containsExactly(Step.COUNCIL, Step.SUPERINTENDENT, Step.COMPLETENESS);
    }

    @Test
    void the_default_is_council_then_superintendent_then_completeness() {
        assertThat(Plan.usual(FUND).steps())
                .extracting(PlannedStep::stage, PlannedStep::step)
                .containsExactly(tuple(1, Step.COUNCIL), tuple(2, Step.SUPERINTENDENT), tuple(3, Step.COMPLETENESS));
    }

    @Test
    void the_schools_voice_is_no_setting() {
        var onlyIfLarge = new StepRule(Step.COUNCIL, List.of(new FirstTimePartner()), Optional.empty());

        assertThat(record(EXAMPLE)).isInstanceOf(Accepted.class);
        assertThat(record(List.of(List.of(always(Step.CFO))))).isEqualTo(new Refused<>(new CouncilLeftOut()));
        assertThat(record(List.of(List.of(onlyIfLarge, always(Step.CFO)))))
                .isEqualTo(new Refused<>(new CouncilLeftOut()));
        assertThat(record(List.of(List.of(always(Step.COUNCIL)), List.of(always(Step.COUNCIL)))))
                .isEqualTo(new Refused<>(new StepNamedTwice(Step.COUNCIL)));
        assertThat(Stages.record(stages(EXAMPLE), TODAY.plusDays(1)))
                .isEqualTo(new Refused<>(new StagesBeginInThePast(TODAY, TODAY.plusDays(1))));
    }

    @Test
    void what_procurement_says_is_no_step_of_a_plan_and_a_plan_without_steps_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> always(Step.RESERVATION));
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(1, List.of()));
        assertThat(Step.ofPlans())
                .hasSize(8)
                .allMatch(step -> step == Step.COUNCIL || step.kind().decider().isPresent());
    }

    @Test
    void conditions_are_read_as_they_are_written() {
        for (Condition condition : List.of(
                new TotalAtLeast(Money.ofDollars("50000.01")), new FirstTimePartner(), new OutsideThePortfolio())) {
            assertThat(Condition.parse(condition.text())).isEqualTo(condition);
        }
        assertThat(new OnDay(LocalDate.of(2018, 2, 9)).text()).isEqualTo("2018-02-09");
    }

    private static Decision<Stages> record(List<List<StepRule>> stages) {
        return Stages.record(stages(stages), TODAY);
    }

    private static Stages stages(List<List<StepRule>> stages) {
        return new Stages(FUND, 1, TODAY, stages, "a test", Optional.of(person("budget-officer")), NOW);
    }

    private static StepRule always(Step step) {
        return new StepRule(step, List.of(), Optional.empty());
    }

    private static List<String> names(String yesOrNo, String name) {
        return yesOrNo.equals("yes") ? List.of(name) : List.of();
    }

    private static Set<Step> steps(String cell) {
        return cell.equals("none")
                ? Set.of()
                : Arrays.stream(cell.split(", "))
                        .map(word -> Step.ofPlans().stream()
                                .filter(step -> step.word().equals(word))
                                .findFirst()
                                .orElseThrow())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));
    }
}
