package org.partnershipfund.foundation.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import org.jspecify.annotations.Nullable;

/** The framework's own failures in our words. */
final class StockProblems {

    private StockProblems() {}

    static ProblemException problem(WebApplicationException stock, RoutingContext request) {
        var status = stock.getResponse().getStatus();
        if (status == 404 && stock.getCause() != null) {
            // JAX-RS calls a parameter that cannot be converted "not found"; it is a value, so we say so
            return ProblemException.of(
                    StandardProblem.INVALID_PARAMETER,
                    "A part of the path or the query has a value of the wrong kind; the API description says what it must be.");
        }
        return ofStatus(status, request);
    }

    /** What we say when only a status is known. */
    static ProblemException ofStatus(int status, RoutingContext request) {
        var kind = StandardProblem.ofStatus(status);
        if (kind == StandardProblem.TEMPORARILY_UNAVAILABLE) {
            return ProblemException.retryLater(kind, "Send the same request again a little later.", 5);
        }
        return ProblemException.of(kind, detail(kind, request));
    }

    private static String detail(StandardProblem kind, RoutingContext request) {
        var method = request.request().method().name();
        return switch (kind) {
            case NOT_FOUND -> "There is nothing at this address, or nothing that you may see.";
            case METHOD_NOT_ALLOWED -> "%s cannot be used here; the header Allow says what can.".formatted(method);
            case NOT_ACCEPTABLE ->
                "This door does not answer in %s; ask for application/json.".formatted(header(request, "Accept"));
            case UNSUPPORTED_MEDIA_TYPE ->
                "This door does not read %s; the API description says what it reads."
                        .formatted(header(request, "Content-Type"));
            case TOO_SLOW -> "Send it again, without pauses.";
            case TOO_LARGE -> "Send less in one request.";
            case ADDRESS_TOO_LONG -> "Shorten the query.";
            case HEADERS_TOO_LARGE -> "Send fewer or shorter headers.";
            case TOO_MANY_REQUESTS -> "Wait a little before the next request.";
            case NOT_SIGNED_IN -> "Send a valid token in the header Authorization: Bearer …";
            case NOT_ALLOWED -> "You are signed in, but none of your roles may do this.";
            case STALE_STATE -> "Read it again and send your change with the new ETag.";
            case IF_MATCH_MISSING -> "Send the header If-Match with the ETag of what you read.";
            case MALFORMED_REQUEST -> "The request does not follow HTTP, or breaks off.";
            default -> kind.title() + ".";
        };
    }

    private static String header(RoutingContext request, String name) {
        @Nullable String value = request.request().getHeader(name);
        if (value == null) {
            return "a body without a " + name;
        }
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
