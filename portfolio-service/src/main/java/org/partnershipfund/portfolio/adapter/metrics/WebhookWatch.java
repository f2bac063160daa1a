package org.partnershipfund.portfolio.adapter.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.partnershipfund.foundation.metrics.Measurements;
import org.partnershipfund.foundation.sql.Sql;

/** Counts messages to partners' webhooks that wait or were given up; nobody else would notice that a server takes none. */
@Singleton
class WebhookWatch {

    private static final String LOOK = """
            SELECT count(*) FILTER (WHERE state = 'waiting'),
                   count(*) FILTER (WHERE state = 'given-up'),
                   coalesce(extract(epoch FROM now() - min(put_down_at) FILTER (WHERE state = 'waiting')), 0)
              FROM webhook_delivery WHERE state IN ('waiting', 'given-up')""";

    private final Sql sql;
    private final Measurements measurements;

    @Inject
    WebhookWatch(
            Sql sql,
            @ConfigProperty(name = "fund.webhooks.watch-every", defaultValue = "PT1M") Duration every,
            MeterRegistry registry) {
        this.sql = sql;
        this.measurements = new Measurements("webhook-watch", every, this::look);
        measurements.gauge(
                registry,
                "waiting",
                "fund.webhook.deliveries",
                "",
                "Messages that are not settled",
                "state",
                "waiting");
        measurements.gauge(
                registry,
                "given-up",
                "fund.webhook.deliveries",
                "",
                "Messages that are not settled",
                "state",
                "given-up");
        measurements.gauge(
                registry,
                "oldest",
                "fund.webhook.oldest.waiting",
                "seconds",
                "How long the oldest waiting message waits; 0 when none does");
    }

    void start(@Observes StartupEvent starting) {
        measurements.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        measurements.stop();
    }

    private Map<String, Double> look() {
        Map<String, Double> figures = sql.first(
                LOOK,
                row -> Map.of(
                        "waiting", (double) row.getLong(1),
                        "given-up", (double) row.getLong(2),
                        "oldest", row.getDouble(3)));
        return figures == null ? Map.of() : figures;
    }
}
