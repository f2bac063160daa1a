package org.partnershipfund.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a door answered.
 *
 * @param request method and address, for messages
 * @param status the HTTP status
 * @param etag the version of what was answered, quotes included
 * @param location where the thing that was created lives
 * @param headers the rest of what the door said about it
 */
public record Answer(
        String request,
        int status,
        String body,
        Optional<String> etag,
        Optional<String> location,
        HttpHeaders headers) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NEXT = Pattern.compile("<(?:https?://[^/>]+)?([^>]+)>;\\s*rel=\"?next\"?");

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.request().method() + " " + response.uri(),
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag"),
                response.headers().firstValue("Location"),
                response.headers());
    }

    /**
     * This answer, if it has the status that was expected.
     *
     * @throws UnexpectedAnswerException with the whole answer otherwise
     */
    public Answer expecting(int expected) {
        if (status != expected) {
            throw new UnexpectedAnswerException(this, expected);
        }
        return this;
    }

    /** Where the next page or batch is, as {@code Link: <...>; rel="next"} says: path and query. */
    public Optional<String> next() {
        return headers.allValues("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(request + " answered no JSON: " + body, e);
        }
    }
}
