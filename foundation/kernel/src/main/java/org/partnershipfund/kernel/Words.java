package org.partnershipfund.kernel;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and times stand in sentences for people. */
public final class Words {

    /** Where the district's clocks hang. */
    public static final ZoneId DISTRICT = ZoneId.of("America/New_York");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm z", Locale.US).withZone(DISTRICT);

    private Words() {}

    /** Of regular nouns: {@code 1 parent}, {@code 2 parents}, {@code 0 parents}. */
    public static String count(long number, String one) {
        return number == 1 ? "1 " + one : number + " " + one + "s";
    }

    /** A time in the district with its zone, to the minute: {@code 10 January 2018, 18:05 EST}. */
    public static String time(Instant at) {
        return TIME.format(at);
    }
}
