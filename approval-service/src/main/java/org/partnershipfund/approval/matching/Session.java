package org.partnershipfund.approval.matching;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A time of each week.
 *
 * @param from in the district, whole minutes
 * @param until later than {@code from} on the same day
 */
public record Session(DayOfWeek day, LocalTime from, LocalTime until) {

    public Session {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("a session ends after it begins: %s to %s".formatted(from, until));
        }
    }
}
