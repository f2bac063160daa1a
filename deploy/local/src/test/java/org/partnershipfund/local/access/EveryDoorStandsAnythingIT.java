package org.partnershipfund.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.access.AnswerCheck.Came;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.demo.PlayedYear;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.trust.TrustTable;

/**
 * Comes to every door with requests made by dice from the OpenAPI documents. Some are good and change what the year
 * left, so it is the last that looks at the year's suite; the clock alone stays as it is.
 *
 * <p>Every build plays a short run, always by the same dice: what it finds, the build's change has done. A long one
 * says how often, {@code -Dfund.fuzz.rounds=8}, and throws new dice; {@code -Dfund.fuzz.seed=} makes the same requests
 * again, {@code -Dfund.fuzz.door=} only those of doors whose name has the text.
 */
@ExtendWith(PlayedYear.class)
@Order(Integer.MAX_VALUE)
class EveryDoorStandsAnythingIT {

    private static final int AT_ONCE = 4;
    private static final int SHORT_RUN = 2;
    /** What a run must have to be told as a long one. */
    private static final int LONG_RUN = 8;

    private static final long SAME_DICE = 2019;
    /** A body has more that can be odd than an address. */
    private static final int TIMES_WITH_BODY = 3;

    private static final int ENOUGH_OF_AN_ANSWER = 4 << 20;
    private static final int ENOUGH_OF_A_KIND = 2;
    private static final Duration LONGEST_HEARING = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(8);

    private final int rounds = Integer.getInteger("fund.fuzz.rounds", SHORT_RUN);
    private final long seed =
            Long.getLong("fund.fuzz.seed", rounds == SHORT_RUN ? SAME_DICE : System.currentTimeMillis());
    private final String only = System.getProperty("fund.fuzz.door", "");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(AnswerCheck.PATIENCE)
            .build();
    private final SuiteClient anybody;
    private final Place place;
    private final Visitor visitor;
    private final Things things;
    private final ApiDocuments documents = new ApiDocuments();
    private final AnswerCheck check = new AnswerCheck(documents);
    private final List<ApiDoor> doors =
            ApiDoors.all().stream().filter(door -> door.name().contains(only)).toList();

    EveryDoorStandsAnythingIT(PlayedYear.Year year) {
        anybody = year.suite().client();
        place = year.suite().place();
        var population = new Population(place, anybody);
        visitor = new Visitor(place, population, new Bearers(place));
        things = new Things(visitor, population);
    }

    /** In the middle of the fund's year: seats, assignments and memberships are dated. */
    @BeforeEach
    void go_back_to_when_everybody_was_in_office() {
        set(ApiDoors.CLOCK);
    }

    @AfterEach
    void leave() {
        set("{\"instant\": \"%s\"}".formatted(Instant.now()));
        visitor.close();
        http.close();
        anybody.close();
    }

    private void set(String clock) {
        SuiteClient operator = anybody.as("operator-1");
        for (Service service : Service.values()) {
            var _ = operator.put(service.api(), "/district-clock", clock).expecting(200);
        }
    }

    @Test
    void no_request_breaks_a_door_or_the_books() throws InterruptedException {
        System.out.printf("doors are fuzzed with -Dfund.fuzz.seed=%d -Dfund.fuzz.rounds=%d%n", seed, rounds);
        var requests = new OddRequests(documents, things::own, whatIsKnown());
        Set<String> letters = letters();
        Map<String, List<String>> faults = new ConcurrentHashMap<>();
        Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
        var tried = new AtomicInteger();
        each(door -> {
            var dice = new Random(seed + door.name().hashCode());
            int times = rounds * (door.body().isPresent() ? TIMES_WITH_BODY : 1);
            for (int i = 0; i < times; i++) {
                OddRequest request = requests.next(door, dice);
                Optional<Came> answer = send(request);
                answer.ifPresent(came -> {
                    tried.incrementAndGet();
                    statuses.computeIfAbsent(came.status(), _ -> new AtomicInteger())
                            .incrementAndGet();
                    check.faults(request, came).forEach(fault -> note(faults, request, came, fault));
                });
            }
        });
        System.out.printf("%,d requests at %d doors: %s%n", tried.get(), doors.size(), new TreeMap<>(statuses));
        assertThat(new TreeMap<>(faults))
                .as("faults, by door, with -Dfund.fuzz.seed=%d -Dfund.fuzz.rounds=%d", seed, rounds)
                .isEmpty();
        var quiet = new AtomicLong(Long.MAX_VALUE);
        Suite.await("everybody has heard what was said", LONGEST_HEARING, () -> hasBeenQuietSince(quiet));
        Set<String> unread = letters();
        unread.removeAll(letters);
        assertThat(unread).as("events that another service cannot read").isEmpty();
        assertThat(anybody.as("records-auditor-1")
                        .get(Door.PROCUREMENT, "/trial-balance")
                        .expecting(200)
                        .json()
                        .path("balances")
                        .asBoolean())
                .as("the ledger balances")
                .isTrue();
        tell(tried.get(), statuses.size());
    }

