package org.partnershipfund.allocation.fund;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days that bind a fund, in the district's calendar and time zone.
 *
 * <p>Source: docs/policy/allocation.md §6.5.
 *
 * @param allocationsPublishedOn the first day on which schools may be told what they receive; any day if absent
 */
public record FundCalendar(Optional<LocalDate> allocationsPublishedOn) {

    /** No day is kept free. */
    public static final FundCalendar UNBOUND = new FundCalendar(Optional.empty());

    /** Nobody is told before that day. */
    public static FundCalendar publishingOn(LocalDate day) {
        return new FundCalendar(Optional.of(day));
    }

    /** The day to wait for, if it has not come. */
    Optional<LocalDate> publicationAhead(LocalDate today) {
        return allocationsPublishedOn.filter(day -> day.isAfter(today));
    }
}
