package org.partnershipfund.foundation.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What every answer tells browsers and caches, unless its door says otherwise: nothing is guessed, framed, run or kept
 * (after OWASP's REST Security Cheat Sheet).
 */
@ApplicationScoped
class CarefulHeaders {

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    /** An answer that is data runs nothing, wherever it is opened. */
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    /** Swagger UI, the one page whose author is not us: its start and its styles stand in the page itself. */
    private static final String PAGE_OF_OTHERS =
            "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final Duration remembered;

    @Inject
    CarefulHeaders(@ConfigProperty(name = "fund.http.https-remembered") Duration remembered) {
        this.remembered = remembered;
    }

    /** Puts them on an answer that nobody has written yet. */
    void put(RoutingContext exchange, String requestId) {
        var headers = exchange.response().headers();
        headers.set(RequestId.HEADER, requestId);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (exchange.request().isSSL() && !remembered.isZero()) {
            headers.set("Strict-Transport-Security", "max-age=" + remembered.toSeconds());
        }
        exchange.addHeadersEndHandler(_ -> unlessTheDoorSaid(exchange.request(), headers));
    }

    private static void unlessTheDoorSaid(HttpServerRequest request, MultiMap headers) {
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            // what somebody may see by their token is on no disk between us and them
            var forOneCaller = request.headers().contains(HttpHeaders.AUTHORIZATION);
            headers.set(HttpHeaders.CACHE_CONTROL, forOneCaller ? "no-store" : "private, no-cache");
        }
        if (!headers.contains(CONTENT_SECURITY_POLICY)) {
            headers.set(CONTENT_SECURITY_POLICY, isPage(headers.get(HttpHeaders.CONTENT_TYPE)) ? PAGE_OF_OTHERS : DATA);
        }
    }

    private static boolean isPage(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html");
    }
}
