package org.partnershipfund.foundation.web;

import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.ProblemWriter;
import org.partnershipfund.foundation.problem.StandardProblem;
import org.partnershipfund.foundation.problem.StorableValues;
import org.partnershipfund.foundation.problem.UnroutedProblems;

/**
 * What happens to every request before any route is looked up, and to every one for which none is found: a request
 * id, careful headers, no paths that routing and authorisation might read differently, no answer but ours.
 */
@ApplicationScoped
class FrontDoor {

    /** Before the security filters, whose path policies are what odd paths are made to evade. */
    private static final int FIRST = 10_000;

    /** Longer ones Vert.x refuses by itself, with an empty answer, at four times this. */
    private static final int LONGEST_ADDRESS = 8_192;

    private static final int LARGEST_HEADERS = 16_384;

    private static final String NUL = "%00";

    private static final List<String> SUSPICIOUS =
            List.of(";", "\\", "//", "/./", "/../", "%3b", "%2f", "%5c", "%2e", NUL, "%25");

    private static final int BUSY_FOR_SECONDS = 2;

    private final ProblemWriter problems;
    private final UnroutedProblems unrouted;
    private final BodyLimits limits;
    private final CarefulHeaders careful;
    private final int mostAtOnce;
    private final AtomicInteger underWay = new AtomicInteger();

    @Inject
    FrontDoor(
            ProblemWriter problems,
            UnroutedProblems unrouted,
            BodyLimits limits,
            CarefulHeaders careful,
            @ConfigProperty(name = "fund.http.most-at-once") int mostAtOnce) {
        this.limits = limits;
        this.problems = problems;
        this.unrouted = unrouted;
        this.careful = careful;
        this.mostAtOnce = mostAtOnce;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::greet, FIRST);
    }

    void routes(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(unrouted::failed);
        router.route().order(Integer.MAX_VALUE).handler(unrouted::nothingHere);
    }

    /** Its own doors answer as they are; an address without one is a problem there too. */
    void management(@Observes ManagementInterface management) {
        management.router().route().order(-FIRST).handler(exchange -> {
            careful.put(exchange, RequestId.of(exchange));
            exchange.next();
        });
        management.router().route().order(Integer.MAX_VALUE).handler(unrouted::nothingHere);
    }

    private void greet(RoutingContext exchange) {
        var id = RequestId.of(exchange);
        MDC.put(RequestId.MDC_KEY, id);
        careful.put(exchange, id);
        var request = exchange.request();
        if (!hasRoomFor(exchange)) {
            problems.end(
                    exchange,
                    ProblemException.retryLater(
                            StandardProblem.TEMPORARILY_UNAVAILABLE,
                            "So many requests are being answered that this one would wait too long. Nothing was done; send it again.",
                            BUSY_FOR_SECONDS));
            return;
        }
        endIfNobodyReads(exchange);
        if (request.uri().length() > LONGEST_ADDRESS) {
            problems.end(
                    exchange,
                    ProblemException.of(
                            StandardProblem.ADDRESS_TOO_LONG,
                            "An address has at most %,d characters; shorten the query.".formatted(LONGEST_ADDRESS)));
        } else if (sizeOfHeaders(request) > LARGEST_HEADERS) {
            problems.end(
                    exchange,
                    ProblemException.of(
                            StandardProblem.HEADERS_TOO_LARGE,
                            "All headers together have at most %,d characters.".formatted(LARGEST_HEADERS)));
        } else if (announcedLength(request) > limits.mostBytes(rawPath(request))) {
            // what was announced may already be on its way; nobody will read it
            exchange.addEndHandler(_ -> request.connection().close());
            problems.end(
                    exchange,
                    ProblemException.of(
                            StandardProblem.TOO_LARGE,
                            "A body has at most %,d bytes here; send less in one request."
                                    .formatted(limits.mostBytes(rawPath(request)))));
        } else if (isSuspicious(rawPath(request))) {
            problems.end(
                    exchange,
                    ProblemException.of(
                            StandardProblem.SUSPICIOUS_PATH,
                            "A path of ours never has ; \\ // /./ /../ or their encoded forms, and no NUL. Send the address as our answers gave it."));
        } else {
            parameterWithNul(rawQuery(request))
                    .or(() -> AcceptHeader.tidy(request.headers()))
                    .ifPresentOrElse(refused -> problems.end(exchange, refused), exchange::next);
        }
    }

    /** PostgreSQL keeps no text with this character, and would answer as if the service were broken. */
    private static Optional<ProblemException> parameterWithNul(String rawQuery) {
        return Arrays.stream(rawQuery.split("&", -1))
                .filter(parameter -> parameter.contains(NUL))
                .findFirst()
                .map(parameter -> {
                    int sign = parameter.indexOf('=');
                    var name = sign < 0 ? "" : parameter.substring(0, sign);
                    return ProblemException.parameter(
                            name.isEmpty() || name.contains(NUL) ? "A parameter" : name,
                            parameter.substring(sign + 1),
                            StorableValues.NUL_REASON);
                });
    }

    /** A queue that only grows answers nobody in time; whoever comes then is told so at once. */
    private boolean hasRoomFor(RoutingContext exchange) {
        AtTheEnd.once(exchange, underWay::decrementAndGet);
        return underWay.incrementAndGet() <= mostAtOnce;
    }

    /**
     * Who writes an answer waits for its reader without end, and is a worker that serves nobody else: from one look to the
     * next, a reader takes as much as a sender of a body must send.
     */
    private void endIfNobodyReads(RoutingContext exchange) {
        var answer = exchange.response();
        Patience patience = limits.patience();
        var before = new AtomicLong(-1);
        long looks = exchange.vertx()
                .setPeriodic(Math.max(1_000, patience.always().toMillis()), _ -> {
                    long written = answer.headWritten() ? answer.bytesWritten() : -1;
                    long earlier = before.getAndSet(written);
                    if (earlier >= 0
                            && answer.writeQueueFull()
                            && written - earlier
                                    < patience.bytesPerSecond()
                                            * patience.always().toSeconds()) {
                        cutOff(exchange.request().connection());
                    }
                });
        exchange.addEndHandler(_ -> exchange.vertx().cancelTimer(looks));
    }

    /** Vert.x itself would close the line once all is read that was written, and nobody reads. */
    private static void cutOff(HttpConnection line) {
        if (line instanceof ConnectionBase base) {
            var _ = base.channelHandlerContext().close();
        } else {
            line.close();
        }
    }

    private static String rawPath(HttpServerRequest request) {
        var uri = request.uri();
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static String rawQuery(HttpServerRequest request) {
        var uri = request.uri();
        int query = uri.indexOf('?');
        return query < 0 ? "" : uri.substring(query + 1);
    }

    private static boolean isSuspicious(String rawPath) {
        var path = rawPath.toLowerCase(Locale.ROOT);
        return path.endsWith("/.")
                || path.endsWith("/..")
                || SUSPICIOUS.stream().anyMatch(path::contains);
    }

    private static long announcedLength(HttpServerRequest request) {
        @Nullable String length = request.getHeader("Content-Length");
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private static long sizeOfHeaders(HttpServerRequest request) {
        long size = 0;
        for (var header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + 4L;
        }
        return size;
    }
}
