package org.partnershipfund.foundation.eventlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Sql;

/** The event log by position, for systems without Kafka. */
@ApplicationScoped
class EventFeed {

    /** How many positions one request looks at, at most: a rare type in a long log must not scan all of it at once. */
    static final int WINDOW = 20_000;

    private static final JsonFactory JSON = new JsonFactory();

    private final Sql sql;

    @Inject
    EventFeed(Sql sql) {
        this.sql = sql;
    }

    /** One event with its place in the feed. */
    record Entry(
            long position,
            UUID id,
            String topic,
            String source,
            String specversion,
            String type,
            String subject,
            String contentType,
            OffsetDateTime at,
            @Nullable String traceparent,
            String payload) {}

    /**
     * Some events, and where to go on.
     *
     * @param through the last position that was looked at: the next request's {@code after}
     * @param last the last position there is; equal to {@code through} when the reader has caught up
     */
    record Batch(List<Entry> entries, long through, long last) {}

    /** The last position that was given; 0 when there is none. */
    long last() {
        Long last = sql.first("SELECT coalesce(max(position), 0) FROM event_position", row -> row.getLong(1));
        return last == null ? 0 : last;
    }

    /** The events after a position, of one type or subject if asked for. */
    Batch after(long position, @Nullable String type, @Nullable String subject, int limit) {
        long last = last();
        long through = Math.min(last, position + WINDOW);
        List<Entry> entries = sql.list(
                """
                SELECT p.position, e.id, e.topic, e.source, e.specversion, e.type, e.subject, e.content_type, e.at,
                       e.traceparent, e.payload
                  FROM event_position AS p JOIN event_log AS e ON e.seq = p.seq
                 WHERE p.log = 'event' AND p.position > ? AND p.position <= ?
                   AND (?::text IS NULL OR e.type = ?) AND (?::text IS NULL OR e.subject = ?)
                 ORDER BY p.position LIMIT ?""",
                row -> new Entry(
                        row.getLong(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getObject(9, OffsetDateTime.class),
                        row.getString(10),
                        row.getString(11)),
                position,
                through,
                type,
                type,
                subject,
                subject,
                limit);
        boolean full = entries.size() == limit;
        return new Batch(entries, full ? entries.getLast().position() : Math.max(through, position), last);
    }

    /** The events as a CloudEvents JSON batch; the data are the very bytes that were sealed. */
    static String json(List<Entry> entries) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Entry entry : entries) {
                json.writeStartObject();
                json.writeStringField("specversion", entry.specversion());
                json.writeStringField("id", entry.id().toString());
                json.writeStringField("source", entry.source());
                json.writeStringField("type", entry.type());
                json.writeStringField("subject", entry.subject());
                json.writeStringField("time", entry.at().toInstant().toString());
                json.writeStringField("datacontenttype", entry.contentType());
                // An extension; text, because CloudEvents' own integers end at 2,147,483,647.
                json.writeStringField("position", Long.toString(entry.position()));
                if (entry.traceparent() != null) {
                    json.writeStringField("traceparent", entry.traceparent());
                }
                json.writeFieldName("data");
                json.writeRawValue(entry.payload());
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory failed", e);
        }
        return text.toString();
    }
}
