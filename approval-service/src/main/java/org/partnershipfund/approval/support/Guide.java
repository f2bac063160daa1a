package org.partnershipfund.approval.support;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;

/**
 * What the Partnership Fund Guide says of one fund: its own days, amounts and rules, and nothing that is not in force (§7).
 *
 * @param anyRegistered whether a school may choose partners outside of the portfolio
 * @param due last day for a first submission
 * @param noticeHours between the notice of a council's meeting and its beginning
 * @param allocations by school code
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
        List<Tier> tiers) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    public Guide {
        allocations = List.copyOf(allocations);
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
    public record Tier(Money from, int weeksAtLeast, int weeksAtMost, String asks) {}

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
