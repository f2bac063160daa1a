package org.partnershipfund.foundation.eventlog;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.contracts.AuditCheckpointV1;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.foundation.sql.Transactions;
import org.partnershipfund.foundation.sql.Worker;

/**
 * Notes at most once a minute how far the chain has come, keeps it for the public door and says it on Kafka
 * (decision 0004). Of several replicas one notes each position.
 */
@Singleton
public class Checkpoints {

    private static final String COLUMNS = "position, encode(hash, 'hex'), at";

    private final Sql sql;
    private final Transactions transactions;
    private final EventLog events;
    private final Optional<Speaker> speaker;
    private final Worker worker;

    @Inject
    Checkpoints(
            Sql sql,
            Transactions transactions,
            EventLog events,
            EventSettings settings,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.sql = sql;
        this.transactions = transactions;
        this.events = events;
        this.speaker = Arrays.stream(Speaker.values())
                .filter(one -> service.equals(one.word() + "-service"))
                .findFirst();
        this.worker = new Worker("audit-checkpoints", settings.checkpointEvery(), () -> {
            var _ = note();
            return false;
        });
    }

    /**
     * How far the chain had come.
     *
     * @param hash hexadecimal
     * @param at real time
     */
    public record Checkpoint(long position, String hash, Instant at) {}

    void start(@Observes StartupEvent starting) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    /** Notes where the chain stands, unless nothing but the last checkpoint's own event was sealed since. */
    Optional<Checkpoint> note() {
        return transactions.inNew(() -> {
            Checkpoint noted = sql.first("""
                    INSERT INTO audit_checkpoint (position, hash)
                    SELECT position, hash FROM event_position
                     WHERE position = (SELECT max(position) FROM event_position)
                       AND position > (SELECT coalesce(max(position) + 1, 0) FROM audit_checkpoint)
                    ON CONFLICT (position) DO NOTHING
                    RETURNING\s""" + COLUMNS, Checkpoints::read);
            if (noted != null) {
                speaker.ifPresent(one -> {
                    var _ = events.append(
                            Events.checkpoint(one),
                            one.word(),
                            new AuditCheckpointV1(noted.position(), noted.hash(), noted.at()),
                            noted.at());
                });
            }
            return Optional.ofNullable(noted);
        });
    }

    /** The newest first. */
    List<Checkpoint> list(@Nullable Long before, int limit) {
        return sql.list(
                "SELECT " + COLUMNS
                        + " FROM audit_checkpoint WHERE ?::bigint IS NULL OR position < ?::bigint ORDER BY position DESC LIMIT ?",
                Checkpoints::read,
                before,
                before,
                limit);
    }

    private static Checkpoint read(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }
}
