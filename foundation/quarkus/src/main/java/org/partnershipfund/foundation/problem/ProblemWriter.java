package org.partnershipfund.foundation.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.RequestId;

/** Writes a problem as an answer, from within a door or where no door was found. */
@ApplicationScoped
public class ProblemWriter {

    private final ObjectMapper json;

    @Inject
    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    /** The answer of a door to a problem that every door knows. */
    Response response(RoutingContext request, ProblemException problem) {
        var response = Response.status(problem.problem().status())
                .type(Problem.MEDIA_TYPE)
                .entity(bytes(request, problem));
        headers(problem).forEach(response::header);
        return response.build();
    }

    /** The answer of a door to a refusal. */
    Response response(
            RoutingContext request, ProblemTable.Row row, String sentence, @Nullable Object evidence) {
        return Response.status(row.status())
                .type(Problem.MEDIA_TYPE)
                .entity(bytes(problem(request, row, sentence, List.of(), evidence)))
                .build();
    }

    /** Ends a request that found no door, or never reached it. */
    public void end(RoutingContext request, ProblemException problem) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            // too late for an answer; a cut connection is honest, a half answer is not
            request.request().connection().close();
            return;
        }
        headers(problem).forEach(response::putHeader);
        response.setStatusCode(problem.problem().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(io.vertx.core.buffer.Buffer.buffer(bytes(request, problem)));
    }

    private byte[] bytes(RoutingContext request, ProblemException problem) {
        var kind = problem.problem();
        var row = new ProblemTable.Row(kind.slug(), kind.title(), kind.status());
        return bytes(problem(request, row, problem.detail(), problem.violations(), null));
    }

    private byte[] bytes(Problem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is plain text and numbers", e);
        }
    }

    private static Problem problem(
            RoutingContext request,
            ProblemTable.Row row,
            String detail,
            List<Violation> violations,
            @Nullable Object evidence) {
        return new Problem(
                Problem.typeOf(row.slug()),
                row.title(),
                row.status(),
                detail,
                request.request().path(),
                RequestId.of(request),
                violations,
                evidence);
    }

    private static Map<String, String> headers(ProblemException problem) {
        if (problem.retryAfterSeconds().isPresent()) {
            return Map.of(
                    "Retry-After", Integer.toString(problem.retryAfterSeconds().getAsInt()));
        }
        return problem.problem() == StandardProblem.NOT_SIGNED_IN ? Map.of("WWW-Authenticate", "Bearer") : Map.of();
    }
}
