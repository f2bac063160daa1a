package org.partnershipfund.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.partnershipfund.local.client.Answer;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;

/** Somebody of the sample district at the public doors. */
final class Actor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String username;
    private final SuiteClient client;
    private final LongAdder calls;

    Actor(String username, SuiteClient client, LongAdder calls) {
        this.username = username;
        this.client = client;
        this.calls = calls;
    }

    /** The plain client, for doors with files. */
    SuiteClient client() {
        return client;
    }

    /** Reads one thing, or is told why not. */
    Reply get(Door door, String path) {
        return reply(client.get(door, path));
    }

    /** Every item of a list. */
    List<JsonNode> all(Door door, String path, Map<String, String> query) {
        calls.increment();
        return Doors.all(client, door, path, query);
    }

    /** Creates something out of a map of JSON values. */
    Reply post(Door door, String path, Map<String, ?> body) {
        return reply(client.post(door, path, text(body)));
    }

    /** Changes what still has this version. */
    Reply put(Door door, String path, Map<String, ?> body, String etag) {
        return reply(client.put(door, path, text(body), etag));
    }

    /** The same, where the door needs no words. */
    Reply put(Door door, String path, String etag) {
        return reply(client.put(door, path, null, etag));
    }

    /** Sets what has no version. */
    Reply put(Door door, String path, Map<String, ?> body) {
        return reply(client.put(door, path, text(body)));
    }

    /** Removes what still has this version. */
    void delete(Door door, String path, String etag) {
        calls.increment();
        var _ = client.delete(door, path, etag).expecting(204);
    }

    /** Reads a thing and takes the next step on it, at the version just read. */
    Reply step(Door door, String thing, String step, Map<String, ?> body) {
        Thing read = get(door, thing).made();
        return put(door, thing + "/" + step, body, read.etag());
    }

    /** The same, for a step that needs no words. */
    Reply step(Door door, String thing, String step) {
        Thing read = get(door, thing).made();
        return reply(client.put(door, thing + "/" + step, null, read.etag()));
    }

    private Reply reply(Answer answer) {
        calls.increment();
        return new Reply(username, answer);
    }

    private static String text(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + body, e);
        }
    }
}
