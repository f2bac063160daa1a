package org.partnershipfund.foundation.eventlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.foundation.sql.Worker;

/**
 * Looks at the relay from this service's side of the write-ahead log: is there a slot, how far has it confirmed, and
 * since when does the oldest unpublished event wait.
 *
 * <p>An event's place in the log is not known to the application. So each look notes (time, end of the log) when new
 * events were sealed since the last one; they are published for sure once the slot has confirmed that place.
 */
@Singleton
public class RelayWatch {

    private static final int LOOKS_UNTIL_BLIND = 5;

    private final Sql sql;
    private final EventSettings settings;
    private final Worker worker;
    private final String slot;
    private final Clock real = Clock.systemUTC();
    private final Deque<Mark> unpublished = new ArrayDeque<>();
    private long lastEvent;
    private Instant lastLook;
    private volatile @Nullable Look seen;

    @Inject
    RelayWatch(
            Sql sql,
            EventSettings settings,
            MeterRegistry registry,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.sql = sql;
        this.settings = settings;
        this.slot = settings.slot().orElseGet(() -> service.replaceFirst("-service$", "") + "_relay");
        this.lastLook = real.instant();
        this.worker = new Worker("relay-watch", settings.watchEvery(), () -> {
            look();
            return false;
        });
        gauge(registry, "fund.relay.oldest.unpublished", "seconds", "Age of the oldest unpublished event", look -> {
            Instant since = look.unpublishedSince();
            return since == null ? 0 : Duration.between(since, real.instant()).toMillis() / 1000.0;
        });
        gauge(
                registry,
                "fund.relay.slot.lag",
                "bytes",
                "Log that the relay has not confirmed; NaN without a slot",
                look -> look.slot() == null ? Double.NaN : look.slot().lagBytes());
        gauge(
                registry,
                "fund.relay.slot.usable",
                "",
                "1 while the slot exists and has lost nothing",
                look -> look.slot() != null && look.slot().isUsable() ? 1 : 0);
        gauge(
                registry,
                "fund.relay.active",
                "",
                "1 while the relay reads the slot",
                look -> look.slot() != null && look.slot().active() ? 1 : 0);
        gauge(registry, "fund.events.unsealed", "rows", "Rows of both logs that have no position yet", Look::unsealed);
        gauge(registry, "fund.events.position", "position", "The last position that was given", Look::position);
    }

    private record Mark(Instant since, long place) {}

    /**
     * The replication slot.
     *
     * @param lagBytes how far its confirmed place is behind the end of the log
     * @param state PostgreSQL's wal_status; {@code lost} means that it can never be read again
     */
    public record Slot(long lagBytes, long confirmed, boolean active, String state) {
        /** Whether it can still be read. */
        public boolean isUsable() {
            return !state.equals("lost");
        }
    }

    /** What the last look saw. */
    public record Look(
            Instant at,
            long position,
            long unsealed,
            @Nullable Slot slot,
            @Nullable Instant unpublishedSince) {}

    void start(@Observes StartupEvent starting) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    /** The slot that the relay reads. */
    public String slotName() {
        return slot;
    }

    /** The last look, unless it is too old to mean anything. */
    public @Nullable Look seen() {
        Look look = seen;
        Duration blindAfter = settings.watchEvery().multipliedBy(LOOKS_UNTIL_BLIND);
        return look == null || look.at().isBefore(real.instant().minus(blindAfter)) ? null : look;
    }

    /** Looks now. */
    synchronized void look() {
        Instant now = real.instant();
        record Answer(
                long end,
                long event,
                long position,
                long unsealed,
                @Nullable Slot slot) {}
        Answer answer = sql.first(
                """
                SELECT pg_current_wal_insert_lsn() - '0/0',
                       (SELECT coalesce(max(position), 0) FROM event_position WHERE log = 'event'),
                       (SELECT coalesce(max(position), 0) FROM event_position),
                       (SELECT count(*) FROM (SELECT FROM unsealed LIMIT 100000) AS queue),
                       s.confirmed_flush_lsn - '0/0', s.active, s.wal_status,
                       pg_current_wal_insert_lsn() - s.confirmed_flush_lsn
                  FROM (SELECT 1) AS one LEFT JOIN pg_replication_slots AS s
                    ON s.slot_name = ? AND s.database = current_database()""",
                row -> new Answer(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getString(7) == null
                                ? null
                                : new Slot(row.getLong(8), row.getLong(5), row.getBoolean(6), row.getString(7))),
                slot);
        if (answer == null) {
            throw new IllegalStateException("a query without FROM gives one row");
        }
        if (answer.event() != lastEvent) {
            // Committed at some time since the last look: the earliest of it is on the safe side.
            unpublished.addLast(new Mark(lastLook, answer.end()));
        }
        lastEvent = answer.event();
        lastLook = now;
        Slot current = answer.slot();
        if (current != null) {
            while (!unpublished.isEmpty() && unpublished.getFirst().place() <= current.confirmed()) {
                unpublished.removeFirst();
            }
        }
        Mark oldest = unpublished.peekFirst();
        compact();
        seen = new Look(now, answer.position(), answer.unsealed(), current, oldest == null ? null : oldest.since());
    }

    /** Without a relay for days the newest marks share one: the age of the oldest is what counts. */
    private void compact() {
        if (unpublished.size() > 10_000) {
            Mark last = unpublished.removeLast();
            Mark before = unpublished.removeLast();
            unpublished.addLast(new Mark(before.since(), last.place()));
        }
    }

    private void gauge(
            MeterRegistry registry, String name, String unit, String description, ToDoubleFunction<Look> value) {
        Gauge.builder(name, () -> {
                    Look look = seen();
                    return look == null ? Double.NaN : value.applyAsDouble(look);
                })
                // A unit of "1" would become the end of the name.
                .baseUnit(unit.isEmpty() ? null : unit)
                .description(description)
                .strongReference(true)
                .register(registry);
    }
}
