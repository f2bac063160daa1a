package org.partnershipfund.portfolio.adapter.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.partnershipfund.foundation.metrics.UnsettledMessages;
import org.partnershipfund.foundation.sql.Sql;

/** Counts messages to partners' webhooks that wait or were given up. */
@Singleton
class WebhookWatch {

    private final UnsettledMessages messages;

    @Inject
    WebhookWatch(
            Sql sql,
            @ConfigProperty(name = "fund.webhooks.watch-every", defaultValue = "PT1M") Duration every,
            MeterRegistry registry) {
        this.messages = new UnsettledMessages(
                sql, "webhook_delivery", "fund.webhook.deliveries", "fund.webhook.oldest.waiting", every, registry);
    }

    void start(@Observes StartupEvent starting) {
        messages.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        messages.stop();
    }
}
