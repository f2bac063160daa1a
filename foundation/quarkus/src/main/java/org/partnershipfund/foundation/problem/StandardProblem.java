package org.partnershipfund.foundation.problem;

/**
 * The problems that every door of every service can answer; a service's own rules are in its {@link ProblemTable}.
 *
 * <p>Each has a page {@code docs/problems/<slug>.md}, which a test compares with this list.
 */
public enum StandardProblem {
    MALFORMED_REQUEST(400, "malformed-request", "The request cannot be read"),
    MALFORMED_JSON(400, "malformed-json", "The body is not the JSON that this door reads"),
    UNKNOWN_FIELD(400, "unknown-field", "The body has a field that this door does not know"),
    INVALID_PARAMETER(400, "invalid-parameter", "A part of the address or a header has a value that cannot be used"),
    INVALID_REQUEST(400, "invalid-request", "Some values of the request are outside of what is allowed"),
    FAULTY_UPLOAD(400, "faulty-upload", "Some lines of the upload cannot be used"),
    SUSPICIOUS_PATH(400, "suspicious-path", "The path has characters that are never needed"),
    IDEMPOTENCY_KEY_MISSING(400, "idempotency-key-missing", "The header Idempotency-Key is missing"),
    NOT_SIGNED_IN(401, "not-signed-in", "No valid token came with the request"),
    NOT_ALLOWED(403, "not-allowed", "Your roles do not allow this"),
    NOT_FOUND(404, "not-found", "There is nothing here"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This address does not know that method"),
    NOT_ACCEPTABLE(406, "not-acceptable", "The answer cannot be given in the format that was asked for"),
    TOO_SLOW(408, "too-slow", "The body came too slowly"),
    IDEMPOTENCY_KEY_IN_USE(409, "idempotency-key-in-use", "A request with this Idempotency-Key is still running"),
    LETTER_NOT_OPEN(409, "letter-not-open", "The dead letter is settled already"),
    LETTER_NOT_FIRST(409, "letter-not-first", "The dead letter waits behind an earlier one"),
    RELAY_IS_RUNNING(409, "relay-is-running", "Old events are published again only while the relay is stopped"),
    STALE_STATE(412, "stale-state", "It was changed since you read it"),
    TOO_LARGE(413, "too-large", "The body is larger than this door takes"),
    ADDRESS_TOO_LONG(414, "address-too-long", "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "This door does not read that format"),
    IDEMPOTENCY_KEY_REUSED(422, "idempotency-key-reused", "This Idempotency-Key belongs to another request"),
    CHANGE_TOO_LARGE(422, "change-too-large", "The change is too large to be told to the other services at once"),
    IF_MATCH_MISSING(428, "if-match-missing", "The header If-Match is missing"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "Too many requests"),
    HEADERS_TOO_LARGE(431, "headers-too-large", "The headers are too large"),
    UNEXPECTED_ERROR(500, "unexpected-error", "Something went wrong on our side"),
    TEMPORARILY_UNAVAILABLE(503, "temporarily-unavailable", "Something that this service needs is away for the moment");

    private final int status;
    private final String slug;
    private final String title;

    StandardProblem(int status, String slug, String title) {
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The end of the problem's {@code type}; stable. */
    public String slug() {
        return slug;
    }

    /** Short, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The problem that stands for a status which came without one of ours; the nearest of its class if it is rare. */
    public static StandardProblem ofStatus(int status) {
        return switch (status) {
            case 401 -> NOT_SIGNED_IN;
            case 403 -> NOT_ALLOWED;
            case 404, 410 -> NOT_FOUND;
            case 405, 501 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> TOO_SLOW;
            case 412 -> STALE_STATE;
            case 413 -> TOO_LARGE;
            case 414 -> ADDRESS_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 428 -> IF_MATCH_MISSING;
            case 429 -> TOO_MANY_REQUESTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 502, 503, 504 -> TEMPORARILY_UNAVAILABLE;
            default -> status >= 400 && status < 500 ? MALFORMED_REQUEST : UNEXPECTED_ERROR;
        };
    }
}
