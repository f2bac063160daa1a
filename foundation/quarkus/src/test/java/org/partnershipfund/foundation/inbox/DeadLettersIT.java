package org.partnershipfund.foundation.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.sql.Superuser;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

@QuarkusTest
@WithTestResource(BackboneResource.class)
class DeadLettersIT {

    @Inject
    Inbox inbox;

    @Inject
    Tables tables;

    @Inject
    Behaviour behaviour;

    private static RequestSpecification operator() {
        return given().auth()
                .oauth2(Tokens.as("operator"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID());
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        inbox.hear(Said.CHANNEL, record);
    }

    /** A fund whose first event failed and whose second waits behind it. */
    private String failedFund(UUID fund) {
        behaviour.of(fund.toString(), () -> {
            throw new IllegalStateException("not yet");
        });
        hear(Said.fundOpened(fund, UUID.randomUUID(), "first"));
        hear(Said.fundOpened(fund, UUID.randomUUID(), "second"));
        return fund.toString();
    }

    private static List<String> idsOf(String subject) {
        return given().auth()
                .oauth2(Tokens.as("records-auditor"))
                .get("/dead-letters?subject=" + subject)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class);
    }

    @Test
    void an_operator_repairs_the_cause_and_redrives_the_letter_and_the_ones_behind_follow_in_order() {
        String fund = failedFund(UUID.randomUUID());
        List<String> ids = idsOf(fund);
        assertThat(tables.letters(fund)).containsExactly("dead failed", "parked waits-behind");

        behaviour.normalFor(fund);
        operator()
                .post("/dead-letters/{id}/redrive", ids.getFirst())
                .then()
                .statusCode(202)
                .body("due", equalTo(true));

        soon().untilAsserted(() -> assertThat(tables.effects(fund)).containsExactly("first", "second"));
        assertThat(tables.letters(fund)).containsExactly("redriven failed", "redriven waits-behind");
    }

    @Test
    void a_letter_that_fails_again_is_dead_again_and_counts_its_attempts() {
        String fund = failedFund(UUID.randomUUID());
        String first = idsOf(fund).getFirst();

        operator().post("/dead-letters/{id}/redrive", first).then().statusCode(202);

        soon().untilAsserted(() -> given().auth()
                .oauth2(Tokens.as("operator"))
                .get("/dead-letters/{id}", first)
                .then()
                .statusCode(200)
                .body("letter.due", equalTo(false))
                .body("letter.attempts", equalTo(2)));
        assertThat(tables.letters(fund)).containsExactly("dead failed", "parked waits-behind");
        assertThat(tables.effects(fund)).isEmpty();
    }

    @Test
    void a_letter_is_discarded_with_a_reason_and_the_ones_behind_follow() {
        String fund = failedFund(UUID.randomUUID());
        String first = idsOf(fund).getFirst();
        behaviour.normalFor(fund);

        operator()
                .header("X-Reason", "ticket 17")
                .body(Map.of("reason", "  said twice by mistake "))
                .post("/dead-letters/{id}/discard", first)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("state", equalTo("discarded"))
                .body("resolution", equalTo("said twice by mistake"))
                .body("resolvedBy", endsWith(Tokens.subject("operator")));

        soon().untilAsserted(() -> assertThat(tables.effects(fund)).containsExactly("second"));
        assertThat(tables.letters(fund)).containsExactly("discarded failed", "redriven waits-behind");
        assertThat(tables.audit(first))
                .containsExactly(Tokens.ISSUER + " " + Tokens.subject("operator") + " operator ticket 17");
    }

    @Test
    void what_is_settled_stays_settled() {
        String fund = failedFund(UUID.randomUUID());
        String first = idsOf(fund).getFirst();
        operator()
                .body(Map.of("reason", "enough"))
                .post("/dead-letters/{id}/discard", first)
                .then()
                .statusCode(200);

        operator()
                .post("/dead-letters/{id}/redrive", first)
                .then()
                .statusCode(409)
                .body("type", endsWith("letter-not-open"));
        operator()
                .body(Map.of("reason", "again"))
                .post("/dead-letters/{id}/discard", first)
                .then()
                .statusCode(409)
                .body("type", endsWith("letter-not-open"));
    }

