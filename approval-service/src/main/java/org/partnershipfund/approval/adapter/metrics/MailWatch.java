package org.partnershipfund.approval.adapter.metrics;

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

/** Counts e-mails that wait or were given up; nobody else would notice that a server takes none. */
@Singleton
class MailWatch {

    private static final String LOOK = """
            SELECT count(*) FILTER (WHERE state = 'waiting'),
                   count(*) FILTER (WHERE state = 'given-up'),
                   coalesce(extract(epoch FROM now() - min(put_down_at) FILTER (WHERE state = 'waiting')), 0)
              FROM mail WHERE state IN ('waiting', 'given-up')""";

    private final Sql sql;
    private final Measurements measurements;

    @Inject
    MailWatch(
            Sql sql,
            @ConfigProperty(name = "fund.mail.watch-every", defaultValue = "PT1M") Duration every,
            MeterRegistry registry) {
        this.sql = sql;
        this.measurements = new Measurements("mail-watch", every, this::look);
        measurements.gauge(
                registry, "waiting", "fund.mail.messages", "", "Messages that are not settled", "state", "waiting");
        measurements.gauge(
                registry, "given-up", "fund.mail.messages", "", "Messages that are not settled", "state", "given-up");
        measurements.gauge(
                registry,
                "oldest",
                "fund.mail.oldest.waiting",
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
