package org.partnershipfund.foundation.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.audit.Actor;
import org.partnershipfund.foundation.audit.Actor.ActingAs;
import org.partnershipfund.foundation.eventlog.AfterCommit;
import org.partnershipfund.foundation.inbox.RawRecord.RawHeader;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.AuditTrail;

/** What operators see of the letters, and what they decide about them. */
@ApplicationScoped
class LetterDesk {

    private static final String COLUMNS = """
            SELECT id, seq, version, state, kind, reason, awaited, channel, topic, kafka_partition, kafka_offset,
                   kafka_key, source, event_id, type, subject, attempts, received_at, due_since, resolved_at,
                   resolved_by, resolution, modified_at
              FROM dead_letter
            """;

    private final Sql sql;
    private final Letters letters;
    private final AuditTrail audit;
    private final Actor actor;
    private final AfterCommit afterCommit;
    private final Releases releases;
    private final JsonMapper json = new JsonMapper();

    @Inject
    LetterDesk(Sql sql, Letters letters, AuditTrail audit, Actor actor, AfterCommit afterCommit, Releases releases) {
        this.sql = sql;
        this.letters = letters;
        this.audit = audit;
        this.actor = actor;
        this.afterCommit = afterCommit;
        this.releases = releases;
    }

    /** A letter without its bytes. */
    record Summary(
            UUID id,
            long seq,
            long version,
            String state,
            String kind,
            String reason,
            @Nullable String awaited,
            String channel,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable String source,
            @Nullable String eventId,
            @Nullable String type,
            @Nullable String subject,
            int attempts,
            Instant receivedAt,
            @Nullable Instant dueSince,
            @Nullable Instant resolvedAt,
            @Nullable String resolvedBy,
            @Nullable String resolution,
            Instant modifiedAt) {}

    /** A letter with the record as it came. */
    record Content(
            Summary summary,
            List<RawHeader> headers,
            @Nullable Bytes value) {}

    /** Which letters; null means all. */
    record Filter(
            @Nullable String state,
            @Nullable String type,
            @Nullable String subject,
            @Nullable Instant modifiedAfter) {}

    /** What became of an operator's wish. */
    sealed interface Answer {
        /** Done; the letter as it is now. */
        record Accepted(Summary letter) implements Answer {}

        /** There is no such letter. */
        record NoSuchLetter() implements Answer {}

        /** The letter is redriven or discarded already. */
        record NotOpen(Summary letter) implements Answer {}

        /** An earlier letter of its lane is open; this one follows it by itself. */
        record NotFirst(Summary letter, UUID first) implements Answer {}
    }

    /** Letters by arrival, after the one with this number. */
    List<Summary> list(Filter filter, long afterSeq, int rows) {
        return sql.list(
                COLUMNS + """
                 WHERE seq > ? AND (?::text IS NULL OR state = ?) AND (?::text IS NULL OR type = ?)
                   AND (?::text IS NULL OR subject = ?) AND (?::timestamptz IS NULL OR modified_at > ?)
                 ORDER BY seq LIMIT ?""",
                LetterDesk::summary,
                afterSeq,
                filter.state(),
                filter.state(),
                filter.type(),
                filter.type(),
                filter.subject(),
                filter.subject(),
                utc(filter.modifiedAfter()),
                utc(filter.modifiedAfter()),
                rows);
    }

    /** One letter without its bytes. */
    @Nullable Summary find(UUID id) {
        return sql.first(COLUMNS + " WHERE id = ?", LetterDesk::summary, id);
    }

    /** One letter with its bytes. */
    @Nullable Content open(UUID id) {
        Summary summary = find(id);
        if (summary == null) {
            return null;
        }
        return sql.first(
                "SELECT headers, value FROM dead_letter WHERE id = ?",
                row -> new Content(summary, headers(row.getString(1)), Bytes.orNull(row.getBytes(2))),
                id);
    }

