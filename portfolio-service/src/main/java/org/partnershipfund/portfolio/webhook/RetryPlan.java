package org.partnershipfund.portfolio.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a message that was not taken is sent again: ten times in all, over three days (Standard Webhooks).
 *
 * <p>Source: docs/policy/webhooks.md §4.
 */
public final class RetryPlan {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private RetryPlan() {}

    /**
     * How long to wait before the next attempt; empty when there is none.
     *
     * @param attempts how many there were, at least 1
     */
    public static Optional<Duration> pauseAfter(int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException("no attempt was made yet");
        }
        return attempts > PAUSES.size() ? Optional.empty() : Optional.of(PAUSES.get(attempts - 1));
    }
}
