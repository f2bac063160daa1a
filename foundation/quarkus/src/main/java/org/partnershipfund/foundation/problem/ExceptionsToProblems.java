package org.partnershipfund.foundation.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.arc.All;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.partnershipfund.foundation.eventlog.EventTooLargeException;
import org.partnershipfund.foundation.web.RequestId;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.StaleStateException;

/**
 * Turns whatever leaves a door into a problem: a refusal by the service's own table, what every door knows by {@link
 * StandardProblem}, an outage into 503, and anything else into a 500 that tells the caller nothing but where to ask.
 */
@Singleton
public class ExceptionsToProblems {

    private static final Logger LOG = Logger.getLogger(ExceptionsToProblems.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final List<ProblemTable> tables;
    private final ProblemWriter writer;
    private final KnownMethods methods;

    @Inject
    ExceptionsToProblems(@All List<ProblemTable> tables, ProblemWriter writer, KnownMethods methods) {
        this.methods = methods;
        this.tables = tables;
        this.writer = writer;
    }

    @ServerExceptionMapper
    Response refused(RefusedException refused, RoutingContext request) {
        if (tables.size() != 1) {
            return failed(new IllegalStateException("a service that refuses has one ProblemTable", refused), request);
        }
        var table = tables.getFirst();
        var refusal = refused.refusal();
        return writer.response(request, table.row(refusal), refusal.sentence(), table.evidence(refusal));
    }

    @ServerExceptionMapper
    Response known(ProblemException problem, RoutingContext request) {
        return writer.response(request, problem);
    }

    @ServerExceptionMapper({StaleStateException.class, OptimisticLockException.class})
    Response stale(RuntimeException stale, RoutingContext request) {
        return writer.response(
                request,
                ProblemException.of(
                        StandardProblem.STALE_STATE,
                        "Somebody changed it since you read it. Read it again, look at the difference, and send your change with the new ETag."));
    }

    @ServerExceptionMapper
    Response tooLargeToTell(EventTooLargeException tooLarge, RoutingContext request) {
        LOG.warn(tooLarge.getMessage());
        return writer.response(
                request,
                ProblemException.of(
                        StandardProblem.CHANGE_TOO_LARGE,
                        "The change has more detail than other services can be told in one event. Nothing was changed; make it in parts."));
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid, RoutingContext request) {
        return writer.response(request, InvalidValues.problem(invalid));
    }

    /** A shape that looks at a value only when it is used refuses it as well as one that looks while it is read. */
    @ServerExceptionMapper
    Response invalid(InvalidValueException invalid, RoutingContext request) {
        return writer.response(request, InvalidValues.problem(invalid));
    }

    // the first is named because the framework brings a mapper of its own for it
    @ServerExceptionMapper({MismatchedInputException.class, JacksonException.class})
    Response unreadable(JacksonException unreadable, RoutingContext request) {
        var problem =
                Causes.find(unreadable, ProblemException.class).orElseGet(() -> UnreadableJson.problem(unreadable));
        return writer.response(request, problem);
    }

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
    })
    Response notSignedIn(RuntimeException unknown, RoutingContext request) {
        return writer.response(
                request,
                ProblemException.of(
                        StandardProblem.NOT_SIGNED_IN,
                        "Send a valid token in the header Authorization: Bearer …; a token that came was missing a part, expired, or not from our issuer."));
    }

    @ServerExceptionMapper
    Response notAllowed(ForbiddenException forbidden, RoutingContext request) {
        return writer.response(
                request,
                ProblemException.of(
                        StandardProblem.NOT_ALLOWED,
                        "You are signed in, but none of your roles may do this. Ask the district's administrator if it is your task."));
    }

    @ServerExceptionMapper
    Response stock(WebApplicationException stock, RoutingContext request) {
        var status = stock.getResponse().getStatus();
        if (status < 400) {
            return stock.getResponse();
        }
        if (status >= 500 && status != 503) {
            return failed(stock, request);
        }
        var unreadable = Causes.find(stock, JacksonException.class);
        if (unreadable.isPresent()) {
            return unreadable(unreadable.get(), request);
        }
        var answer = Response.fromResponse(writer.response(request, StockProblems.problem(stock, request)));
        return status == 405
                ? answer.header(
                                HttpHeaders.ALLOW,
                                methods.allowedAt(request.request().path()))
                        .build()
                : answer.build();
    }

    @ServerExceptionMapper
    Response failed(Throwable failure, RoutingContext request) {
        var refused = Causes.find(failure, RefusedException.class);
        if (refused.isPresent() && tables.size() == 1) {
            return refused(refused.get(), request);
        }
        if (Causes.find(failure, StaleStateException.class).isPresent()
                || Causes.find(failure, OptimisticLockException.class).isPresent()) {
            return stale(new IllegalStateException(failure), request);
        }
        var tooLarge = Causes.find(failure, EventTooLargeException.class);
        if (tooLarge.isPresent()) {
            return tooLargeToTell(tooLarge.get(), request);
        }
        return writer.response(request, unexpected(failure, request));
    }

    /** An outage as 503, a bug as 500; both are logged, neither is told. */
    static ProblemException unexpected(Throwable failure, RoutingContext request) {
        var id = RequestId.of(request);
        var outage = Outages.reason(failure);
        if (outage.isPresent()) {
            LOG.warnf("Request %s met an outage: %s", id, outage.get());
            return ProblemException.retryLater(
                    StandardProblem.TEMPORARILY_UNAVAILABLE,
                    "Nothing was changed, as far as we know. Send the same request again, with the same Idempotency-Key if it has one.",
                    RETRY_AFTER_SECONDS);
        }
        if (request.response().closed()
                && Causes.find(failure, IOException.class).isPresent()) {
            LOG.infof("Request %s: its caller hung up, or fell silent in the middle of it", id);
            return ProblemException.of(StandardProblem.TOO_SLOW, "The body broke off.");
        }
        LOG.errorf(failure, "Request %s failed unexpectedly", id);
        return ProblemException.of(StandardProblem.UNEXPECTED_ERROR, "Request " + id);
    }
}
