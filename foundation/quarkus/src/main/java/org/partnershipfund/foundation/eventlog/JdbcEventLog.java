package org.partnershipfund.foundation.eventlog;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Ids;

/** The event log in PostgreSQL: one plain insert on the connection of the caller's transaction. */
@ApplicationScoped
public class JdbcEventLog implements EventLog {

    /** The relay's limit; {@code event_log_payload_fits_the_relay} in the database says the same. */
    static final int MAX_PAYLOAD_BYTES = 262_144;

    private static final int MAX_SUBJECT = 200;

    private static final String INSERT = """
            INSERT INTO event_log (id, topic, subject, type, source, at, traceparent, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Sql sql;
    private final WireJson json;
    private final Ids ids;
    private final AfterCommit afterCommit;
    private final Sealer sealer;

    @Inject
    JdbcEventLog(Sql sql, WireJson json, Ids ids, AfterCommit afterCommit, Sealer sealer) {
        this.sql = sql;
        this.json = json;
        this.ids = ids;
        this.afterCommit = afterCommit;
        this.sealer = sealer;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public <T> UUID append(EventType<T> type, String subject, T data, Instant at) {
        @Nullable Object[] row = row(new OnWire<>(type, subject, data), at);
        sql.later(INSERT, row);
        afterCommit.once(Sealer.class, sealer::wake);
        return (UUID) Objects.requireNonNull(row[0]);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void appendAll(List<Happened<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        if (events.size() == 1) {
            sql.later(INSERT, row(events.getFirst().event(), events.getFirst().at()));
        } else {
            sql.insertAll(INSERT, events.stream().map(happened -> row(happened.event(), happened.at())));
        }
        afterCommit.once(Sealer.class, sealer::wake);
    }

    private <T> @Nullable Object[] row(OnWire<T> event, Instant at) {
        EventType<T> type = event.type();
        String subject = event.subject();
        if (subject.isBlank()
                || subject.length() > MAX_SUBJECT
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a subject has 1 to 200 printable characters; got: " + subject);
        }
        String payload = json.write(event.data());
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_PAYLOAD_BYTES) {
            throw new EventTooLargeException(type.type(), subject, bytes);
        }
        return new @Nullable Object[] {
            ids.next(),
            type.speaker().topic(),
            subject,
            type.type(),
            type.speaker().source(),
            // The table keeps microseconds; cut rather than let the driver round into the future.
            at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
            traceparent(),
            payload
        };
    }

    private static @Nullable String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                span.getTraceId(),
                                span.getSpanId(),
                                span.getTraceFlags().asHex())
                : null;
    }
}
