package org.partnershipfund.approval.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.support.SupportRefusal.LastDayBeforeTheFirst;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;

/**
 * On which days a fund's schools are helped in which way, as the partnerships team decided (§1).
 *
 * @param source who decided it, where it is written
 */
public record SupportCalendar(
        FundId fund, Days officeHours, Days technicalAssistance, String source, Instant changedAt) {

    /** Days in the district, both included. */
    public record Days(LocalDate first, LocalDate last) {

        /** Whether the day is one of them. */
        public boolean include(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** What holds for a fund about which nothing was decided: the days of the year before it, as in December 2017. */
    public static SupportCalendar usual(FundId fund, FiscalYear year, Instant at) {
        int before = year.endYear() - 2;
        return new SupportCalendar(
                fund,
                new Days(LocalDate.of(before, Month.DECEMBER, 11), LocalDate.of(before, Month.DECEMBER, 13)),
                new Days(LocalDate.of(before, Month.DECEMBER, 14), LocalDate.of(before + 1, Month.JANUARY, 11)),
                "Default of the suite: the days of the superintendent's memo to school leaders, 28 November 2017",
                at);
    }

    /** The calendar, unless a last day precedes its first. */
    public static Decision<SupportCalendar> set(SupportCalendar asked) {
        for (HelpKind kind : HelpKind.values()) {
            Days days = asked.days(kind);
            if (days.last().isBefore(days.first())) {
                return Decision.refuse(new LastDayBeforeTheFirst(kind, days.first(), days.last()));
            }
        }
        return Decision.accept(asked);
    }

    /** The days for sessions of that kind. */
    public Days days(HelpKind kind) {
        return switch (kind) {
            case OFFICE_HOURS -> officeHours;
            case TECHNICAL_ASSISTANCE -> technicalAssistance;
        };
    }
}
