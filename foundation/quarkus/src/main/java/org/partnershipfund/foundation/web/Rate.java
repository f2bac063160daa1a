package org.partnershipfund.foundation.web;

import java.time.Duration;

/**
 * How many requests a caller may send.
 *
 * @param perSecond for as long as it likes
 * @param atOnce on top of each other, after a rest
 */
record Rate(int perSecond, int atOnce) {

    Rate {
        if (perSecond < 1 || atOnce < 1) {
            throw new IllegalArgumentException("a caller may send 1 request at least, not %d at once and %d a second"
                    .formatted(atOnce, perSecond));
        }
    }

    /** What one request costs of a caller's time. */
    Duration each() {
        return Duration.ofSeconds(1).dividedBy(perSecond);
    }

    /** How far ahead of the clock a caller may be. */
    Duration ahead() {
        return each().multipliedBy(atOnce);
    }
}
