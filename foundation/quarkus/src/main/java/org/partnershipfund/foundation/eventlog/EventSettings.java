package org.partnershipfund.foundation.eventlog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What an operator may turn about the event log. */
@ConfigMapping(prefix = "fund.events")
public interface EventSettings {

    /** How long the sealer rests when nobody wakes it. */
    @WithDefault("PT1S")
    Duration sealWhenIdle();

    /** How long the sealer lets rows gather once it is woken: one transaction for many instead of one for each. */
    @WithDefault("PT0.05S")
    Duration sealTogether();

    /** How often the relay's slot is looked at. */
    @WithDefault("PT2S")
    Duration watchEvery();

    /** How often it is noted how far the chain has come, when it has. */
    @WithDefault("PT1M")
    Duration checkpointEvery();

    /** How often a stream of events looks for new ones, besides whenever this replica sealed some. */
    @WithDefault("PT1S")
    Duration streamWhenIdle();

    /** How long a stream may be silent before a comment is sent. */
    @WithDefault("PT15S")
    Duration streamHeartbeat();

    /** How many may read a stream of this replica at the same time. */
    @WithDefault("20")
    int streamReaders();

    /** The replication slot that the relay reads; by default {@code allocation_relay} for allocation-service. */
    Optional<String> slot();
}
