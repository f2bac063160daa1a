package org.partnershipfund.foundation.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

/** What one caller, one slow line or one full pool can do to all others: nothing. */
@QuarkusTest
@TestProfile(NarrowLimits.class)
@WithTestResource(BackboneResource.class)
@SuppressWarnings("NullAway.Init") // the test framework sets the fields
class LimitsIT {

    private static final String READS = "/samples/failures/database";
    private static final Duration NEVER_A_HANG = Duration.ofSeconds(25);

    @TestHTTPResource
    URI service;

    @TestHTTPResource(value = "/health/live", management = true)
    URI live;

    @Inject
    AgroalDataSource pool;

    @Inject
    @ConfigProperty(name = "testkit.postgres.url")
    String url;

    @Inject
    @ConfigProperty(name = "testkit.postgres.superuser")
    String superuser;

    @Inject
    @ConfigProperty(name = "testkit.postgres.password")
    String password;

    @Test
    void a_person_who_asks_too_fast_is_told_when_to_come_again_and_nobody_else_is() throws Exception {
        try (var http = from("127.0.0.21")) {
            var impatient = somebody();

            var refused = untilRefused(http, impatient);

            assertThat(refused.body())
                    .contains("urn:partnership-fund:problem:too-many-requests")
                    .contains("You have sent more requests");
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(1);
            assertThat(http.send(get("/samples", somebody()), BodyHandlers.ofString())
                            .statusCode())
                    .as("another person behind the same address")
                    .isEqualTo(200);
            await().atMost(NEVER_A_HANG)
                    .untilAsserted(() -> assertThat(http.send(get("/samples", impatient), BodyHandlers.ofString())
                                    .statusCode())
                            .as("the same person after a rest")
                            .isEqualTo(200));
        }
    }

