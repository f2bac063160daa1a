package org.partnershipfund.foundation.web;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;

/** Takes the digest of every raw body on its way in, for {@link Idempotent} doors; an expected body must be there. */
@Provider
public class RequestBodyReader implements ReaderInterceptor {

    /** Of a body that is read into memory; an upload goes through a file. */
    private static final long LONGEST_DOCUMENT = 4L << 20;

    private final RequestBody body;
    private final long longestUpload;

    @Inject
    RequestBodyReader(
            RequestBody body, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize longestBody) {
        this.body = body;
        // less than the server's own limit, beyond which it cuts the connection without an answer
        this.longestUpload = longestBody.asLongValue() - (64L << 10);
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        if (reading.getType() == InputStream.class) {
            reading.setInputStream(body.spooling(reading.getInputStream(), longestUpload));
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
}
