package org.partnershipfund.foundation.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.foundation.web.Doors.json;
import static org.partnershipfund.foundation.web.Doors.office;
import static org.partnershipfund.foundation.web.Doors.problemOf;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

/** A POST that is sent again is done once and answered alike (design §5). */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class IdempotencyIT {

    private static final String ORDER = "{\"name\": \"tutoring\"}";

    @Inject
    DataSource database;

    @Inject
    ExpiredKeys expired;

    private final String key = UUID.randomUUID().toString();

    @Test
    void the_same_request_gets_the_same_bytes_and_is_done_once() {
        int before = SampleDoors.WORK_DONE.get();

        Response first = order(ORDER);
        Response again = order(ORDER);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(SampleDoors.WORK_DONE.get()).isEqualTo(before + 1);
    }

    @Test
    void a_discreet_door_keeps_neither_who_asked_nor_what_was_answered() throws Exception {
        int before = SampleDoors.WORK_DONE.get();
        var asking = office().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(ORDER);

        Response first = asking.post("/samples/secrets");
        Response again = asking.post("/samples/secrets");
        Response other = office().contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"name\": \"counselling\"}")
                .post("/samples/secrets");
        Response theirs = given().auth()
                .oauth2(Tokens.of("somebody-else", Roles.BUDGET_OFFICE))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(ORDER)
                .post("/samples/secrets");

        assertThat(first.asString()).contains("told once to tutoring");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.asString()).isEmpty();
        assertThat(problemOf(other)).isEqualTo("idempotency-key-reused");
        assertThat(theirs.asString()).contains("told once to tutoring");
        assertThat(SampleDoors.WORK_DONE.get()).isEqualTo(before + 2);
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "SELECT to_jsonb(k)::text FROM idempotency_key k WHERE path = '/samples/secrets'");
                var rows = query.executeQuery()) {
            int found = 0;
            while (rows.next()) {
                found++;
                assertThat(rows.getString(1))
                        .doesNotContain(
                                key, "told once", "somebody-else", Tokens.ISSUER, Tokens.subject(Roles.BUDGET_OFFICE));
            }
            assertThat(found).isEqualTo(2);
        }
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        assertThat(order(ORDER).statusCode()).isEqualTo(201);

        Response other = order("{\"name\": \"counselling\"}");

        assertThat(problemOf(other)).isEqualTo("idempotency-key-reused");
        assertThat(other.statusCode()).isEqualTo(422);
    }

    @Test
    void another_query_under_the_same_key_is_refused() {
        var upload = office().contentType("text/csv").header("Idempotency-Key", key);
        assertThat(upload.body("school_code,pupils\n00350001,5\n")
                        .post("/samples/uploads?dryRun=true")
                        .statusCode())
                .isEqualTo(200);

        Response other = office().contentType("text/csv")
                .header("Idempotency-Key", key)
                .body("school_code,pupils\n00350001,5\n")
                .post("/samples/uploads?dryRun=false");

        assertThat(problemOf(other)).isEqualTo("idempotency-key-reused");
    }

    @Test
    void the_same_key_of_somebody_else_is_another_key() {
        Response mine = order(ORDER);

        Response theirs = given().auth()
                .oauth2(Tokens.of("somebody-else", Roles.BUDGET_OFFICE))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(ORDER)
                .post("/samples");

        assertThat(theirs.statusCode()).isEqualTo(201);
        assertThat(theirs.asString()).isNotEqualTo(mine.asString());
    }

    @Test
    void a_replay_is_authorised_like_its_first_run() {
        assertThat(order(ORDER).statusCode()).isEqualTo(201);

        Response demoted = given().auth()
                .oauth2(Tokens.of(Tokens.subject(Roles.BUDGET_OFFICE), Roles.PARTNER))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(ORDER)
                .post("/samples");

        assertThat(demoted.statusCode()).isEqualTo(403);
    }

    @Test
    void a_refusal_takes_everything_back_with_its_key() throws SQLException {
        Response refused = order("{\"name\": \"refuse %s\"}".formatted(key));
        Response repaired = order(ORDER);

        assertThat(problemOf(refused)).isEqualTo("sample-not-funded");
        assertThat(count("SELECT count(*) FROM scope_record WHERE subject LIKE 'refuse " + key + "%'"))
                .isZero();
        assertThat(repaired.statusCode()).isEqualTo(201);
        assertThat(repaired.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void a_failure_on_our_side_is_never_kept() {
        Response failed = office().header("Idempotency-Key", key).post("/samples/broken");
        Response again = office().header("Idempotency-Key", key).post("/samples/broken");

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(again.statusCode()).isEqualTo(500);
        assertThat(again.header("Idempotent-Replayed")).isNull();
    }

    @Test
    void twins_are_done_once_whoever_is_faster() {
        int before = SampleDoors.WORK_DONE.get();
        try (var twins = Executors.newFixedThreadPool(8)) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(twin -> CompletableFuture.supplyAsync(() -> order(ORDER), twins))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(answers).allMatch(answer -> answer.statusCode() == 201 || answer.statusCode() == 409);
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).isNotEmpty();
            assertThat(answers.stream()
                            .filter(answer -> answer.statusCode() == 201)
                            .map(Response::asString)
                            .distinct())
                    .hasSize(1);
        }
        assertThat(SampleDoors.WORK_DONE.get()).isEqualTo(before + 1);
    }

    @Test
    void a_twin_waits_two_seconds_at_most_and_is_told_to_come_back() {
        try (var slow = Executors.newSingleThreadExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> slowOrder(4), slow);
            Response twin = whileTheFirstRuns();

            assertThat(problemOf(twin)).isEqualTo("idempotency-key-in-use");
            assertThat(twin.statusCode()).isEqualTo(409);
            assertThat(twin.header("Retry-After")).isEqualTo("2");
            // That it waited no longer than the first worked, its answer says: later it would have been a replay.
            assertThat(twin.time()).isGreaterThanOrEqualTo(1_900L);
            assertThat(first.join().statusCode()).isEqualTo(200);
        }
        assertThat(slowOrder(4).header("Idempotent-Replayed")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"has a blank", "ümlaut", "tab\there"})
    void a_key_is_visible_ascii(String odd) {
        Response answer = json(ORDER).header("Idempotency-Key", odd).post("/samples");

        assertThat(problemOf(answer)).isEqualTo("invalid-parameter");
    }

    @Test
    void a_key_older_than_a_day_may_be_used_again() throws SQLException {
        Response first = order(ORDER);
        grow(key, "25 hours");

        Response nextDay = order(ORDER);

        assertThat(nextDay.statusCode()).isEqualTo(201);
        assertThat(nextDay.header("Idempotent-Replayed")).isNull();
        assertThat(nextDay.asString()).isNotEqualTo(first.asString());
    }

    @Test
    void keys_older_than_a_day_are_removed_and_younger_ones_stay() throws SQLException {
        assertThat(order(ORDER).statusCode()).isEqualTo(201);
        grow(key, "25 hours");
        var young = UUID.randomUUID().toString();
        assertThat(json(ORDER).header("Idempotency-Key", young).post("/samples").statusCode())
                .isEqualTo(201);
        grow(young, "23 hours");

        boolean more = expired.removeSome();

        assertThat(more).isFalse();
        assertThat(count("SELECT count(*) FROM idempotency_key WHERE key = '" + key + "'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM idempotency_key WHERE key = '" + young + "'"))
                .isOne();
    }

    @Test
    void a_long_upload_is_compared_to_the_last_byte() {
        var lines = new StringBuilder("school_code,pupils\n");
        IntStream.range(0, 40_000).forEach(number -> lines.append("%08d,7\n".formatted(number)));

        Response first = upload(lines.toString());
        Response again = upload(lines.toString());
        Response other = upload(lines.toString().replaceAll("7\n$", "8\n"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.<Integer>path("rows")).isEqualTo(40_000);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.statusCode()).isEqualTo(422);
    }

    private Response order(String body) {
        return json(body).header("Idempotency-Key", key).post("/samples");
    }

    private Response slowOrder(int seconds) {
        return office().header("Idempotency-Key", key).post("/samples/slow?seconds=" + seconds);
    }

    /** Asks until the answer shows that the first request holds the key; before that ours would be the first. */
    private Response whileTheFirstRuns() {
        soon().until(() ->
                count("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep%'")
                        > 0);
        return slowOrder(4);
    }

    private Response upload(String csv) {
        return office().contentType("text/csv")
                .header("Idempotency-Key", key)
                .body(csv)
                .post("/samples/uploads");
    }

    private void grow(String ofKey, String older) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.createStatement()) {
            assertThat(update.executeUpdate("UPDATE idempotency_key SET created_at = created_at - interval '" + older
                            + "' WHERE key = '" + ofKey + "'"))
                    .isOne();
        }
    }

    private long count(String query) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var row = select.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }
}
