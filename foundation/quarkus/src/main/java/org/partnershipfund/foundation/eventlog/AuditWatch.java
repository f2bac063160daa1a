package org.partnershipfund.foundation.eventlog;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.metrics.Measurements;
import org.partnershipfund.foundation.sql.Sql;

/** How old what the chain does not hold yet, and what no checkpoint says yet, may be. */
@Singleton
class AuditWatch {

    private final Sql sql;
    private final Measurements measurements;
    private final Clock real = Clock.systemUTC();
    private @Nullable Waiting waiting;
    private @Nullable Instant uncoveredSince;

    /** The first row of the queue, and since when it is that row; rows do not say when they were written in real time. */
    private record Waiting(long seq, Instant since) {}

    @Inject
    AuditWatch(Sql sql, EventSettings settings, MeterRegistry registry) {
        this.sql = sql;
        this.measurements = new Measurements("audit-watch", settings.watchEvery(), this::look);
        measurements.gauge(
                registry,
                "unsealed",
                "fund.audit.oldest.unsealed",
                "seconds",
                "How long the first row of the queue waits for its position; 0 when none waits");
        measurements.gauge(
                registry,
                "checkpoint",
                "fund.audit.checkpoint.age",
                "seconds",
                "Age of the newest checkpoint while rows behind it are sealed; 0 when it covers all");
    }

    void start(@Observes StartupEvent starting) {
        measurements.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        measurements.stop();
    }

    private Map<String, Double> look() {
        Instant now = real.instant();
        Long first = sql.first("SELECT coalesce(min(seq), 0) FROM unsealed", row -> row.getLong(1));
        return Map.of("unsealed", first == null ? 0 : sinceSeen(first, now), "checkpoint", checkpointAge(now));
    }

    private double checkpointAge(Instant now) {
        record Newest(boolean coversAll, @Nullable Instant at) {}
        // The event that says a checkpoint is the one row behind it that asks for no other.
        Newest newest = sql.first("""
                SELECT (SELECT coalesce(max(position), 0) FROM event_position) <= coalesce(newest.position, 0) + 1, newest.at
                  FROM (SELECT 1) AS one
                  LEFT JOIN (SELECT position, at FROM audit_checkpoint ORDER BY position DESC LIMIT 1) AS newest
                    ON true""", row -> {
            OffsetDateTime at = row.getObject(2, OffsetDateTime.class);
            return new Newest(row.getBoolean(1), at == null ? null : at.toInstant());
        });
        if (newest == null || newest.coversAll()) {
            uncoveredSince = null;
            return 0;
        }
        if (uncoveredSince == null) {
            uncoveredSince = now;
        }
        // Before the very first checkpoint there is none whose age could be told.
        Instant noted = newest.at();
        return Math.max(
                0, Duration.between(noted == null ? uncoveredSince : noted, now).toMillis() / 1000.0);
    }

    private double sinceSeen(long first, Instant now) {
        if (first == 0) {
            waiting = null;
            return 0;
        }
        Waiting known = waiting;
        if (known == null || known.seq() != first) {
            known = new Waiting(first, now);
            waiting = known;
        }
        return Duration.between(known.since(), now).toMillis() / 1000.0;
    }
}
