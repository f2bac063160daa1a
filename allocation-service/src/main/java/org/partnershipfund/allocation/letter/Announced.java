package org.partnershipfund.allocation.letter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.partnershipfund.allocation.fund.FundCalendar.Days;

/**
 * A day or some days, and what they are for.
 *
 * @param when as people write it: {@code Friday, January 26, 2018}
 * @param what one sentence
 */
public record Announced(String when, String what) {

    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);

    static Announced on(LocalDate day, String what) {
        return new Announced(words(day), what);
    }

    static Announced during(Days days, String what) {
        return new Announced(
                days.from().equals(days.to()) ? words(days.from()) : words(days.from()) + ", to " + words(days.to()),
                what);
    }

    /** A day far away, without its weekday: {@code June 30, 2019}. */
    static String plain(LocalDate day) {
        return PLAIN.format(day);
    }

    /** A day as people write it: {@code Friday, December 8, 2017}. */
    static String words(LocalDate day) {
        return DAY.format(day);
    }
}