    @Test
    void an_address_without_a_token_that_asks_too_fast_is_refused_and_its_signed_in_people_are_served()
            throws Exception {
        try (var flooding = from("127.0.0.22");
                var other = from("127.0.0.23")) {
            var refused = untilRefused(flooding, "");

            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(flooding.send(get("/samples", somebody()), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(other.send(get("/samples/open", ""), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void who_guesses_tokens_is_one_caller_however_many_tokens_there_are() throws Exception {
        try (var guessing = from("127.0.0.24")) {
            var statuses = IntStream.range(0, 3 * NarrowLimits.AT_ONCE)
                    .map(i -> status(guessing, get("/samples", "guess-%d.guess.guess".formatted(i))))
                    .boxed()
                    .toList();

            // One a second goes through all the while, and it may be the last.
            assertThat(statuses).containsOnly(401, 429);
            assertThat(statuses.getFirst()).isEqualTo(401);
        }
    }

    @Test
    void whoever_looks_after_the_service_may_ask_for_its_health_as_often_as_they_like() throws Exception {
        try (var http = from("127.0.0.25")) {
            for (int i = 0; i < 5 * NarrowLimits.AT_ONCE; i++) {
                assertThat(http.send(HttpRequest.newBuilder(live).build(), BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void a_body_that_comes_one_byte_at_a_time_is_refused_and_its_line_closed() throws Exception {
        try (var socket = connection("127.0.0.26")) {
            announce(socket, "/samples", "application/json", 10_000);

            var answer = drip(socket);

            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("urn:partnership-fund:problem:too-slow");
        }
    }

    @Test
    void an_upload_that_comes_one_byte_at_a_time_is_refused_and_its_line_closed() throws Exception {
        try (var socket = connection("127.0.0.27")) {
            announce(socket, "/samples/uploads", "text/csv", 10_000);

            var answer = drip(socket);

            assertThat(answer).startsWith("HTTP/1.1 408 ").contains("urn:partnership-fund:problem:too-slow");
        }
    }

    @Test
    void a_caller_who_falls_silent_in_the_middle_of_a_body_is_cut_off() throws Exception {
        try (var socket = connection("127.0.0.28")) {
            announce(socket, "/samples/uploads", "text/csv", 10_000);
            socket.getOutputStream().write("school_code".getBytes(US_ASCII));
            socket.getOutputStream().flush();

            assertThat(isClosedWithin(socket, NEVER_A_HANG)).isTrue();
        }
    }

    @Test
    void one_person_whose_requests_take_long_leaves_the_others_their_places() throws Exception {
        try (var http = from("127.0.0.34")) {
            // The service bears with the slow requests for a second; on a busy machine ours may come too late, or too
            // soon: then all of it once more, by somebody else.
            await().pollInterval(Duration.ofMillis(80)).atMost(NEVER_A_HANG).untilAsserted(() -> {
                var slow = somebody();
                List<Socket> open = new ArrayList<>();
                try {
                    for (int i = 0; i < NarrowLimits.OF_ONE_CALLER; i++) {
                        open.add(connection("127.0.0.34"));
                        announce(open.getLast(), slow, "/samples", "application/json", 10_000);
                    }
                    var refused = afterSome(http, slow);
                    assertThat(refused.statusCode()).isEqualTo(429);
                    assertThat(refused.body()).contains("So many of your requests");
                    assertThat(refused.headers().firstValueAsLong("Retry-After"))
                            .hasValue(1);
                    assertThat(status(http, get("/samples", somebody()))).isEqualTo(200);
                } finally {
                    for (var socket : open) {
                        socket.close();
                    }
                }
            });
        }
    }

    @Test
    void a_caller_who_asks_for_much_and_reads_nothing_of_it_is_cut_off() throws Exception {
        int before = SampleDoors.BROKEN_OFF.get();
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.35"), 0));
            socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
            socket.getOutputStream()
                    .write("GET /samples/long HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(somebody())
                            .getBytes(US_ASCII));
            socket.getOutputStream().flush();

            await().atMost(NEVER_A_HANG).until(() -> SampleDoors.BROKEN_OFF.get() > before);
        }
    }

    @Test
    void more_connections_than_there_may_be_are_closed_and_whoever_comes_later_is_served() throws Exception {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < NarrowLimits.MOST_CONNECTIONS; i++) {
                open.add(connection("127.0.0.29"));
                assertThat(begunAnswer(open.getLast())).isEqualTo("HTTP/1.1");
            }
            try (var oneTooMany = connection("127.0.0.29")) {
                assertThat(isClosedWithin(oneTooMany, NEVER_A_HANG)).isTrue();
            }
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
        await().atMost(NEVER_A_HANG).ignoreExceptions().until(() -> {
            try (var http = from("127.0.0.30")) {
                return status(http, get("/samples/open", "")) == 200;
            }
        });
    }

    @Test
    void while_every_connection_to_the_database_is_taken_callers_are_told_to_come_again() throws Exception {
        try (var http = from("127.0.0.31")) {
            var taken = everyConnection();
            HttpResponse<String> answer;
            try {
                answer = http.send(get(READS, somebody()), BodyHandlers.ofString());
            } finally {
                giveBack(taken);
            }

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("urn:partnership-fund:problem:temporarily-unavailable");
            assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
            await().atMost(NEVER_A_HANG).until(() -> status(http, get(READS, somebody())) == 200);
        }
    }

    @Test
    void a_crowd_before_an_empty_pool_is_answered_within_seconds_and_most_of_it_at_once() throws Exception {
        int crowd = 3 * NarrowLimits.MOST_UNDER_WAY;
        try (var http = from("127.0.0.32")) {
            var taken = everyConnection();
            List<HttpResponse<String>> answers;
            try {
                var asked = IntStream.range(0, crowd)
                        .mapToObj(_ -> http.sendAsync(get(READS, somebody()), BodyHandlers.ofString()))
                        .toList();
                answers = asked.stream().map(CompletableFuture::join).toList();
            } finally {
                giveBack(taken);
            }

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
            });
            assertThat(answers)
                    .anySatisfy(answer -> assertThat(answer.body()).contains("So many requests are being answered"));
            await().atMost(NEVER_A_HANG).until(() -> status(http, get(READS, somebody())) == 200);
        }
    }

    @Test
    void nobody_waits_for_ever_for_a_row_that_somebody_else_holds() throws Exception {
        try (var http = from("127.0.0.33");
                var holder = DriverManager.getConnection(url, superuser, password)) {
            holder.setAutoCommit(false);
            try (var statement = holder.createStatement()) {
                assertThat(statement.execute("LOCK TABLE scope_record IN EXCLUSIVE MODE"))
                        .isFalse();
            }

            var answer = http.send(order(somebody()), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
            holder.rollback();
            assertThat(status(http, order(somebody()))).isEqualTo(201);
        }
    }

    /** The first refusal, or what was answered when we had asked often enough; never so often that it is too fast. */
    private HttpResponse<String> afterSome(HttpClient http, String token) throws Exception {
        var answer = http.send(get("/samples", token), BodyHandlers.ofString());
        for (int i = 0; i < NarrowLimits.AT_ONCE / 2 && answer.statusCode() != 429; i++) {
            answer = http.send(get("/samples", token), BodyHandlers.ofString());
        }
        return answer;
    }

    private static String somebody() {
        return Tokens.of(UUID.randomUUID().toString(), Roles.BUDGET_OFFICE);
    }

    /** All of 127.0.0.0/8 is this machine: a test that comes from elsewhere in it is another address to the service. */
    private static HttpClient from(String address) throws IOException {
        return HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(address))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private HttpRequest get(String path, String token) {
        return request(path, token).GET().build();
    }

    private HttpRequest order(String token) {
        return request("/samples", token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"tutoring\"}"))
                .build();
    }

    private HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(service.resolve(path)).timeout(NEVER_A_HANG);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static int status(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpResponse<String> untilRefused(HttpClient http, String token) throws Exception {
        var path = token.isEmpty() ? "/samples/open" : "/samples";
        for (int i = 0; i < NarrowLimits.AT_ONCE; i++) {
            assertThat(http.send(get(path, token), BodyHandlers.ofString()).statusCode())
                    .as("request %d of those that may come at once", i + 1)
                    .isEqualTo(200);
        }
        for (int i = 0; i < 10 * NarrowLimits.AT_ONCE; i++) {
            var answer = http.send(get(path, token), BodyHandlers.ofString());
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("was never refused");
    }

    private Socket connection(String from) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
        return socket;
    }

    /** Asks something on a line that stays open, and whether it is answered; 429 is an answer, too. */
    private static String begunAnswer(Socket socket) throws IOException {
        socket.setSoTimeout((int) NEVER_A_HANG.toMillis());
        socket.getOutputStream().write("GET /samples/open HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return new String(socket.getInputStream().readNBytes("HTTP/1.1".length()), US_ASCII);
    }

    private static void announce(Socket socket, String path, String type, int length) throws IOException {
        announce(socket, somebody(), path, type, length);
    }

    private static void announce(Socket socket, String token, String path, String type, int length) throws IOException {
        socket.getOutputStream().write("""
                        POST %s HTTP/1.1
                        Host: localhost
                        Authorization: Bearer %s
                        Idempotency-Key: %s
                        Content-Type: %s
                        Content-Length: %d

                        """.formatted(path, token, UUID.randomUUID(), type, length)
                .replace("\n", "\r\n")
                .getBytes(US_ASCII));
        socket.getOutputStream().flush();
    }

    /** Sends a byte, listens a moment, and so on; what is answered. */
    private static String drip(Socket socket) throws IOException {
        socket.setSoTimeout(100);
        var started = System.nanoTime();
        var answer = new StringBuilder();
        while (System.nanoTime() - started < 3 * NEVER_A_HANG.toNanos()) {
            try {
                socket.getOutputStream().write(' ');
                socket.getOutputStream().flush();
                int next;
                while ((next = socket.getInputStream().read()) >= 0) {
                    answer.append((char) next);
                }
                return answer.toString();
            } catch (SocketTimeoutException _) {
                // nothing yet: the next byte
            } catch (SocketException _) {
                // the line was closed while a byte was on its way; what was answered before is what counts
                return answer.toString();
            }
        }
        throw new AssertionError("was waited for without end");
    }

    private static boolean isClosedWithin(Socket socket, Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            int next;
            do {
                next = socket.getInputStream().read();
            } while (next >= 0);
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (SocketException _) {
            return true;
        }
    }

    private List<Connection> everyConnection() throws SQLException {
        int all = pool.getConfiguration().connectionPoolConfiguration().maxSize();
        List<Connection> taken = new ArrayList<>();
        var until = System.nanoTime() + NEVER_A_HANG.toNanos();
        while (taken.size() < all) {
            try {
                taken.add(pool.getConnection());
            } catch (SQLException e) {
                // The service itself looks at something with one of them, and gives it back.
                if (System.nanoTime() > until) {
                    giveBack(taken);
                    throw new AssertionError(
                            "after %d s somebody still keeps %d of %d connections"
                                    .formatted(NEVER_A_HANG.toSeconds(), all - taken.size(), all),
                            e);
                }
            }
        }
        return taken;
    }

    private static void giveBack(List<Connection> taken) throws SQLException {
        for (var connection : taken) {
            connection.close();
        }
    }
}