    @Test
    void a_letter_behind_another_is_not_redriven_out_of_turn() {
        String fund = failedFund(UUID.randomUUID());
        List<String> ids = idsOf(fund);

        operator()
                .post("/dead-letters/{id}/redrive", ids.getLast())
                .then()
                .statusCode(409)
                .body("type", endsWith("letter-not-first"))
                .body("detail", containsString(ids.getFirst()));
    }

    @Test
    void many_letters_are_redriven_at_once_with_an_answer_for_each() {
        List<String> funds = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            String fund = failedFund(UUID.randomUUID());
            funds.add(fund);
            ids.addAll(idsOf(fund));
            behaviour.normalFor(fund);
        }
        String nobody = UUID.randomUUID().toString();
        ids.add(nobody);

        operator()
                .body(Map.of("ids", ids))
                .post("/dead-letters/redrive")
                .then()
                .statusCode(202)
                .body("items.id", equalTo(ids))
                .body(
                        "items.outcome",
                        contains(
                                "accepted",
                                "not-first",
                                "accepted",
                                "not-first",
                                "accepted",
                                "not-first",
                                "no-such-letter"));

        soon().untilAsserted(() -> assertThat(funds)
                .allSatisfy(fund -> assertThat(tables.effects(fund)).containsExactly("first", "second")));
    }

    /** One asks for letters of the lanes a, b, the other of b, a; both wait for the same lane, and then go on. */
    @Test
    void two_operators_who_redrive_the_same_lanes_do_not_lock_each_other_out() throws SQLException {
        String a = UUID.randomUUID().toString();
        String b = UUID.randomUUID().toString();
        for (String fund : List.of(a, b, b, a)) {
            behaviour.of(fund, () -> {
                throw new IllegalStateException("not yet");
            });
            hear(Said.fundOpened(UUID.fromString(fund), UUID.randomUUID(), "note"));
        }
        List<String> ofA = idsOf(a);
        List<String> ofB = idsOf(b);
        try (ExecutorService operators = Executors.newFixedThreadPool(2);
                Connection holder = Superuser.connect(Superuser.setting("testkit.postgres.superuser"))) {
            holder.setAutoCommit(false);
            lockLaneOf(holder, ofA.getFirst());

            var one = operators.submit(() -> redrive(List.of(ofA.getFirst(), ofB.getFirst())));
            soon().until(() -> waitingForALane() == 1);
            var other = operators.submit(() -> redrive(List.of(ofB.getFirst(), ofA.getLast())));
            soon().until(() -> waitingForALane() == 2);
            holder.commit();

            assertThat(one).succeedsWithin(Duration.ofSeconds(90)).isEqualTo(202);
            assertThat(other).succeedsWithin(Duration.ofSeconds(90)).isEqualTo(202);
        }
    }

    private static int redrive(List<String> ids) {
        return operator().body(Map.of("ids", ids)).post("/dead-letters/redrive").statusCode();
    }

    private static void lockLaneOf(Connection holder, String letter) throws SQLException {
        try (PreparedStatement lock = holder.prepareStatement(
                "SELECT pg_advisory_xact_lock(hashtextextended('lane ' || lane, 0)) FROM dead_letter WHERE id = ?")) {
            lock.setObject(1, UUID.fromString(letter));
            assertThat(lock.execute()).isTrue();
        }
    }

    private long waitingForALane() {
        return tables.count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");
    }

    @Test
    void the_same_request_sent_twice_is_one_redrive() {
        String fund = failedFund(UUID.randomUUID());
        String first = idsOf(fund).getFirst();
        String key = UUID.randomUUID().toString();

        for (int n = 0; n < 2; n++) {
            given().auth()
                    .oauth2(Tokens.as("operator"))
                    .header("Idempotency-Key", key)
                    .post("/dead-letters/{id}/redrive", first)
                    .then()
                    .statusCode(202);
        }

        soon().untilAsserted(() -> given().auth()
                .oauth2(Tokens.as("operator"))
                .get("/dead-letters/{id}", first)
                .then()
                .body("letter.due", equalTo(false)));
        assertThat(tables.audit(first)).hasSize(1);
    }

    @Test
    void a_letter_shows_the_record_as_it_came() {
        String subject = UUID.randomUUID().toString();
        byte[] bytes = {(byte) 0xC3, 0x28, 0};
        ConsumerRecord<String, byte[]> broken =
                Said.record(subject, Said.headers(Events.FUND_OPENED.type(), UUID.randomUUID(), subject), bytes);
        hear(broken);
        String id = idsOf(subject).getFirst();

        given().auth()
                .oauth2(Tokens.as("records-auditor"))
                .get("/dead-letters/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("letter.state", equalTo("dead"))
                .body("letter.kind", equalTo("unreadable"))
                .body("key", equalTo(subject))
                .body("headers.find { it.name == 'ce_type' }.value.text", equalTo(Events.FUND_OPENED.type()))
                .body("value.base64", equalTo(Base64.getEncoder().encodeToString(bytes)))
                .body("value.text", nullValue());
    }

    @Test
    void a_record_that_can_be_read_after_a_repair_takes_effect_once() {
        UUID fund = UUID.randomUUID();
        ConsumerRecord<String, byte[]> genuine = Said.fundOpened(fund, UUID.randomUUID(), "once");
        Said.set(genuine.headers(), "ce_specversion", "0.9");
        hear(genuine);
        String id = idsOf(fund.toString()).getFirst();

        tables.repairSpecversion(UUID.fromString(id));
        operator().post("/dead-letters/{id}/redrive", id).then().statusCode(202);

        soon().untilAsserted(() -> assertThat(tables.letters(fund.toString())).containsExactly("redriven unreadable"));
        Said.set(genuine.headers(), "ce_specversion", "1.0");
        hear(genuine);
        assertThat(tables.effects(fund.toString())).containsExactly("once");
    }

    @Test
    void letters_are_listed_by_page_state_type_and_subject() {
        String fund = failedFund(UUID.randomUUID());
        String query = "/dead-letters?limit=1&subject=" + fund + "&type=" + Events.FUND_OPENED.type();

        String next = operator()
                .get(query)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("dead"))
                .extract()
                .path("next");
        operator()
                .get(query + "&after=" + next)
                .then()
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("parked"))
                .body("next", nullValue());
        operator().get(query + "&state=discarded").then().body("items", hasSize(0));
        operator().get("/dead-letters?type=nothing").then().body("items", hasSize(0));
        operator().get("/dead-letters?state=lost").then().statusCode(400);
    }

    @Test
    void letters_that_changed_later_are_listed_also_if_they_came_earlier() {
        String settled = failedFund(UUID.randomUUID());
        String untouched = failedFund(UUID.randomUUID());
        String between = operator()
                .get("/dead-letters?subject=" + untouched)
                .then()
                .extract()
                .path("items[1].modifiedAt");
        operator()
                .body(Map.of("reason", "enough"))
                .post("/dead-letters/{id}/discard", idsOf(settled).getFirst())
                .then()
                .statusCode(200);

        String changed = "/dead-letters?modifiedAfter=" + between + "&subject=";

        operator().get(changed + settled).then().body("items.state", hasItem("discarded"));
        operator().get(changed + untouched).then().body("items", hasSize(0));
    }

    @Test
    void a_reason_is_asked_for() {
        String fund = failedFund(UUID.randomUUID());

        operator()
                .body(Map.of("reason", " "))
                .post("/dead-letters/{id}/discard", idsOf(fund).getFirst())
                .then()
                .statusCode(400);

        assertThat(tables.letters(fund)).containsExactly("dead failed", "parked waits-behind");
    }

    @Test
    void what_does_not_exist_is_not_found() {
        UUID nobody = UUID.randomUUID();

        operator().get("/dead-letters/{id}", nobody).then().statusCode(404);
        operator().post("/dead-letters/{id}/redrive", nobody).then().statusCode(404);
        operator()
                .body(Map.of("reason", "x"))
                .post("/dead-letters/{id}/discard", nobody)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"budget-office", "school-leader", "system", "partner"})
    void letters_are_the_operators_business(String role) {
        given().auth().oauth2(Tokens.as(role)).get("/dead-letters").then().statusCode(403);
        given().auth()
                .oauth2(Tokens.as(role))
                .get("/dead-letters/{id}", UUID.randomUUID())
                .then()
                .statusCode(403);
    }

    @Test
    void an_auditor_reads_and_touches_nothing() {
        UUID id = UUID.randomUUID();
        RequestSpecification auditor = given().auth()
                .oauth2(Tokens.as("records-auditor"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID());

        auditor.body("{\"reason\": \"x\"}".getBytes(StandardCharsets.UTF_8))
                .post("/dead-letters/{id}/discard", id)
                .then()
                .statusCode(403);
        given().get("/dead-letters").then().statusCode(401);
    }
}
