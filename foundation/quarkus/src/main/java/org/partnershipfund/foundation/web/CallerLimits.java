package org.partnershipfund.foundation.web;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.ProblemWriter;
import org.partnershipfund.foundation.problem.StandardProblem;

/**
 * No caller uses up what is there for all: a person or a system by the subject of its token, anybody else by their
 * address. A token that is not valid is nobody's, so guessing counts for the address (docs/decisions/0027).
 */
@ApplicationScoped
class CallerLimits {

    /** After the framework has looked whether there is a token (200), before anything is authorised (100). */
    private static final int KNOWING_WHO = 150;

    /** What one line of the Internet's has of a longer address: the rest is the household's own to vary. */
    private static final int HEXTETS_OF_A_LINE = 4;

    private final TokenBuckets signedIn;
    private final TokenBuckets anonymous;
    private final UnderWay ofSignedIn;
    private final UnderWay ofAnonymous;
    private final ProblemWriter problems;

    @Inject
    CallerLimits(CallerSettings settings, ProblemWriter problems) {
        this.problems = problems;
        this.ofSignedIn = new UnderWay(settings.signedInUnderWay());
        this.ofAnonymous = new UnderWay(settings.anonymousUnderWay());
        this.signedIn = new TokenBuckets(
                new Rate(settings.signedInPerSecond(), settings.signedInAtOnce()),
                settings.remembered(),
                System::nanoTime);
        this.anonymous = new TokenBuckets(
                new Rate(settings.anonymousPerSecond(), settings.anonymousAtOnce()),
                settings.remembered(),
                System::nanoTime);
    }

    void filters(@Observes Filters filters) {
        filters.register(this::admit, KNOWING_WHO);
    }

    private void admit(RoutingContext exchange) {
        @Nullable Uni<SecurityIdentity> caller = exchange.get(QuarkusHttpUser.DEFERRED_IDENTITY_KEY);
        if (caller == null || !exchange.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            byAddress(exchange);
            return;
        }
        // the framework keeps what comes of it, so that no token is verified twice
        Context here = exchange.vertx().getOrCreateContext();
        Runnable restore = answerNobodyYet(exchange);
        var _ = caller.subscribe()
                .with(
                        known -> on(here, () -> {
                            restore.run();
                            if (known.isAnonymous()) {
                                byAddress(exchange);
                            } else {
                                go(exchange, signedIn, ofSignedIn, name(known));
                            }
                        }),
                        _ -> on(here, () -> {
                            restore.run();
                            byAddress(exchange);
                        }));
    }

    /**
     * The framework would answer to a bad token as soon as it is looked at, without a problem, and at doors that ask for
     * none; those behind us know better.
     */
    private static Runnable answerNobodyYet(RoutingContext exchange) {
        @Nullable BiConsumer<RoutingContext, Throwable> usual = exchange.get(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        if (usual == null) {
            return () -> {};
        }
        BiConsumer<RoutingContext, Throwable> nobody = (_, _) -> {};
        exchange.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, nobody);
        return () -> exchange.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, usual);
    }

    private void byAddress(RoutingContext exchange) {
        go(exchange, anonymous, ofAnonymous, line(exchange));
    }

    private void go(RoutingContext exchange, TokenBuckets buckets, UnderWay underWay, String caller) {
        Duration wait = buckets.take(caller);
        if (!wait.isZero()) {
            int seconds = Math.toIntExact(Math.ceilDiv(wait.toNanos(), 1_000_000_000L));
            refuse(
                    exchange,
                    "You have sent more requests than one caller may in this time. Nothing was done; send this one again in %d s, and the next ones more slowly."
                            .formatted(seconds),
                    seconds);
        } else if (!underWay.enter(caller)) {
            refuse(
                    exchange,
                    "So many of your requests are being answered already. Nothing was done; send this one again when others of yours are done.",
                    1);
        } else {
            AtTheEnd.once(exchange, () -> underWay.leave(caller));
            exchange.next();
        }
    }

    private void refuse(RoutingContext exchange, String detail, int seconds) {
        problems.end(exchange, ProblemException.retryLater(StandardProblem.TOO_MANY_REQUESTS, detail, seconds));
    }

    /** Whoever verified the token may have done so on another thread; what follows belongs to the request's own. */
    private static void on(Context here, Runnable next) {
        if (Context.isOnEventLoopThread() && here.equals(Vertx.currentContext())) {
            next.run();
        } else {
            here.runOnContext(_ -> next.run());
        }
    }

    private static String name(SecurityIdentity known) {
        return known.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getIssuer() + " " + token.getSubject()
                : known.getPrincipal().getName();
    }

    private static String line(RoutingContext exchange) {
        var remote = exchange.request().remoteAddress();
        @Nullable String address = remote == null ? null : remote.hostAddress();
        if (address == null) {
            return "nowhere";
        }
        return address.contains(":") && !address.contains(".") ? network(address) : address;
    }

    /** Java writes all eight groups of such an address; one that a proxy shortened counts as it is. */
    private static String network(String address) {
        var groups = Arrays.asList(address.split(":"));
        return groups.size() < 2 * HEXTETS_OF_A_LINE ? address : String.join(":", groups.subList(0, HEXTETS_OF_A_LINE));
    }
}
