package org.partnershipfund.foundation.eventlog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

/** Whoever keeps listening hears every event once, from where they were; and nobody can listen for ever or too many. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class EventStreamIT {

    @TestHTTPResource("/events/stream")
    @SuppressWarnings("NullAway.Init") // the test framework sets it
    URI stream;

    @Inject
    EventLog events;

    @Inject
    Sql sql;

    /** One open stream; its lines as they come. */
    private final class Listening implements AutoCloseable {

        private final HttpClient client = HttpClient.newHttpClient();
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
        private final HttpResponse<InputStream> answer;
        private final Thread reader;

        Listening(String token, String query, String... headers) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(stream + query))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "text/event-stream");
            if (headers.length > 0) {
                request.headers(headers);
            }
            answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            reader = Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (var in =
                    new java.io.BufferedReader(new java.io.InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                in.lines().forEach(lines::add);
            } catch (IOException | java.io.UncheckedIOException e) {
                lines.add("cut");
            }
        }

        int status() {
            return answer.statusCode();
        }

        List<String> lines() {
            synchronized (lines) {
                return List.copyOf(lines);
            }
        }

        List<String> of(String field) {
            return lines().stream()
                    .filter(line -> line.startsWith(field + ":"))
                    .map(line -> line.substring(field.length() + 1).strip())
                    .toList();
        }

        boolean hasEnded() {
            return !reader.isAlive();
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    /** One that listens; the places of the tests before are free when the service has noticed that they hung up. */
    private Listening listening(String query, String... headers) {
        return listeningWith(EventStreamIT::operator, query, headers);
    }

    private Listening listeningWith(Supplier<String> token, String query, String... headers) {
        return soon().until(() -> new Listening(token.get(), query, headers), EventStreamIT::isOpen);
    }

    private static boolean isOpen(Listening listening) {
        if (listening.status() == 200) {
            return true;
        }
        listening.close();
        return false;
    }

    private static String operator() {
        return Tokens.as("operator");
    }

    private UUID say(UUID fund) {
        return QuarkusTransaction.requiringNew()
                .call(() -> events.append(Events.FUND_OPENED, fund.toString(), Facts.fundOpened(fund), Facts.AT));
    }

    private void sealed() {
        soon().until(() ->
                sql.list("SELECT seq FROM unsealed", row -> row.getLong(1)).isEmpty());
    }

    @Test
    void an_event_arrives_while_somebody_listens_with_its_position_as_its_id() throws Exception {
        UUID fund = UUID.randomUUID();
        try (var listening = listening("?subject=" + fund)) {
            assertThat(listening.answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");

            UUID id = say(fund);
            var _ = say(UUID.randomUUID());

            soon().until(() -> listening.of("data").size() == 1);
            assertThat(listening.of("data").getFirst())
                    .contains(
                            "\"id\":\"" + id + "\"",
                            "\"position\":\"" + listening.of("id").getFirst() + "\"");
        }
    }

    @Test
    void who_was_cut_off_goes_on_after_the_last_event_without_gap_or_repeat() throws Exception {
        UUID fund = UUID.randomUUID();
        var _ = say(fund);
        var _ = say(fund);
        sealed();
        String last;
        try (var listening = listening("?recent=500&subject=" + fund)) {
            soon().until(() -> listening.of("id").size() == 2);
            last = listening.of("id").getLast();
        }
        UUID missed = say(fund);

        try (var again = listening("?subject=" + fund, "Last-Event-ID", last)) {
            soon().until(() -> !again.of("data").isEmpty());
            UUID live = say(fund);
            soon().until(() -> again.of("data").size() == 2);

            assertThat(again.of("data").getFirst()).contains(missed.toString());
            assertThat(again.of("data").getLast()).contains(live.toString());
        }
    }

    @Test
    void the_newest_events_that_pass_the_filter_come_first_however_many_others_came_since() throws Exception {
        UUID fund = UUID.randomUUID();
        var _ = say(fund);
        UUID newest = say(fund);
        for (int i = 0; i < 5; i++) {
            var _ = say(UUID.randomUUID());
        }
        sealed();

        try (var listening = listening("?recent=1&subject=" + fund)) {
            soon().until(() -> !listening.of("data").isEmpty());
            assertThat(listening.of("data")).hasSize(1);
            assertThat(listening.of("data").getFirst()).contains(newest.toString());
        }
    }

    @Test
    void a_connection_on_which_nothing_happens_is_shown_to_be_alive() throws Exception {
        try (var listening = listening("?subject=nobody-says-anything")) {
            soon().until(() -> listening.of("").size() >= 3);
            assertThat(listening.of("data")).isEmpty();
        }
    }

    @Test
    void a_stream_ends_when_the_token_does_and_says_so() throws Exception {
        // A new one for each attempt: on a busy machine it may end before anybody looks at it.
        try (var listening = listeningWith(() -> Tokens.endingIn(Duration.ofSeconds(3), "operator"), "")) {
            soon().until(listening::hasEnded);
            assertThat(listening.of("event")).contains("end");
            assertThat(listening.of("data").getLast()).contains("the token ended");
        }
    }

    @Test
    void more_listeners_than_there_are_places_are_asked_to_come_again() throws Exception {
        soon().until(() -> {
            try (var one = new Listening(operator(), "");
                    var two = new Listening(operator(), "");
                    var three = new Listening(operator(), "");
                    var four = new Listening(operator(), "")) {
                return one.status() == 200
                        && two.status() == 200
                        && three.status() == 200
                        && four.status() == 503
                        && four.answer.headers().firstValue("Retry-After").isPresent();
            }
        });
        soon().until(() -> {
            try (var free = new Listening(operator(), "")) {
                return free.status() == 200;
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "999999999999"})
    void a_last_id_that_makes_no_sense_is_a_problem(String id) {
        given().auth()
                .oauth2(operator())
                .header("Last-Event-ID", id)
                .get("/events/stream")
                .then()
                .statusCode(400)
                .body("type", endsWith("invalid-parameter"));
    }

    @Test
    void listening_needs_the_same_rights_as_reading() {
        given().get("/events/stream").then().statusCode(401);
        given().auth()
                .oauth2(Tokens.as("budget-office"))
                .get("/events/stream")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.system("contracts:read"))
                .get("/events/stream")
                .then()
                .statusCode(403);
    }

    @Test
    void events_about_an_id_are_found_by_subject_and_by_what_their_data_name() {
        UUID fund = UUID.randomUUID();
        UUID opened = say(fund);
        UUID school = UUID.randomUUID();
        UUID appropriated = QuarkusTransaction.requiringNew()
                .call(() -> events.append(
                        Events.FUND_APPROPRIATED, school.toString(), Facts.fundAppropriated(fund, 1), Facts.AT));
        sealed();

        given().auth()
                .oauth2(operator())
                .get("/events?refersTo=" + fund)
                .then()
                .statusCode(200)
                .body("", hasSize(2))
                .body("[0].id", equalTo(opened.toString()))
                .body("[1].id", equalTo(appropriated.toString()));
        given().auth()
                .oauth2(operator())
                .get("/events?refersTo=" + school + "&refersTo=" + UUID.randomUUID())
                .then()
                .body("", hasSize(1));
    }

    @Test
    void events_are_found_by_the_time_at_which_they_happened() {
        UUID fund = UUID.randomUUID();
        var _ = say(fund);
        sealed();

        String ours = "/events?subject=" + fund;
        given().auth().oauth2(operator()).get(ours + "&from=" + Facts.AT).then().body("", hasSize(1));
        given().auth()
                .oauth2(operator())
                .get(ours + "&until=" + Facts.AT)
                .then()
                .body("", hasSize(0));
        given().auth()
                .oauth2(operator())
                .get(ours + "&from=" + Facts.AT.plusSeconds(1))
                .then()
                .body("", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"refersTo=a%25", "refersTo=abc", "refersTo=a_b_c_d", "from=today", "recent=501", "recent=-1"})
    void a_filter_that_makes_no_sense_is_a_problem(String query) {
        given().auth()
                .oauth2(operator())
                .urlEncodingEnabled(false)
                .get("/events/stream?" + query)
                .then()
                .statusCode(400)
                .body("type", endsWith("invalid-parameter"));
    }
}
