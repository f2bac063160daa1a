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
    private final ProblemWriter problems;

    @Inject
    CallerLimits(CallerSettings settings, ProblemWriter problems) {
        this.problems = problems;
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
            go(exchange, anonymous.take(line(exchange)));
            return;
        }
        // the framework keeps what comes of it, so that no token is verified twice
        Context here = exchange.vertx().getOrCreateContext();
        Runnable restore = answerNobodyYet(exchange);
        var _ = caller.subscribe()
                .with(
                        known -> on(here, () -> {
                            restore.run();
                            go(exchange, take(exchange, known));
                        }),
                        _ -> on(here, () -> {
                            restore.run();
                            go(exchange, anonymous.take(line(exchange)));
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

    private Duration take(RoutingContext exchange, SecurityIdentity known) {
        return known.isAnonymous() ? anonymous.take(line(exchange)) : signedIn.take(name(known));
    }

    private void go(RoutingContext exchange, Duration wait) {
        if (wait.isZero()) {
            exchange.next();
            return;
        }
        int seconds = (int) wait.plusMillis(999).toSeconds();
        problems.end(
                exchange,
                ProblemException.retryLater(
                        StandardProblem.TOO_MANY_REQUESTS,
                        "You have sent more requests than one caller may in this time. Nothing was done; send this one again in %d s, and the next ones more slowly."
                                .formatted(seconds),
                        seconds));
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
