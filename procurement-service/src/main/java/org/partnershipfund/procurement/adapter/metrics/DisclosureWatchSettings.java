package org.partnershipfund.procurement.adapter.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may turn about watching the public record. */
@ConfigMapping(prefix = "fund.disclosure-watch")
public interface DisclosureWatchSettings {

    /** How often it is looked up for the metrics how long a step waits for being published. */
    @WithDefault("PT30S")
    Duration lookEvery();
}
