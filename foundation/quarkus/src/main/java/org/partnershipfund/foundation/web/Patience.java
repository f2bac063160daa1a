package org.partnershipfund.foundation.web;

import java.time.Duration;

/**
 * How long somebody who reads a body waits for its sender. A line may be slow; a sender of one byte a second holds a
 * thread that others need.
 *
 * @param always so long in all, however little came
 * @param bytesPerSecond for so many bytes, a second more
 */
record Patience(Duration always, long bytesPerSecond) {

    Patience {
        if (always.isNegative() || bytesPerSecond < 1) {
            throw new IllegalArgumentException("patience is not negative and asks for 1 byte a second at least: %s, %d"
                    .formatted(always, bytesPerSecond));
        }
    }

    /** Whether a reader who waited so long for so many bytes has waited long enough. */
    boolean isOverAfter(Duration waited, long bytes) {
        return waited.compareTo(always.plusMillis(1_000 * bytes / bytesPerSecond)) > 0;
    }
}
