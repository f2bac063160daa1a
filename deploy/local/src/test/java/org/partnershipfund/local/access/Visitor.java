package org.partnershipfund.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;

/** Comes to any door as anybody, with a request that is complete, and says what is answered. */
final class Visitor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int UNAVAILABLE = 503;
    private static final int TRIES = 20;
    private static final int ENOUGH_OF_AN_ANSWER = 65_536;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Who may read a list, the most likely first. */
    private static final List<String> READERS =
            List.of("records-auditor", Roles.PARTNER, "procurement-officer", "partnerships-team", "school-leader");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Place place;
    private final Population population;
    private final Bearers bearers;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** What was answered: the status, and the beginning of what was said. */
    record Seen(int status, String beginning) {}

    Visitor(Place place, Population population, Bearers bearers) {
        this.place = place;
        this.population = population;
        this.bearers = bearers;
    }

    /** The token of the column's person at the thing's school or partner; none for nobody. */
    Optional<String> token(String column, Thing at) {
        if (column.equals(Roles.NOBODY)) {
            return Optional.empty();
        }
        String subject = population.subject(column, at);
        return Optional.of(tokens.computeIfAbsent(
                column + " " + subject, _ -> bearers.good(subject, List.of(Roles.role(column)), Roles.scope(column))));
    }

    /** Comes to the door for the thing. */
    Seen visit(ApiDoor door, Thing thing, Optional<String> token) {
        return send(door, thing.in(door.path()), token, Map.of());
    }

    /**
     * Comes to the door by another spelling of its path.
     *
     * @param path raw, as it is sent
     */
    Seen send(ApiDoor door, String path, Optional<String> token, Map<String, String> headers) {
        String query = door.query().stream()
                .map(parameter -> parameter.name() + "=" + URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(
                        URI.create(place.url(door.service().api()) + path + (query.isEmpty() ? "" : "?" + query)))
                .timeout(PATIENCE)
                .method(
                        door.method(),
                        door.body()
                                .map(body -> BodyPublishers.ofString(body.text()))
                                .orElseGet(BodyPublishers::noBody));
        door.body().ifPresent(body -> request.header("Content-Type", body.contentType()));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        if (door.method().equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (door.versioned()) {
            // A version that nothing has: who may change it is told that it is stale, and nothing is changed.
            request.header("If-Match", "\"987654\"");
        }
        headers.forEach(request::header);
        return send(request.build());
    }

    private Seen send(HttpRequest request) {
        for (int i = 1; ; i++) {
            try {
                var response = Answered.of(http, request);
                try (InputStream body = response.body()) {
                    // Some answers never end, and some are large: who comes in is seen at their beginning.
                    byte[] beginning = request.uri().getPath().contains("stream")
                            ? new byte[0]
                            : body.readNBytes(ENOUGH_OF_AN_ANSWER);
                    if (response.statusCode() != UNAVAILABLE || i == TRIES) {
                        return new Seen(response.statusCode(), new String(beginning, StandardCharsets.UTF_8));
                    }
                }
                // Two letters are printed at a time; who comes third is asked to come again.
                Thread.sleep(Duration.ofMillis(500));
            } catch (IOException e) {
                throw new UncheckedIOException("no answer to " + request.method() + " " + request.uri(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted at a door", e);
            }
        }
    }

    /** The first items of a list, read by whoever may read it; none if nobody finds it. */
    List<JsonNode> list(Service service, String path, Thing of) {
        for (String reader : READERS) {
            var request = HttpRequest.newBuilder(URI.create(
                            place.url(service.api()) + path + (path.contains("?") ? "&" : "?") + "limit=100"))
                    .timeout(PATIENCE)
                    .header("Accept", "application/json");
            token(reader, of).ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
            try {
                var response = http.send(request.GET().build(), BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    return items(JSON.readTree(response.body()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while reading " + path, e);
            }
        }
        return List.of();
    }

    private static List<JsonNode> items(JsonNode page) {
        List<JsonNode> items = new ArrayList<>();
        for (String name : List.of("items", "contents", "records", "releases")) {
            page.path(name).forEach(items::add);
        }
        if (page.isArray()) {
            page.forEach(items::add);
        }
        return items;
    }

    @Override
    public void close() {
        http.close();
    }
}