    /** A run of some doors, or of another length, is nobody's measure. */
    private void tell(int tried, int statuses) {
        String what = "requests at %d doors, answered in %d ways".formatted(doors.size(), statuses);
        if (only.isEmpty() && rounds == SHORT_RUN) {
            TrustTable.tried("odd requests at every door, in every build", tried, what);
        } else if (only.isEmpty() && rounds >= LONG_RUN) {
            TrustTable.tried("odd requests at every door, the long run", tried, what);
        }
    }

    private static void note(Map<String, List<String>> faults, OddRequest request, Came came, String fault) {
        List<String> of = faults.computeIfAbsent(
                request.door().name() + " " + fault, _ -> Collections.synchronizedList(new ArrayList<>()));
        if (of.size() < ENOUGH_OF_A_KIND) {
            String told = came.body();
            of.add("%n  %s%n  -> %d after %d ms: %s%n"
                    .formatted(
                            request,
                            came.status(),
                            came.after().toMillis(),
                            told.length() > 600 ? told.substring(0, 600) + "…" : told));
        }
    }

    /** Ids and words from the first page of every list, so that good requests are about what is there. */
    private KnownValues whatIsKnown() {
        var known = new KnownValues();
        for (ApiDoor door : ApiDoors.all()) {
            if (door.reads()
                    && !door.namesThings()
                    && !door.path().contains("stream")
                    && door.query().isEmpty()) {
                for (JsonNode item : visitor.list(door.service(), door.path(), Thing.NONE)) {
                    known.learn(item);
                }
            }
        }
        return known;
    }

    /** The letters that nobody could read so far. */
    private Set<String> letters() {
        Set<String> letters = new TreeSet<>();
        SuiteClient operator = anybody.as("operator-1");
        for (Service service : Service.values()) {
            for (String state : List.of("parked", "dead")) {
                operator.get(service.api(), "/dead-letters?limit=500&state=" + state)
                        .expecting(200)
                        .json()
                        .path("items")
                        .forEach(letter -> letters.add("%s %s %s %s"
                                .formatted(
                                        service.word(),
                                        letter.path("id").asText(),
                                        letter.path("type").asText(),
                                        letter.path("reason").asText())));
            }
        }
        return letters;
    }

    /** The doors tell how the streams stood some seconds ago: once is not enough. */
    private boolean hasBeenQuietSince(AtomicLong begin) {
        long now = System.nanoTime();
        if (!isAllHeard()) {
            begin.set(Long.MAX_VALUE);
            return false;
        }
        begin.compareAndSet(Long.MAX_VALUE, now);
        return now - begin.get() > QUIET.toNanos();
    }

    private boolean isAllHeard() {
        SuiteClient operator = anybody.as("operator-1");
        for (Service service : Service.values()) {
            JsonNode streams =
                    operator.get(service.api(), "/event-streams").expecting(200).json();
            boolean published = streams.at("/speaks/unsealed").asLong() == 0
                    && streams.at("/speaks/oldestUnpublishedSeconds").asDouble() == 0;
            boolean heard = streams.path("hears")
                    .valueStream()
                    .allMatch(channel -> channel.path("lag").asLong(-1) == 0);
            if (!published || !heard) {
                return false;
            }
        }
        return true;
    }

    /** Sends it; empty where our client is not able to. */
    private Optional<Came> send(OddRequest request) {
        HttpRequest.Builder made;
        try {
            made = HttpRequest.newBuilder(
                            URI.create(place.url(request.door().service().api()) + request.path()))
                    .timeout(AnswerCheck.PATIENCE.multipliedBy(3))
                    .method(
                            request.door().method(),
                            request.body().map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
            request.headers().forEach(header -> made.header(header.getKey(), header.getValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        visitor.token(request.column(), request.at())
                .ifPresent(token -> made.header("Authorization", "Bearer " + token));
        long start = System.nanoTime();
        try {
            HttpResponse<InputStream> answer = Answered.of(http, made.build());
            try (InputStream body = answer.body()) {
                // A stream never ends.
                byte[] bytes =
                        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
                                ? new byte[0]
                                : body.readNBytes(ENOUGH_OF_AN_ANSWER);
                return Optional.of(new Came(
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        answer.headers().firstValue("X-Request-Id"),
                        answer.headers().firstValue("Retry-After"),
                        new String(
                                answer.headers()
                                                .firstValue("Content-Encoding")
                                                .filter("gzip"::equals)
                                                .isPresent()
                                        ? unpacked(bytes)
                                        : bytes,
                                StandardCharsets.UTF_8),
                        Duration.ofNanos(System.nanoTime() - start)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at a door", e);
        }
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return unpacked.readAllBytes();
        }
    }

    /** What is done at a door. */
    @FunctionalInterface
    private interface Visit {
        void at(ApiDoor door);
    }

    private void each(Visit visit) throws InterruptedException {
        // One service after the other would let three of them rest.
        var order = new ArrayList<>(doors);
        Collections.shuffle(order, new Random(seed));
        Queue<ApiDoor> waiting = new ConcurrentLinkedQueue<>(order);
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        try (var callers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < AT_ONCE; i++) {
                var _ = callers.submit(() -> {
                    for (ApiDoor door = waiting.poll(); door != null; door = waiting.poll()) {
                        try {
                            visit.at(door);
                        } catch (RuntimeException | AssertionError e) {
                            failures.add(e);
                        }
                    }
                });
            }
        }
        assertThat(failures).isEmpty();
    }
}
