package org.partnershipfund.foundation.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.inbox.RawRecord.RawHeader;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Ids;

/**
 * The tables {@code inbox} and {@code dead_letter}. Everything that may decide about a lane holds the lane's lock, and
 * everything that parks for a cause or releases it holds the lock of that cause, until its transaction ends; so no
 * letter is overtaken and none is forgotten.
 */
@Singleton
class Letters {

    private static final Logger LOG = Logger.getLogger(Letters.class);
    private static final int MAX_SUBJECT = 200;
    private static final int MAX_REASON = 2_000;

    private final Sql sql;
    private final Ids ids;
    private final InboxSettings settings;
    private final JsonMapper json = new JsonMapper();

    @Inject
    Letters(Sql sql, Ids ids, InboxSettings settings) {
        this.sql = sql;
        this.ids = ids;
        this.settings = settings;
    }

    /**
     * What an event met on its way in.
     *
     * @param known it was heard before
     * @param blocked earlier letters of its lane are open
     */
    record Entry(boolean known, boolean blocked) {}

    /**
     * A letter that is tried again.
     *
     * @param neverRead it could not be read when it came, so the inbox does not know it yet
     */
    record Letter(UUID id, String lane, RawRecord raw, boolean neverRead) {}

    /** The lane of a subject: its events on one topic, whose order is kept. */
    static String lane(String topic, String subject) {
        if (subject.length() <= MAX_SUBJECT) {
            return topic + " " + subject;
        }
        // A subject of ours is never so long; a key of anybody may be, and an index takes no more than 2,704 bytes.
        byte[] utf8 = subject.getBytes(StandardCharsets.UTF_8);
        return topic + " uuid:" + UUID.nameUUIDFromBytes(utf8);
    }

