package org.partnershipfund.approval.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Until when a step is to be decided: the end of a day in the district. What is late is overdue and nothing else.
 *
 * <p>Source: docs/policy/approval.md §13.4.
 */
public sealed interface Deadline {

    /**
     * So many calendar days after the day on which the step's stage begins.
     *
     * @param days 0 (the same day) to 366
     */
    record DaysAfter(int days) implements Deadline {
        public DaysAfter {
            if (days < 0 || days > 366) {
                throw new IllegalArgumentException("a deadline is 0 to 366 days after its stage begins, not " + days);
            }
        }
    }

    /** A day of the fund's calendar, whenever the stage begins. */
    record OnDay(LocalDate day) implements Deadline {}

    /** The last day on which the step is in time. */
    default LocalDate lastDay(Instant stageBegan, ZoneId district) {
        return switch (this) {
            case DaysAfter(int days) ->
                LocalDate.ofInstant(stageBegan, district).plusDays(days);
            case OnDay(LocalDate day) -> day;
        };
    }

    /** The instant from which on the step is overdue: the end of its last day in the district. */
    default Instant end(Instant stageBegan, ZoneId district) {
        return lastDay(stageBegan, district).plusDays(1).atStartOfDay(district).toInstant();
    }

    /** As it is written in tables: {@code 7 days} or {@code 2018-02-09}. */
    default String text() {
        return switch (this) {
            case DaysAfter(int days) -> days + " days";
            case OnDay(LocalDate day) -> day.toString();
        };
    }

    /**
     * The deadline that was written.
     *
     * @throws RuntimeException if the text is none
     */
    static Deadline parse(String text) {
        return text.endsWith(" days")
                ? new DaysAfter(Integer.parseInt(text.substring(0, text.length() - " days".length())))
                : new OnDay(LocalDate.parse(text));
    }
}
