package org.partnershipfund.procurement.adapter.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may turn about watching the books. */
@ConfigMapping(prefix = "fund.ledger")
public interface LedgerWatchSettings {

    /** How often a trial balance of the whole ledger is drawn up for the metrics; it adds up every transfer. */
    @WithDefault("PT5M")
    Duration watchEvery();
}
