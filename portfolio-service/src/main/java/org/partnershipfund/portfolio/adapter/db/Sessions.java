package org.partnershipfund.portfolio.adapter.db;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import org.partnershipfund.portfolio.program.Session;

/** A session of a week as it lies in a column: {@code monday 15:00-17:30}. */
final class Sessions {

    private Sessions() {}

    static String written(Session session) {
        return "%s %s-%s".formatted(session.day().name().toLowerCase(Locale.ROOT), session.from(), session.until());
    }

    static Session read(String written) {
        int space = written.indexOf(' ');
        int dash = written.indexOf('-', space);
        return new Session(
                DayOfWeek.valueOf(written.substring(0, space).toUpperCase(Locale.ROOT)),
                LocalTime.parse(written.substring(space + 1, dash)),
                LocalTime.parse(written.substring(dash + 1)));
    }
}
