package org.partnershipfund.foundation.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes the digest of the raw body on its way into an {@link Idempotent} door. */
@Provider
@Idempotent
public class RequestBodyReader implements ReaderInterceptor {

    private final RequestBody body;

    @Inject
    RequestBodyReader(RequestBody body) {
        this.body = body;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        if (reading.getType() == InputStream.class) {
            reading.setInputStream(body.spooling(reading.getInputStream()));
            return reading.proceed();
        }
        var digesting = body.digesting(reading.getInputStream());
        reading.setInputStream(digesting);
        Object entity = reading.proceed();
        // a reader may stop before the end; the digest is of all of it
        digesting.transferTo(OutputStream.nullOutputStream());
        return entity;
    }
}
