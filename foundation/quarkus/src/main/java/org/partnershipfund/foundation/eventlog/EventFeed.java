package org.partnershipfund.foundation.eventlog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Sql;

/** The event log by position, for systems without Kafka. */
@ApplicationScoped
class EventFeed {

    /** How many positions one request looks at, at most: a rare type in a long log must not scan all of it at once. */
    static final int WINDOW = 20_000;

    /** How far a reader who asks for the newest events is shown the past, at most. */
    private static final int LOOK_BACK = 5 * WINDOW;

    private static final JsonFactory JSON = new JsonFactory();

    /** With the values of {@link Filter#values}. */
    private static final String PASSING = """

              FROM event_position AS p JOIN event_log AS e ON e.seq = p.seq
             WHERE p.log = 'event' AND p.position > ? AND p.position <= ?
               AND (?::text IS NULL OR e.type = ?) AND (?::text IS NULL OR e.subject = ?)
               AND (?::text[] IS NULL OR e.subject = ANY (?) OR e.payload LIKE ANY (?))
               AND (?::timestamptz IS NULL OR e.at >= ?) AND (?::timestamptz IS NULL OR e.at < ?)""";

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

    /**
     * Which events are wanted; an absent part lets all pass.
     *
     * @param refersTo the subject is one of these, or the data name one of these as a whole text; any when empty
     * @param from by the event's own time
     * @param until exclusive
     */
    record Filter(
            @Nullable String type,
            @Nullable String subject,
            List<String> refersTo,
            @Nullable Instant from,
            @Nullable Instant until) {

        static final Filter ALL = new Filter(null, null, List.of(), null, null);

        Filter {
            refersTo = List.copyOf(refersTo);
        }

        private @Nullable Object[] values(long after, long through, int number) {
            OffsetDateTime since = utc(from);
            OffsetDateTime before = utc(until);
            String[] named = refersTo.isEmpty() ? null : refersTo.toArray(String[]::new);
            // Ids and codes only (FeedFilter): nothing in them means anything to LIKE.
            String[] quoted = named == null
                    ? null
                    : refersTo.stream().map(one -> "%\"" + one + "\"%").toArray(String[]::new);
            return new @Nullable Object[] {
                after, through, type, type, subject, subject, named, named, quoted, since, since, before, before, number
            };
        }

        private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
            return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
        }
    }

    /**
     * The position behind which the newest events that pass a filter begin, so many of them; looks back a bounded part of
     * the log.
     */
    long beforeNewest(int events, Filter filter) {
        long last = last();
        if (events == 0) {
            return last;
        }
        long begin = Math.max(0, last - LOOK_BACK);
        Long position = sql.first(
                "SELECT p.position" + PASSING + " ORDER BY p.position DESC OFFSET ? LIMIT 1",
                row -> row.getLong(1),
                filter.values(begin, last, events));
        return position == null ? begin : position;
    }

    /** The events after a position that pass a filter. */
    Batch after(long position, Filter filter, int limit) {
        return after(position, last(), filter, limit);
    }

    /** The events after a position that pass a filter, when the last position there is is known already. */
    Batch after(long position, long last, Filter filter, int limit) {
        long through = Math.min(last, position + WINDOW);
        List<Entry> entries = sql.list(
                """
                SELECT p.position, e.id, e.topic, e.source, e.specversion, e.type, e.subject, e.content_type, e.at,
                       e.traceparent, e.payload""" + PASSING + " ORDER BY p.position LIMIT ?",
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
                filter.values(position, through, limit));
        boolean full = entries.size() == limit;
        return new Batch(entries, full ? entries.getLast().position() : Math.max(through, position), last);
    }

    /** The events as a CloudEvents JSON batch; the data are the very bytes that were sealed. */
    static String json(List<Entry> entries) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            for (Entry entry : entries) {
                write(json, entry);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory failed", e);
        }
        return text.toString();
    }

    /** One event as CloudEvents JSON. */
    static String json(Entry entry) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, entry);
        } catch (IOException e) {
            throw new UncheckedIOException("memory failed", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Entry entry) throws IOException {
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
}
