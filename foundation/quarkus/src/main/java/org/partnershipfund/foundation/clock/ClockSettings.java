package org.partnershipfund.foundation.clock;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an operator may turn about time. */
@ConfigMapping(prefix = "fund.clock")
public interface ClockSettings {

    /** Whether {@code PUT /district-clock} exists; for the demo and the acceptance tests, never for a real year. */
    @WithDefault("false")
    boolean adjustable();
}
