package org.partnershipfund.allocation.fund;

import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.allocation.fund.FundRefusal.CalendarOutOfOrder;

/**
 * The days of a fund, in the district's calendar and time zone. The first binds: nothing is published before it. The
 * others are told to the schools in their letters; approval-service keeps the day that binds a selection.
 *
 * <p>Source: docs/policy/allocation.md §6.5 and §6.8.
 *
 * @param allocationsPublishedOn the first day on which schools may be told what they receive; any day if absent
 * @param officeHours when schools may bring questions to central office; not announced if absent
 * @param technicalAssistance when central office comes to the schools; not announced if absent
 * @param selectionsDueOn the last day to submit a selection; not announced if absent
 */
public record FundCalendar(
        Optional<LocalDate> allocationsPublishedOn,
        Optional<Days> officeHours,
        Optional<Days> technicalAssistance,
        Optional<LocalDate> selectionsDueOn) {

    /** No day is kept free, and none is announced. */
    public static final FundCalendar UNBOUND =
            new FundCalendar(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** From one day to another, both included. */
    public record Days(LocalDate from, LocalDate to) {}

    /** Nobody is told before that day. */
    public static FundCalendar publishingOn(LocalDate day) {
        return new FundCalendar(Optional.of(day), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The day to wait for, if it has not come. */
    Optional<LocalDate> publicationAhead(LocalDate today) {
        return allocationsPublishedOn.filter(day -> day.isAfter(today));
    }

    /** The first pair of days that cannot follow each other as they do, if there is one. */
    Optional<CalendarOutOfOrder> fault() {
        var officeFrom = officeHours.map(Days::from);
        var helpFrom = technicalAssistance.map(Days::from);
        return inOrder("officeHours.from", officeFrom, "officeHours.to", officeHours.map(Days::to))
                .or(() -> inOrder(
                        "technicalAssistance.from",
                        helpFrom,
                        "technicalAssistance.to",
                        technicalAssistance.map(Days::to)))
                .or(() -> afterPublication("officeHours.from", officeFrom))
                .or(() -> afterPublication("technicalAssistance.from", helpFrom))
                .or(() -> afterPublication("selectionsDueOn", selectionsDueOn));
    }

    private Optional<CalendarOutOfOrder> afterPublication(String field, Optional<LocalDate> day) {
        return inOrder("allocationsPublishedOn", allocationsPublishedOn, field, day);
    }

    private static Optional<CalendarOutOfOrder> inOrder(
            String first, Optional<LocalDate> firstDay, String second, Optional<LocalDate> secondDay) {
        return firstDay.flatMap(
                one -> secondDay.filter(one::isAfter).map(other -> new CalendarOutOfOrder(first, one, second, other)));
    }
}
