package org.partnershipfund.approval.support;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.partnershipfund.approval.plan.Condition;
import org.partnershipfund.approval.plan.Condition.FirstTimePartner;
import org.partnershipfund.approval.plan.Condition.OutsideThePortfolio;
import org.partnershipfund.approval.plan.Condition.TotalAtLeast;
import org.partnershipfund.approval.plan.Deadline;
import org.partnershipfund.approval.plan.Deadline.DaysAfter;
import org.partnershipfund.approval.plan.Deadline.OnDay;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.plan.StepRule;
import org.partnershipfund.approval.policy.LeadTime;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Words;

/**
 * What the Partnership Fund Guide says of one fund: its own days, amounts and rules, and nothing that is not in force (§7).
 *
 * @param anyRegistered whether a school may choose partners outside of the portfolio
 * @param due last day for a first submission
 * @param noticeHours between the notice of a council's meeting and its beginning
 * @param allocations by school code
 * @param steps who decides, stage after stage; those of one stage decide side by side
 * @param tiers how long buying takes, the smallest value first
 */
public record Guide(
        String fund,
        FiscalYear year,
        SupportCalendar calendar,
        boolean anyRegistered,
        Optional<LocalDate> due,
        int noticeHours,
        List<Allocated> allocations,
        List<List<StepRule>> steps,
        List<Tier> tiers) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    public Guide {
        allocations = List.copyOf(allocations);
        steps = steps.stream().map(List::copyOf).toList();
        tiers = List.copyOf(tiers);
    }

    /** What one school may spend. */
    public record Allocated(String code, String name, Money amount) {}

    /**
     * How long buying takes at a value.
     *
     * @param from whole cents, inclusive
     * @param weeksAtLeast from the request to the first service
     * @param asks what the law and the district ask for
     */
    public record Tier(Money from, int weeksAtLeast, int weeksAtMost, String asks) {

        /** As central office's lead times have it. */
        public static Tier of(LeadTime tier) {
            return new Tier(tier.from(), tier.weeksAtLeast(), tier.weeksAtMost(), asks(tier.method()));
        }

        private static String asks(String method) {
            return switch (method) {
                case "sound-business-practices" -> "a requisition and a purchase order, with three quotes on file";
                case "quotes" -> "three quotes and a written contract";
                case "written-quotes" -> "three written quotes and a written contract, approved by the City Auditor";
                case "sealed-bids-or-proposals" ->
                    "sealed bids or proposals, advertised, and a fully executed contract";
                case String other -> throw new IllegalStateException("lead times have the unknown method " + other);
            };
        }
    }

    /** Who decides, a sentence or two for each stage. */
    public List<String> stages() {
        return steps.stream()
                .map(stage -> stage.stream().map(this::says).collect(Collectors.joining(" At the same time: ")))
                .toList();
    }

    private String says(StepRule rule) {
        String conditions = rule.anyOf().stream().map(Guide::condition).collect(Collectors.joining(", or "));
        return decides(rule.step())
                + (conditions.isEmpty() ? "" : " This is needed only if %s.".formatted(conditions))
                + rule.deadline().map(Guide::deadline).orElse("");
    }

    private String decides(Step step) {
        return switch (step) {
            case COUNCIL ->
                "Your School Site Council decides at a public meeting, by a majority with the principal in it. The agenda is posted at least %d hours before."
                        .formatted(noticeHours);
            case SUPERINTENDENT -> "Your Instructional Superintendent approves, or returns it with reasons.";
            case PARTNERSHIPS_TEAM -> "The partnerships team approves, or returns it with reasons.";
            case BUDGET_OFFICE -> "The budget office looks at the money, and approves or returns it with reasons.";
            case DISTRICT_SUPERINTENDENT -> "The superintendent of the district approves, or returns it with reasons.";
            case CFO -> "The chief financial officer approves, or returns it with reasons.";
            case DEPUTY_CFO -> "The deputy chief financial officer approves, or returns it with reasons.";
            case COMPLETENESS -> "The budget office checks that it is complete, or returns it with reasons.";
            case RESERVATION, COMPETITION -> throw new IllegalStateException("no step of a plan: " + step.word());
        };
    }

    private static String condition(Condition condition) {
        return switch (condition) {
            case TotalAtLeast(Money amount) -> "the total is %s or more".formatted(amount);
            case FirstTimePartner _ -> "your school never had a contract with the partner before";
            case OutsideThePortfolio _ -> "a program is not on the menu of the portfolio";
        };
    }

    private static String deadline(Deadline deadline) {
        return switch (deadline) {
            case DaysAfter(int days) ->
                days == 0 ? " It is due the same day." : " It is due within %s.".formatted(Words.count(days, "day"));
            case OnDay(LocalDate day) -> " It is due on %s.".formatted(day(day));
        };
    }

    /** The calendar year in which the fund's year begins. */
    public int firstYear() {
        return year.endYear() - 1;
    }

    /** The sum of all allocations. */
    public Money total() {
        return allocations.stream().map(Allocated::amount).reduce(Money.ZERO, Money::plus);
    }

    /** As a reader in the district writes it: {@code December 11, 2017}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** From the first to the last day, in words. */
    public static String days(SupportCalendar.Days days) {
        return days.first().equals(days.last())
                ? day(days.first())
                : "%s to %s".formatted(day(days.first()), day(days.last()));
    }

    /** The days for office hours, in words. */
    public String officeHours() {
        return days(calendar.officeHours());
    }

    /** The days for technical assistance, in words. */
    public String technicalAssistance() {
        return days(calendar.technicalAssistance());
    }

    /** The due day in words; empty if there is none. */
    public Optional<String> dueDay() {
        return due.map(Guide::day);
    }
}
