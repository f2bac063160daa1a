package org.partnershipfund.foundation.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What an operator may turn about hearing events. */
@ConfigMapping(prefix = "fund.inbox")
public interface InboxSettings {

    /** The first pause after a transient fault; doubles up to {@link #retryAtMostEvery()}. */
    @WithDefault("PT0.05S")
    Duration retryFirstAfter();

    /** The longest pause between two attempts while the database is away. */
    @WithDefault("PT5S")
    Duration retryAtMostEvery();

    /** How often an attempt may lose a race (stale version, unique key) before its event is a dead letter. */
    @WithDefault("5")
    @Min(1) @Max(100) int attemptsPerConflict();

    /** How long an attempt waits for a lock before it is given up and tried again. */
    @WithDefault("PT10S")
    Duration lockTimeout();

    /** How often lag, progress and letters are counted. */
    @WithDefault("PT5S")
    Duration watchEvery();

    /** How long a channel with lag may make no progress before the service is not ready. */
    @WithDefault("PT1M")
    Duration stalledAfter();

    /** How long the worker that releases parked letters rests when nobody wakes it. */
    @WithDefault("PT1S")
    Duration releaseWhenIdle();
}
