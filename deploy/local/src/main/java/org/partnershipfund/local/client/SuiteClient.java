package org.partnershipfund.local.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.Started;
import org.partnershipfund.local.token.Tokens;

/**
 * Speaks to the services as one of the {@link org.partnershipfund.local.token.People}, or as nobody.
 *
 * <p>A call answers whatever the door answers; only a door that cannot be reached is an {@link UncheckedIOException}
 * whose message names the service and what to do.
 */
public final class SuiteClient implements AutoCloseable {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    private final Place place;
    private final Tokens tokens;
    private final HttpClient http = HttpClient.newBuilder()
            // The services speak nothing newer without TLS, and need not be asked by each call.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Optional<String> username;
    private final Supplier<Duration> patience;

    public SuiteClient(Place place, Tokens tokens) {
        this(place, tokens, Optional.empty(), () -> LONGEST_CALL);
    }

    private SuiteClient(Place place, Tokens tokens, Optional<String> username, Supplier<Duration> patience) {
        this.place = place;
        this.tokens = tokens;
        this.username = username;
        this.patience = patience;
    }

    /**
     * The same suite, called by somebody.
     *
     * @param someUsername of {@code people.csv}; a role is the invented person who holds it
     */
    public SuiteClient as(String someUsername) {
        return new SuiteClient(place, tokens, Optional.of(someUsername), patience);
    }

    /**
     * The same caller, who hangs up, with the connection, where an answer is not there in time; the call is a {@link
     * HungUpException} then.
     *
     * @param time how long the next call may take, asked before each; absent is as long as anybody waits
     */
    public SuiteClient hangingUp(Supplier<Optional<Duration>> time) {
        return new SuiteClient(place, tokens, username, () -> time.get().orElse(LONGEST_CALL));
    }

    /** Who vouches for everybody here; with a subject it names a person to the services. */
    public String issuer() {
        return Started.of(place).issuer();
    }

    /** Reads. */
    public Answer get(Door door, String path) {
        return send(door, request(door, path).GET());
    }

    /** Reads as text of a kind, such as {@code text/csv}. */
    public Answer get(Door door, String path, String accept) {
        return send(door, request(door, path).setHeader("Accept", accept).GET());
    }

    /** Creates, as a new attempt. */
    public Answer post(Door door, String path, String json) {
        return post(door, path, json, UUID.randomUUID().toString());
    }

    /** Creates, as the attempt that the key names: a repeat has no second effect. */
    public Answer post(Door door, String path, String json, String idempotencyKey) {
        return post(door, path, "application/json", BodyPublishers.ofString(json), idempotencyKey);
    }

    /** Creates from a body of any kind, such as a CSV file. */
    public Answer post(Door door, String path, String contentType, BodyPublisher body, String idempotencyKey) {
        return send(
                door,
                request(door, path)
                        .header("Content-Type", contentType)
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(body));
    }

    /** Removes what still has this version. */
    public Answer delete(Door door, String path, String etag) {
        return send(door, request(door, path).header("If-Match", etag).DELETE());
    }

    /** Changes what still has the version that {@code etag} names. */
    public Answer put(Door door, String path, @Nullable String json, String etag) {
        HttpRequest.Builder request = request(door, path).header("If-Match", etag);
        return send(
                door,
                json == null
                        ? request.PUT(BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    /** Sets what has no version. */
    public Answer put(Door door, String path, String json) {
        return send(
                door,
                request(door, path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(Door door, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://%s:%d%s".formatted(Place.LOOPBACK, place.port(door), path)))
                .timeout(patience.get())
                .header("Accept", "application/json, application/problem+json");
        username.ifPresent(name -> request.header("Authorization", "Bearer " + tokens.of(name)));
        return request;
    }

    private Answer send(Door door, HttpRequest.Builder call) {
        HttpRequest request = call.build();
        try {
            return Answer.of(http.send(request, BodyHandlers.ofString()));
        } catch (HttpTimeoutException e) {
            if (request.timeout().filter(LONGEST_CALL::equals).isEmpty()) {
                throw new HungUpException("the caller of " + behind(door) + " hung up", e);
            }
            throw new UncheckedIOException(behind(door) + " does not answer: ./fund status", e);
        } catch (IOException e) {
            throw new UncheckedIOException(behind(door) + " does not answer: ./fund status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling", e);
        }
    }

    private static String behind(Door door) {
        return Stream.of(Service.values())
                .filter(service -> service.api() == door || service.management() == door)
                .map(Service::module)
                .findFirst()
                .orElseGet(() -> door.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    @Override
    public void close() {
        http.close();
    }
}
