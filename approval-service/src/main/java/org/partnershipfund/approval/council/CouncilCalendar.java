package org.partnershipfund.approval.council;

import java.time.LocalDate;
import java.time.MonthDay;
import org.partnershipfund.kernel.FiscalYear;

/**
 * By when councils are elected and meet, in every school year; policy data with a source.
 *
 * <p>Source: docs/policy/school-site-council.md §9.
 *
 * @param electionsBy the last day for elections
 * @param firstMeetingBy the last day for the first meeting, and for the by-laws
 */
public record CouncilCalendar(MonthDay electionsBy, MonthDay firstMeetingBy) {

    /** The last day for elections in that school year. */
    public LocalDate electionsBy(FiscalYear year) {
        return on(electionsBy, year);
    }

    /** The last day for the first meeting in that school year. */
    public LocalDate firstMeetingBy(FiscalYear year) {
        return on(firstMeetingBy, year);
    }

    private static LocalDate on(MonthDay day, FiscalYear year) {
        LocalDate first = day.atYear(year.firstDay().getYear());
        return first.isBefore(year.firstDay()) ? day.atYear(year.endYear()) : first;
    }
}
