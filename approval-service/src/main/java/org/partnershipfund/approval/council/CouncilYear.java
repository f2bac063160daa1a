package org.partnershipfund.approval.council;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.council.ConductRefusal.CouncilDateOutsideYear;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What a school reported of its council for a school year, and whether that is all, and in time.
 *
 * <p>Source: docs/policy/school-site-council.md §9; its table <i>Compliance</i> is the test's input.
 *
 * @param year the fiscal year: the school year lies within it
 * @param electionsOn when the last group was elected
 * @param firstMeetingOn as reported, or else the first meeting whose attendance is on record
 * @param byLawsOn when the by-laws in force were adopted, perhaps in an earlier year
 */
public record CouncilYear(
        SchoolCode school,
        FiscalYear year,
        Optional<LocalDate> electionsOn,
        Optional<LocalDate> firstMeetingOn,
        Optional<LocalDate> byLawsOn) {

    /** The district's three words for it. */
    public enum Status {
        FULL_COMPLIANCE("full-compliance"),
        REPORTING("reporting"),
        NO_DATA("no-data");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /** As it is written in JSON and tables. */
        public String word() {
            return word;
        }
    }

    /** What is reported is of this school year, and past. */
    public static Decision<CouncilYear> report(CouncilYear asked, LocalDate today) {
        LocalDate first = asked.year().firstDay();
        LocalDate last =
                today.isBefore(asked.year().lastDay()) ? today : asked.year().lastDay();
        return outside("electionsOn", asked.electionsOn(), first, last)
                .or(() -> outside("firstMeetingOn", asked.firstMeetingOn(), first, last))
                .or(() -> outside("byLawsOn", asked.byLawsOn(), LocalDate.of(1993, 6, 18), last))
                .map(Decision::<CouncilYear>refuse)
                .orElseGet(() -> Decision.accept(asked));
    }

    private static Optional<CouncilDateOutsideYear> outside(
            String field, Optional<LocalDate> day, LocalDate first, LocalDate last) {
        return day.filter(said -> said.isBefore(first) || said.isAfter(last))
                .map(said -> new CouncilDateOutsideYear(field, said, first, last));
    }

    /** Full compliance if nothing is missing or late; no data if nothing of the year is known. */
    public Status status(CouncilCalendar calendar) {
        if (electionsOn.isEmpty() && firstMeetingOn.isEmpty()) {
            return Status.NO_DATA;
        }
        return missing(calendar).isEmpty() ? Status.FULL_COMPLIANCE : Status.REPORTING;
    }

    /** What is missing or late, in sentences. */
    public List<String> missing(CouncilCalendar calendar) {
        List<String> missing = new ArrayList<>();
        say(missing, "The elections", electionsOn, calendar.electionsBy(year));
        say(missing, "The first meeting", firstMeetingOn, calendar.firstMeetingBy(year));
        say(missing, "The by-laws", byLawsOn, calendar.firstMeetingBy(year));
        return missing;
    }

    private static void say(List<String> missing, String what, Optional<LocalDate> day, LocalDate due) {
        if (day.isEmpty()) {
            missing.add("%s: no date on record; due by %s.".formatted(what, due));
        } else if (day.get().isAfter(due)) {
            missing.add("%s: %s; due by %s.".formatted(what, day.get(), due));
        }
    }
}