    /**
     * Locks the lane (and first the cause that the event may have to wait for), and writes the inbox row: one round
     * trip. The last statement sees whatever was committed while the locks were awaited.
     */
    Entry enter(String lane, @Nullable String awaited, Heard heard) {
        return sql.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    SELECT set_config('lock_timeout', ?, true);
                    SELECT pg_advisory_xact_lock(hashtextextended(key, 0))
                      FROM unnest(ARRAY[?, ?]) WITH ORDINALITY AS t (key, n) WHERE key IS NOT NULL ORDER BY n;
                    INSERT INTO inbox (source, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING;
                    SELECT EXISTS (SELECT FROM dead_letter WHERE lane = ? AND state IN ('parked', 'dead'))""")) {
                statement.setString(1, lockTimeout());
                statement.setString(2, awaited == null ? null : "awaited " + awaited);
                statement.setString(3, "lane " + lane);
                statement.setString(4, heard.source());
                statement.setString(5, heard.id());
                statement.setString(6, lane);
                boolean rows = statement.execute();
                int inserted = -1;
                boolean blocked = false;
                while (rows || statement.getUpdateCount() != -1) {
                    if (rows) {
                        // The last answer counts; the earlier ones are of the settings and locks.
                        try (ResultSet answer = statement.getResultSet()) {
                            blocked = answer.next() && "t".equals(answer.getString(1));
                        }
                    } else {
                        inserted = statement.getUpdateCount();
                    }
                    rows = statement.getMoreResults();
                }
                if (inserted < 0) {
                    throw new IllegalStateException("the inbox gave no count");
                }
                return new Entry(inserted == 0, blocked);
            }
        });
    }

    /** Locks a lane, and first the cause that its letter may have to wait for. */
    void lock(@Nullable String awaited, String lane) {
        sql.run(connection -> {
            setLockTimeout(connection);
            if (awaited != null) {
                takeLock(connection, "awaited " + awaited);
            }
            takeLock(connection, "lane " + lane);
        });
    }

    /** Whether an event that could not be read at first is new to the inbox now that it can. */
    boolean remember(Heard heard) {
        return sql.update(
                        "INSERT INTO inbox (source, event_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        heard.source(),
                        heard.id())
                > 0;
    }

    /** Parks an event until its cause is heard. */
    void parkFor(String awaited, String lane, RawRecord raw, Heard heard) {
        insert("parked", "awaits", "waits for " + awaited, awaited, lane, raw, heard, null);
    }

    /** Parks an event behind the earlier letters of its lane. */
    void parkBehind(String lane, RawRecord raw, Heard heard) {
        insert("parked", "waits-behind", "waits behind an earlier letter", null, lane, raw, heard, null);
    }

    /** Buries an event that can be read and not be used. */
    void bury(Burial burial, String lane, RawRecord raw, Heard heard) {
        insert("dead", burial.kind(), burial.reason(), null, lane, raw, heard, null);
    }

    /**
     * Buries what cannot be read; a copy of the same bytes is known already.
     *
     * @return whether it was new
     */
    boolean buryUnreadable(String why, RawRecord raw) {
        UUID id = ids.next();
        String subject = raw.key();
        String lane = subject == null ? "letter " + id : lane(raw.topic(), clean(subject));
        lock(null, lane);
        return insert(id, "dead", "unreadable", why, null, lane, raw, null, raw.fingerprint()) > 0;
    }

    /** Why something is dead: the kind as the table names it, and the reason for the operator. */
    record Burial(String kind, String reason) {}

    private void insert(
            String state,
            String kind,
            String reason,
            @Nullable String awaited,
            String lane,
            RawRecord raw,
            Heard heard,
            byte @Nullable [] fingerprint) {
        int rows = insert(ids.next(), state, kind, reason, awaited, lane, raw, heard, fingerprint);
        if (rows != 1) {
            throw new IllegalStateException("the letter was not written");
        }
    }

    private int insert(
            UUID id,
            String state,
            String kind,
            String reason,
            @Nullable String awaited,
            String lane,
            RawRecord raw,
            @Nullable Heard heard,
            byte @Nullable [] fingerprint) {
        return sql.update(
                """
                INSERT INTO dead_letter (id, state, kind, reason, awaited, lane, channel, topic, kafka_partition,
                    kafka_offset, kafka_key, headers, value, source, event_id, type, subject, fingerprint, attempts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                ON CONFLICT (fingerprint) DO NOTHING""",
                id,
                state,
                kind,
                cut(reason),
                awaited,
                lane,
                raw.channel(),
                raw.topic(),
                raw.partition(),
                raw.offset(),
                raw.key() == null ? null : clean(raw.key()),
                headers(raw),
                raw.value() == null ? null : raw.value().content(),
                heard == null ? text(raw, "ce_source") : heard.source(),
                heard == null ? text(raw, "ce_id") : heard.id(),
                heard == null ? text(raw, "ce_type") : heard.type(),
                heard == null ? subjectOf(raw) : heard.subject(),
                fingerprint);
    }

    /**
     * Marks the letters that await one of these causes as due; the worker tries them after the commit.
     *
     * @return how many
     */
    int release(Set<String> causes) {
        return sql.with(connection -> {
            setLockTimeout(connection);
            for (String cause : new TreeSet<>(causes)) {
                takeLock(connection, "awaited " + cause);
            }
            return sql.update("""
                    UPDATE dead_letter SET version = version + 1, due_since = now()
                     WHERE state = 'parked' AND awaited = ANY (?) AND due_since IS NULL""", (Object) causes.toArray(String[]::new));
        });
    }

    /** Lanes in which something is due, longest first. */
    List<String> dueLanes() {
        return sql.list("""
                SELECT lane FROM dead_letter WHERE due_since IS NOT NULL
                 GROUP BY lane ORDER BY min(due_since), lane LIMIT 100""", row -> row.getString(1));
    }

    /** The first open letter of a lane, if it is due; the caller holds the lane's lock. */
    @Nullable Letter dueHead(String lane) {
        record Head(@Nullable Letter letter) {}
        Head head = sql.first("""
                SELECT id, lane, channel, topic, kafka_partition, kafka_offset, kafka_key, headers, value,
                       fingerprint IS NOT NULL, due_since IS NOT NULL
                  FROM dead_letter WHERE lane = ? AND state IN ('parked', 'dead') ORDER BY seq LIMIT 1""", row -> new Head(row.getBoolean(11) ? letter(row) : null), lane);
        return head == null ? null : head.letter();
    }

    private Letter letter(ResultSet row) throws SQLException {
        RawRecord raw = new RawRecord(
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getLong(6),
                row.getString(7),
                headers(row.getString(8)),
                Bytes.orNull(row.getBytes(9)));
        return new Letter(row.getObject(1, UUID.class), row.getString(2), raw, row.getBoolean(10));
    }

    /** Takes the due mark from letters that are not first in their lane, so that nobody spins on them. */
    void forgetMisplacedMarks(String lane) {
        int forgotten = sql.update(
                "UPDATE dead_letter SET version = version + 1, due_since = NULL WHERE lane = ? AND due_since IS NOT NULL",
                lane);
        if (forgotten > 0) {
            LOG.warnf("%d letters of %s were due out of turn", forgotten, lane);
        }
    }

    /** The letter took effect; the next one of its lane is due. */
    void redriven(Letter letter, String resolution) {
        sql.updateOne("""
                UPDATE dead_letter SET version = version + 1, state = 'redriven', due_since = NULL, attempts = attempts + 1,
                       resolved_at = now(), resolution = ?
                 WHERE id = ?""", resolution, letter.id());
        next(letter.lane());
    }

    /** The letter still, or now, waits for a cause. */
    void stillAwaits(Letter letter, String awaited) {
        sql.updateOne("""
                UPDATE dead_letter SET version = version + 1, state = 'parked', kind = 'awaits', reason = ?, awaited = ?, due_since = NULL,
                       attempts = attempts + 1
                 WHERE id = ?""", "waits for " + awaited, awaited, letter.id());
    }

    /** The letter failed again. */
    void diesAgain(Letter letter, Burial burial) {
        sql.updateOne("""
                UPDATE dead_letter SET version = version + 1, state = 'dead', kind = ?, reason = ?, awaited = NULL, due_since = NULL,
                       attempts = attempts + 1
                 WHERE id = ?""", burial.kind(), cut(burial.reason()), letter.id());
    }

    /** Makes the letter due that is now first in its lane and only waited for its turn. */
    void next(String lane) {
        int marked = sql.update("""
                UPDATE dead_letter SET version = version + 1, due_since = now()
                 WHERE seq = (SELECT min(seq) FROM dead_letter WHERE lane = ? AND state IN ('parked', 'dead'))
                   AND kind = 'waits-behind' AND due_since IS NULL""", lane);
        if (marked > 1) {
            throw new IllegalStateException("two letters are first in one lane");
        }
    }

    private void setLockTimeout(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT set_config('lock_timeout', ?, true)")) {
            statement.setString(1, lockTimeout());
            statement.execute();
        }
    }

    private String lockTimeout() {
        return settings.lockTimeout().toMillis() + "ms";
    }

    private static void takeLock(Connection connection, String key) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, key);
            statement.execute();
        }
    }

    private String headers(RawRecord raw) {
        try {
            return clean(json.writeValueAsString(raw.headers()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers are always writable", e);
        }
    }

    private List<RawHeader> headers(String text) throws SQLException {
        try {
            return List.of(json.readValue(text, RawHeader[].class));
        } catch (JsonProcessingException e) {
            throw new SQLException("dead_letter.headers is not what was written", e);
        }
    }

    private static @Nullable String subjectOf(RawRecord raw) {
        String key = raw.key();
        return key == null ? text(raw, "ce_subject") : clean(key);
    }

    private static @Nullable String text(RawRecord raw, String header) {
        Bytes value = raw.header(header);
        return value == null ? null : cut(new String(value.content(), StandardCharsets.UTF_8));
    }

    /** PostgreSQL's text has no NUL. */
    private static String clean(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static String cut(String text) {
        String clean = clean(text);
        return clean.length() <= MAX_REASON ? clean : clean.substring(0, MAX_REASON);
    }
}
