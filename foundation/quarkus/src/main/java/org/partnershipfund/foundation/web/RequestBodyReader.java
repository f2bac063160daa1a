package org.partnershipfund.foundation.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;

/** Takes the digest of every raw body on its way in, for {@link Idempotent} doors; an expected body must be there. */
@Provider
public class RequestBodyReader implements ReaderInterceptor {

    /** Of a body that is read into memory; an upload goes through a file. */
    private static final long LONGEST_DOCUMENT = 4L << 20;

    private final RequestBody body;
    private final BodyLimits limits;
    private final CurrentVertxRequest request;

    /** Both are asked late: this is made before a service's settings are known. */
    @Inject
    RequestBodyReader(RequestBody body, BodyLimits limits, CurrentVertxRequest request) {
        this.body = body;
        this.limits = limits;
        this.request = request;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        try {
            return read(reading);
        } finally {
            if (body.isRefused()) {
                // what is still on its way is not waited for
                RoutingContext exchange = request.getCurrent();
                exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
                exchange.addEndHandler(_ -> exchange.request().connection().close());
            }
        }
    }

    private Object read(ReaderInterceptorContext reading) throws IOException {
        if (reading.getType() == InputStream.class) {
            long most = limits.mostBytes(request.getCurrent().normalizedPath());
            reading.setInputStream(body.spooling(reading.getInputStream(), most, limits.patience()));
            return reading.proceed();
        }
        try (InputStream digesting = body.digesting(reading.getInputStream(), LONGEST_DOCUMENT, limits.patience())) {
            reading.setInputStream(digesting);
            Object entity = reading.proceed();
            if (entity == null) {
                throw ProblemException.of(
                        StandardProblem.MALFORMED_JSON, "The body is empty; this door reads a JSON object.");
            }
            return entity;
        }
    }
}
