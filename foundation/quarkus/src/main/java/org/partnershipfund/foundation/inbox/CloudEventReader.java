package org.partnershipfund.foundation.inbox;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.foundation.eventlog.WireJson;

/**
 * Reads CloudEvents 1.0 in Kafka's binary mode: attributes from headers, JSON from the value. It trusts nothing: any
 * bytes give a {@link Reading}, never an exception.
 */
@Singleton
class CloudEventReader {

    private static final int MAX_ATTRIBUTE = 200;
    private static final int MAX_VALUE_BYTES = 262_144;
    private static final int MAX_REASON = 1_000;

    private final Map<String, EventHandler<?>> handlers = new HashMap<>();
    private final WireJson json;

    @Inject
    CloudEventReader(@All List<EventHandler<?>> handlers, WireJson json) {
        this.json = json;
        for (EventHandler<?> handler : handlers) {
            String type = handler.type().type();
            if (this.handlers.put(type, handler) != null) {
                throw new IllegalStateException("two handlers for " + type);
            }
        }
    }

    Reading read(RawRecord raw) {
        try {
            String type = required(raw, "ce_type");
            EventHandler<?> handler = handlers.get(type);
            if (handler == null) {
                return new Reading.UnknownType(type);
            }
            return event(raw, handler);
        } catch (NotAnEvent e) {
            String why = String.valueOf(e.getMessage());
            return new Reading.Unreadable(why.length() > MAX_REASON ? why.substring(0, MAX_REASON) : why);
        }
    }

    private <T> Reading event(RawRecord raw, EventHandler<T> handler) throws NotAnEvent {
        String version = required(raw, "ce_specversion");
        if (!version.equals("1.0")) {
            throw new NotAnEvent("ce_specversion is " + version + ", not 1.0");
        }
        String contentType = optional(raw, "content-type");
        if (contentType != null
                && !contentType.toLowerCase(Locale.ROOT).matches("application/(json|[a-z0-9.+-]+\\+json)( *;.*)?")) {
            throw new NotAnEvent("content-type is " + contentType + ", not JSON");
        }
        EventType<T> type = handler.type();
        String source = required(raw, "ce_source");
        if (!source.equals(type.speaker().source())) {
            throw new NotAnEvent("ce_source is %s, but %s is said by %s"
                    .formatted(source, type.type(), type.speaker().source()));
        }
        String subject = required(raw, "ce_subject");
        if (raw.key() != null && !raw.key().equals(subject)) {
            throw new NotAnEvent("the record's key is not its ce_subject, so its order is unknown");
        }
        Heard heard = new Heard(
                required(raw, "ce_id"),
                type.type(),
                source,
                subject,
                instant(required(raw, "ce_time")),
                traceparent(raw));
        return new Reading.Event<>(heard, data(raw, type), handler);
    }

    private <T> T data(RawRecord raw, EventType<T> type) throws NotAnEvent {
        Bytes value = raw.value();
        if (value == null) {
            throw new NotAnEvent("the record has no value");
        }
        if (value.content().length > MAX_VALUE_BYTES) {
            throw new NotAnEvent("the value has %d bytes; at most %d are allowed"
                    .formatted(value.content().length, MAX_VALUE_BYTES));
        }
        try {
            return json.read(value.content(), type.data());
        } catch (JsonMappingException e) {
            String path = e.getPath().stream().map(CloudEventReader::step).collect(joining("."));
            throw new NotAnEvent(
                    "the data is no %s at %s: %s".formatted(type.data().getSimpleName(), path, e.getOriginalMessage()));
        } catch (JsonProcessingException e) {
            throw new NotAnEvent("the data is no " + type.data().getSimpleName() + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new NotAnEvent("the data is no " + type.data().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static String step(JsonMappingException.Reference reference) {
        return reference.getFieldName() != null ? reference.getFieldName() : Integer.toString(reference.getIndex());
    }

    private static Instant instant(String time) throws NotAnEvent {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            throw new NotAnEvent("ce_time is no RFC 3339 time: " + time);
        }
    }

    /** A broken trace context costs the trace, not the event. */
    private static @Nullable String traceparent(RawRecord raw) {
        Bytes bytes = raw.header("traceparent");
        if (bytes == null) {
            return null;
        }
        String text = new String(bytes.content(), StandardCharsets.US_ASCII);
        return text.matches("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}") ? text : null;
    }

    private static String required(RawRecord raw, String name) throws NotAnEvent {
        String value = optional(raw, name);
        if (value == null) {
            throw new NotAnEvent("the header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String optional(RawRecord raw, String name) throws NotAnEvent {
        Bytes bytes = raw.header(name);
        if (bytes == null) {
            return null;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.content()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NotAnEvent("the header " + name + " is not UTF-8");
        }
        if (text.isBlank() || text.length() > MAX_ATTRIBUTE || text.chars().anyMatch(Character::isISOControl)) {
            throw new NotAnEvent("the header " + name + " must have 1 to " + MAX_ATTRIBUTE + " printable characters");
        }
        return text;
    }

    private static final class NotAnEvent extends Exception {
        NotAnEvent(String why) {
            super(why);
        }
    }
}
