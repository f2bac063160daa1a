package org.partnershipfund.portfolio.adapter.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator may turn about webhooks. */
@ConfigMapping(prefix = "fund.webhooks")
public interface WebhookSettings {

    /** For a trial installation only: plain HTTP, and addresses of one's own machine and network. */
    @WithDefault("false")
    boolean insideAllowed();

    /** How long an attempt may take in all, from looking for the address to the status of the answer. */
    @WithDefault("PT15S")
    Duration timeout();

    /** How many messages may be under way, at most one to each webhook. */
    @WithDefault("64")
    int atOnce();

    /** How often it is looked what is due. */
    @WithDefault("PT1S")
    Duration lookEvery();
}
