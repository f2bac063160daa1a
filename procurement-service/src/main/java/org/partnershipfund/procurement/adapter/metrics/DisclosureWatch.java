package org.partnershipfund.procurement.adapter.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.partnershipfund.foundation.metrics.Measurements;
import org.partnershipfund.procurement.disclosure.Disclosures;

/** Looks how long a step waits for being published; the public record must not fall behind unseen. */
@Singleton
class DisclosureWatch {

    private final Disclosures disclosures;
    private final Clock clock;
    private final Measurements measurements;

    @Inject
    DisclosureWatch(Disclosures disclosures, Clock clock, DisclosureWatchSettings settings, MeterRegistry registry) {
        this.disclosures = disclosures;
        this.clock = clock;
        this.measurements = new Measurements("disclosure-watch", settings.lookEvery(), this::look);
        measurements.gauge(
                registry,
                "due",
                "fund.disclosure.oldest.due",
                "seconds",
                "How long the oldest step that is not in a release yet waits; 0 when none does");
    }

    void start(@Observes StartupEvent starting) {
        measurements.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        measurements.stop();
    }

    private Map<String, Double> look() {
        double seconds = QuarkusTransaction.requiringNew().call(disclosures::dueSince).stream()
                .mapToDouble(since -> Duration.between(since, clock.instant()).toMillis() / 1000.0)
                .map(waited -> Math.max(0, waited))
                .findFirst()
                .orElse(0);
        return Map.of("due", seconds);
    }
}
