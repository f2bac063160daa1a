package org.partnershipfund.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * What a door answered.
 *
 * @param request method and address, for messages
 * @param status the HTTP status
 * @param etag the version of what was answered, quotes included
 * @param location where the thing that was created lives
 */
public record Answer(String request, int status, String body, Optional<String> etag, Optional<String> location) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.request().method() + " " + response.uri(),
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag"),
                response.headers().firstValue("Location"));
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

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(request + " answered no JSON: " + body, e);
        }
    }
}