    /** Asks for another attempt; the worker makes it after the commit. */
    @Transactional(TxType.MANDATORY)
    Answer redrive(UUID id) {
        String lane = lockLaneOf(id);
        Summary letter = find(id);
        if (lane == null || letter == null) {
            return new Answer.NoSuchLetter();
        }
        if (!isOpen(letter)) {
            return new Answer.NotOpen(letter);
        }
        UUID first = firstOpen(lane);
        if (!id.equals(first)) {
            return new Answer.NotFirst(letter, first == null ? id : first);
        }
        sql.updateOne("""
                UPDATE dead_letter SET version = version + 1, due_since = coalesce(due_since, now()), resolved_by = ?
                 WHERE id = ?""", operator(), id);
        return accepted("DeadLetterRedriveAsked", letter);
    }

    /**
     * Asks for another attempt of many. Their lanes are locked first and in one order, whatever order was asked for, so
     * that two operators cannot lock each other out.
     *
     * @return what became of each, in the order of the ids; an id that comes twice is answered once
     */
    @Transactional(TxType.MANDATORY)
    Map<UUID, Answer> redriveAll(Collection<UUID> ids) {
        UUID[] wanted = ids.stream().distinct().toArray(UUID[]::new);
        new TreeSet<>(sql.list(
                        "SELECT lane FROM dead_letter WHERE id = ANY (?)", row -> row.getString(1), (Object) wanted))
                .forEach(lane -> letters.lock(null, lane));
        Map<UUID, Answer> answers = new LinkedHashMap<>();
        for (UUID id : wanted) {
            answers.put(id, redrive(id));
        }
        return answers;
    }

    /** Gives a letter up; the next one of its lane follows. */
    @Transactional(TxType.MANDATORY)
    Answer discard(UUID id, String reason) {
        String lane = lockLaneOf(id);
        Summary letter = find(id);
        if (lane == null || letter == null) {
            return new Answer.NoSuchLetter();
        }
        if (!isOpen(letter)) {
            return new Answer.NotOpen(letter);
        }
        sql.updateOne("""
                UPDATE dead_letter SET version = version + 1, state = 'discarded', due_since = NULL,
                       resolved_at = now(), resolved_by = ?, resolution = ?
                 WHERE id = ?""", operator(), reason, id);
        letters.next(lane);
        return accepted("DeadLetterDiscarded", letter);
    }

    private Answer accepted(String action, Summary before) {
        Summary after = find(before.id());
        if (after == null) {
            throw new IllegalStateException("a letter that was locked is gone");
        }
        audit.record(new AuditTrail.Change(action, before.id().toString(), before, after));
        afterCommit.once(Releases.class, releases::wake);
        return new Answer.Accepted(after);
    }

    private @Nullable String lockLaneOf(UUID id) {
        String lane = sql.first("SELECT lane FROM dead_letter WHERE id = ?", row -> row.getString(1), id);
        if (lane != null) {
            letters.lock(null, lane);
        }
        return lane;
    }

    private @Nullable UUID firstOpen(String lane) {
        return sql.first(
                "SELECT id FROM dead_letter WHERE lane = ? AND state IN ('parked', 'dead') ORDER BY seq LIMIT 1",
                row -> row.getObject(1, UUID.class),
                lane);
    }

    private String operator() {
        ActingAs now = actor.now();
        return (now.issuer() + " " + now.id()).strip();
    }

    private static boolean isOpen(Summary letter) {
        return letter.state().equals("parked") || letter.state().equals("dead");
    }

    private static Summary summary(ResultSet row) throws SQLException {
        return new Summary(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                row.getLong(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getInt(17),
                instant(row, 18).orElseThrow(),
                instant(row, 19).orElse(null),
                instant(row, 20).orElse(null),
                row.getString(21),
                row.getString(22),
                instant(row, 23).orElseThrow());
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private List<RawHeader> headers(String text) throws SQLException {
        try {
            return Arrays.asList(json.readValue(text, RawHeader[].class));
        } catch (JsonProcessingException e) {
            throw new SQLException("dead_letter.headers is not what was written", e);
        }
    }
}
