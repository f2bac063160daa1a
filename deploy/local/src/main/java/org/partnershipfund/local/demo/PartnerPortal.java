package org.partnershipfund.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A partner's own system on this machine, as one outside would be: it takes messages, and believes only those that the
 * published library of Standard Webhooks verifies with the secret that the partner was shown.
 */
final class PartnerPortal implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TAKEN = 204;
    private static final int NOT_BELIEVED = 401;

    private final HttpServer server;
    private final AtomicReference<String> secret = new AtomicReference<>("");
    private final Map<String, JsonNode> believed = new ConcurrentHashMap<>();
    private final AtomicInteger notBelieved = new AtomicInteger();

    PartnerPortal() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no portal", e);
        }
        server.createContext("/", this::receive);
        server.start();
    }

    /** Where it listens. */
    String url() {
        return "http://localhost:%d/webhooks".formatted(server.getAddress().getPort());
    }

    /** From now on it believes what is signed with this. */
    void believe(String shown) {
        secret.set(shown);
    }

    /** What it was told and believed, each message once. */
    List<JsonNode> messages() {
        return List.copyOf(believed.values());
    }

    /** How many of each type, by their names. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        messages().forEach(message -> counts.merge(message.path("type").asText(), 1, Integer::sum));
        return counts;
    }

    /** How many messages it did not believe. */
    int notBelieved() {
        return notBelieved.get();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isBelieved(exchange, body) ? TAKEN : NOT_BELIEVED, -1);
        }
    }

    private boolean isBelieved(HttpExchange exchange, String body) {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        try {
            new Webhook(secret.get()).verify(body, headers);
            var _ = believed.put(
                    exchange.getRequestHeaders().getFirst(Webhook.UNBRANDED_MSG_ID_KEY), JSON.readTree(body));
            return true;
        } catch (WebhookVerificationException | JsonProcessingException e) {
            notBelieved.incrementAndGet();
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
