package org.partnershipfund.foundation.problem;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Problems of requests that fail outside of a door: no route, or a failure before or after it. */
@ApplicationScoped
public class UnroutedProblems {

    private final ProblemWriter writer;

    @Inject
    UnroutedProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    /** No route knows this address. */
    public void nothingHere(RoutingContext request) {
        writer.end(request, StockProblems.ofStatus(404, request));
    }

    /** A route failed, with a status, an exception, or both. */
    public void failed(RoutingContext request) {
        writer.end(request, problem(request.failure(), request.statusCode(), request));
    }

    private static ProblemException problem(@Nullable Throwable failure, int status, RoutingContext request) {
        return switch (failure) {
            case UnauthorizedException _, AuthenticationException _ -> StockProblems.ofStatus(401, request);
            case ForbiddenException _ -> StockProblems.ofStatus(403, request);
            case ProblemException problem -> problem;
            case null -> StockProblems.ofStatus(status, request);
            default ->
                status >= 400 && status < 500
                        ? StockProblems.ofStatus(status, request)
                        : ExceptionsToProblems.unexpected(failure, request);
        };
    }
}
