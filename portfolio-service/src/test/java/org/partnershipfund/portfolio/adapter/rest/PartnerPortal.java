package org.partnershipfund.portfolio.adapter.rest;

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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A partner's own system on this machine: it keeps what it is sent and answers as it is told to. */
public final class PartnerPortal implements AutoCloseable {

    /** What came: the headers by their lower-case names, and the body. */
    public record Message(Map<String, List<String>> headers, String body) {

        /** The first of that name, or an empty text. */
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger answer = new AtomicInteger(204);
    private final AtomicBoolean silent = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** One that listens. */
    public PartnerPortal() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no portal", e);
        }
        server.createContext("/", this::receive);
        server.start();
    }

    /** From now on every message is answered so. */
    public void answers(int status) {
        answer.set(status);
    }

    /** From now on it takes what comes and answers nothing, until it closes. */
    void fallSilent() {
        silent.set(true);
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:%d/webhooks".formatted(port());
    }

    /** The port at which it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What came, in order. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    private void receive(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        messages.add(new Message(
                Map.copyOf(headers), new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        if (silent.get()) {
            awaitClose();
            return;
        }
        if (answer.get() == 302) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(answer.get(), -1);
        exchange.close();
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
