package org.partnershipfund.local.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;

/** A request's answer, asked for at a door. */
final class Answered {

    private Answered() {}

    /**
     * Once more where there was none: whoever is turned away unread finds the connection closed, which our client may
     * notice only with its next request. Each carries its key or its version, so it does nothing twice.
     */
    static HttpResponse<InputStream> of(HttpClient http, HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return http.send(request, BodyHandlers.ofInputStream());
        }
    }
}
