package org.partnershipfund.foundation.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
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

    @Inject
    RequestBodyReader(RequestBody body, BodyLimits limits, CurrentVertxRequest request) {
        this.body = body;
        this.limits = limits;
        this.request = request;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        if (reading.getType() == InputStream.class) {
            reading.setInputStream(spooled(reading.getInputStream()));
            return reading.proceed();
        }
        try (InputStream digesting = body.digesting(reading.getInputStream(), LONGEST_DOCUMENT)) {
            reading.setInputStream(digesting);
            Object entity = reading.proceed();
            if (entity == null) {
                throw ProblemException.of(
                        StandardProblem.MALFORMED_JSON, "The body is empty; this door reads a JSON object.");
            }
            return entity;
        }
    }

    /** Of a body whose length was not announced, what is still on its way is not waited for when it is too long. */
    private InputStream spooled(InputStream upload) throws IOException {
        RoutingContext exchange = request.getCurrent();
        long most = limits.mostBytes(exchange.normalizedPath());
        try {
            return body.spooling(upload, most);
        } catch (ProblemException tooLarge) {
            exchange.addEndHandler(_ -> exchange.request().connection().close());
            throw tooLarge;
        }
    }
}
