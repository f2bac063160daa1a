package org.partnershipfund.portfolio.program;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;

/**
 * A time of each week at which a program takes place.
 *
 * @param from in the district, whole minutes
 * @param until later than {@code from} on the same day
 */
public record Session(DayOfWeek day, LocalTime from, LocalTime until) implements Comparable<Session> {

    private static final Comparator<Session> ORDER =
            Comparator.comparing(Session::day).thenComparing(Session::from).thenComparing(Session::until);

    public Session {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("a session ends after it begins: %s to %s".formatted(from, until));
        }
    }

    @Override
    public int compareTo(Session other) {
        return ORDER.compare(this, other);
    }
}
