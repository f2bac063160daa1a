package org.partnershipfund.portfolio.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.DIRECTOR;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.STRANGER;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.TEAM_LEAD;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.announceCycle;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.apply;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.as;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.partner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.post;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.put;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerPartner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerProgram;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.team;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.today;
import static org.partnershipfund.testkit.Soon.soon;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.foundation.sql.Transactions;
import org.partnershipfund.portfolio.adapter.Tables;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.webhook.PartnerNews;
import org.partnershipfund.portfolio.webhook.Topic;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswers;

/** A partner's own system is told, over HTTP, what happens to the partner. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
class WebhooksIT {

    @Inject
    PartnerNews news;

    @Inject
    Transactions transactions;

    private final PartnerPortal portal = new PartnerPortal();
    private String alliance = "";

    @BeforeEach
    void a_partner() {
        alliance = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");
    }

    @AfterEach
    void nothing_is_left() {
        Tables.empty();
        portal.close();
    }

    @Test
    void a_new_application_is_told_signed_so_that_the_portal_can_verify_it() {
        String secret = register(portal.url(), "application.changed").path("secret");
        String club =
                registerProgram(DIRECTOR, alliance, "Harbor Homework Club").path("id");
        String cycle = announceCycle("Portfolio", today().minusDays(1), today().plusDays(1))
                .path("id");

        String application = apply(DIRECTOR, club, cycle).path("id");

        soon().until(() -> !portal.messages().isEmpty());
        PartnerPortal.Message message = portal.messages().getFirst();
        assertThatCode(() -> new Webhook(secret).verify(message.body(), message.headers()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new Webhook(secret).verify(message.body() + " ", message.headers()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThat(message.header("webhook-id")).startsWith("msg_");
        JsonPath told = JsonPath.from(message.body());
        assertThat(told.getString("type")).isEqualTo("application.changed");
        assertThat(told.getString("data.applicationId")).isEqualTo(application);
        assertThat(told.getString("data.programId")).isEqualTo(club);
        assertThat(told.getString("data.state")).isNotBlank();
        assertThat(Instant.parse(told.getString("timestamp"))).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void only_the_partner_itself_is_told_and_only_of_what_it_asked_for() {
        String id = register(portal.url(), "invoice.paid").path("webhook.id");
        String other = registerPartner(STRANGER, "Another Alliance").path("id");

        tell(alliance, Topic.SELECTION_APPROVED, UUID.randomUUID());
        tell(other, Topic.INVOICE_PAID, UUID.randomUUID());
        UUID told = UUID.randomUUID();
        tell(alliance, Topic.INVOICE_PAID, told);
        tell(alliance, Topic.INVOICE_PAID, told);

        soon().until(() -> deliveries(id).getList("items.state").equals(List.of("delivered")));
        assertThat(portal.messages()).hasSize(1);
        assertThat(deliveries(id).getString("items[0].messageId")).isEqualTo("msg_" + told);
        assertThat(deliveries(id).getInt("items[0].status")).isEqualTo(204);
    }

    @Test
    void what_is_not_taken_is_sent_again_with_the_same_id() {
        portal.answers(500);
        String id = register(portal.url(), "invoice.paid").path("webhook.id");
        tell(alliance, Topic.INVOICE_PAID, UUID.randomUUID());
        soon().until(() -> deliveries(id).getString("items[0].fault") != null);
        itIsNotTimeYet(id);
        assertThat(deliveries(id).getString("items[0].state")).isEqualTo("waiting");
        assertThat(deliveries(id).getString("items[0].fault")).isEqualTo("it answered 500");
        assertThat(deliveries(id).getInt("items[0].attempts")).isEqualTo(1);

        portal.answers(204);
        itIsTime(id);

        soon().until(() -> deliveries(id).getString("items[0].state").equals("delivered"));
        assertThat(portal.messages())
                .hasSize(2)
                .extracting(message -> message.header("webhook-id"))
                .containsOnly(deliveries(id).getString("items[0].messageId"));
    }

    @Test
    void a_message_that_others_overtook_is_given_up_alone_and_one_that_nothing_overtook_turns_the_webhook_off() {
        portal.answers(503);
        String id = register(portal.url(), "invoice.paid").path("webhook.id");
        tell(alliance, Topic.INVOICE_PAID, UUID.randomUUID());
        soon().until(() -> deliveries(id).getString("items[0].fault") != null);
        itIsNotTimeYet(id);
        portal.answers(204);
        tell(alliance, Topic.INVOICE_PAID, UUID.randomUUID());
        soon().until(() -> deliveries(id).getString("items[0].state").equals("delivered"));

        portal.answers(503);
        itIsTheLastTime(id);
        soon().until(() -> deliveries(id).getString("items[1].state").equals("given-up"));
        assertThat(read(id).<String>path("state")).isEqualTo("on");

        tell(alliance, Topic.INVOICE_PAID, UUID.randomUUID());
        soon().until(() -> deliveries(id).getString("items[0].fault") != null);
        itIsTheLastTime(id);
        soon().until(() -> read(id).path("state").equals("off"));
        read(id).then().body("offReason", equalTo("It took no message in 10 attempts."));
        assertThat(deliveries(id).getString("items[0].state")).isEqualTo("given-up");
    }

    @Test
    void a_portal_that_does_not_answer_delays_nobody_else() {
        try (var silent = new PartnerPortal()) {
            silent.fallSilent();
            String dead = register(silent.url(), "invoice.paid").path("webhook.id");
            String alive = register(portal.url(), "invoice.paid").path("webhook.id");
            for (int i = 0; i < 3; i++) {
                tell(alliance, Topic.INVOICE_PAID, UUID.randomUUID());
            }

            soon().until(() ->
                    deliveries(alive).getList("items.state").equals(List.of("delivered", "delivered", "delivered")));
            assertThat(deliveries(dead).getList("items.state"))
                    .containsOnly("waiting")
                    .hasSize(3);
            soon().until(() -> deliveries(dead).getList("items.attempts", Integer.class).stream()
                            .mapToInt(one -> one)
                            .sum()
                    == 1);
        }
    }

    @Test
    void a_message_whose_sender_died_is_sent_by_the_next() {
        portal.answers(500);
        String id = register(portal.url(), "invoice.paid").path("webhook.id");
        tell(alliance, Topic.INVOICE_PAID, UUID.randomUUID());
        soon().until(() -> deliveries(id).getString("items[0].fault") != null);
        itIsNotTimeYet(id);
        // As it is while it is lent: waiting, without an answer, due when the loan ends, which is now.
        portal.answers(204);
        Tables.run(
                "UPDATE webhook_delivery SET attempts = 2, fault = NULL, status = NULL, next_attempt_at = now() WHERE webhook_id = ?::uuid",
                id);

        soon().until(() -> deliveries(id).getString("items[0].state").equals("delivered"));
        assertThat(deliveries(id).getInt("items[0].attempts")).isEqualTo(3);
    }

    @Test
    void a_portal_that_says_it_is_gone_is_told_nothing_more_until_the_partner_changes_the_webhook() {
        portal.answers(410);
        String id = register(portal.url(), "invoice.paid").path("webhook.id");
        tell(alliance, Topic.INVOICE_PAID, UUID.randomUUID());

        soon().until(() -> read(id).path("state").equals("off"));
        read(id).then().body("offReason", equalTo("It answered 410: gone."));
        assertThat(deliveries(id).getString("items[0].state")).isEqualTo("given-up");
        tell(alliance, Topic.INVOICE_PAID, UUID.randomUUID());
        assertThat(deliveries(id).getList("items")).hasSize(1);

        portal.answers(204);
        put(partner(DIRECTOR), read(id).header("ETag"), asked(portal.url(), "invoice.paid"), "/webhooks/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("on"))
                .body("offReason", nullValue());
        tell(alliance, Topic.INVOICE_PAID, UUID.randomUUID());
        soon().until(() -> portal.messages().size() == 2);
    }

    @Test
    void while_a_secret_is_rotated_both_of_them_verify() {
        Response registered = register(portal.url(), "invoice.paid");
        String id = registered.path("webhook.id");
        String before = registered.path("secret");
        String after = post(partner(DIRECTOR), "", "/webhooks/%s/secret-rotations".formatted(id))
                .then()
                .statusCode(201)
                .extract()
                .path("secret");

        tell(alliance, Topic.INVOICE_PAID, UUID.randomUUID());

        soon().until(() -> !portal.messages().isEmpty());
        PartnerPortal.Message message = portal.messages().getFirst();
        assertThat(after).isNotEqualTo(before);
        for (String secret : List.of(before, after)) {
            assertThatCode(() -> new Webhook(secret).verify(message.body(), message.headers()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_secret_is_shown_once_and_kept_out_of_the_audit_trail() {
        Response registered = register(portal.url(), "invoice.paid");
        String id = registered.path("webhook.id");
        String secret = registered.path("secret");

        assertThat(registered.header("Location")).endsWith("/webhooks/" + id);
        assertThat(read(id).asString()).doesNotContain(secret);
        assertThat(partner(DIRECTOR).get("/partners/{id}/webhooks", alliance).asString())
                .doesNotContain(secret);
        assertThat(Tables.texts("SELECT state_after FROM audit_log WHERE subject = ?", id))
                .hasSize(1)
                .noneMatch(state -> state.contains(secret) || state.contains("whsec_"));
    }

    @Test
    void nobody_else_finds_a_webhook() {
        String id = register(portal.url(), "invoice.paid").path("webhook.id");
        String etag = read(id).header("ETag");

        ProblemAnswers.check(partner(STRANGER).get("/webhooks/{id}", id), 404, "no-such-webhook");
        ProblemAnswers.check(partner(STRANGER).get("/webhooks/{id}/deliveries", id), 404, "no-such-webhook");
        ProblemAnswers.check(partner(STRANGER).get("/partners/{id}/webhooks", alliance), 404, "no-such-partner");
        ProblemAnswers.check(
                post(partner(STRANGER), asked(portal.url(), "invoice.paid"), "/partners/" + alliance + "/webhooks"),
                404,
                "no-such-partner");
        ProblemAnswers.check(
                post(partner(STRANGER), "", "/webhooks/%s/secret-rotations".formatted(id)), 404, "no-such-webhook");
        ProblemAnswers.check(
                put(partner(STRANGER), etag, asked(portal.url(), "invoice.paid"), "/webhooks/" + id),
                404,
                "no-such-webhook");
        ProblemAnswers.check(
                partner(STRANGER).header("If-Match", etag).delete("/webhooks/{id}", id), 404, "no-such-webhook");
        team(TEAM_LEAD).get("/webhooks/{id}", id).then().statusCode(200);
        as("school-leader").get("/webhooks/{id}", id).then().statusCode(403);
    }

    @Test
    void one_that_was_removed_is_told_nothing_and_is_not_there() {
        String id = register(portal.url(), "invoice.paid").path("webhook.id");
        portal.answers(500);
        tell(alliance, Topic.INVOICE_PAID, UUID.randomUUID());
        String etag = read(id).header("ETag");

        ProblemAnswers.check(partner(DIRECTOR).delete("/webhooks/{id}", id), 428, "if-match-missing");
        ProblemAnswers.check(
                partner(DIRECTOR).header("If-Match", "\"99\"").delete("/webhooks/{id}", id), 412, "stale-state");
        partner(DIRECTOR)
                .header("If-Match", etag)
                .delete("/webhooks/{id}", id)
                .then()
                .statusCode(204);

        ProblemAnswers.check(read(id), 404, "no-such-webhook");
        assertThat(Tables.texts("SELECT place FROM webhook_delivery WHERE webhook_id = ?::uuid", id))
                .isEmpty();
    }

    @Test
    void a_sixth_webhook_is_refused_and_a_list_has_pages() {
        for (int i = 0; i < 5; i++) {
            register(portal.url() + "/" + i, "invoice.paid").then().statusCode(201);
        }

        ProblemAnswers.check(register(portal.url() + "/5", "invoice.paid"), 409, "too-many-webhooks");
        Response first = partner(DIRECTOR).queryParam("limit", 3).get("/partners/{id}/webhooks", alliance);
        first.then().statusCode(200).body("items", hasSize(3));
        partner(DIRECTOR)
                .queryParam("limit", 3)
                .queryParam("after", first.<String>path("next"))
                .get("/partners/{id}/webhooks", alliance)
                .then()
                .body("items", hasSize(2))
                .body("next", nullValue());
    }

    @ParameterizedTest(name = "{0} is no address for messages")
    @ValueSource(strings = {"ftp://portal.example.org/", "https://me:secret@portal.example.org/", "not an address"})
    void what_is_no_address_is_refused_with_what_it_must_be(String url) {
        Response refused = register(url, "invoice.paid");

        ProblemAnswers.check(refused, 422, "webhook-target-not-allowed");
        assertThat(refused.<String>path("detail")).contains("https://portal.example.org/webhooks");
    }

    @ParameterizedTest(name = "{0} is 400")
    @ValueSource(
            strings = {
                "{\"url\": \"https://portal.example.org/\", \"topics\": []}",
                "{\"url\": \"https://portal.example.org/\", \"topics\": [\"weather.changed\"]}",
                "{\"url\": \"https://portal.example.org/\", \"topics\": [null]}",
                "{\"topics\": [\"invoice.paid\"]}",
                "{\"url\": \"https://portal.example.org/\", \"topics\": [\"invoice.paid\"], \"secret\": \"mine\"}",
            })
    void what_is_no_webhook_is_not_registered(String body) {
        assertThat(post(partner(DIRECTOR), body, "/partners/" + alliance + "/webhooks")
                        .statusCode())
                .isEqualTo(400);
    }

    /** It is sent again after five seconds: before, on a busy machine, the test may not have said how it is answered. */
    private static void itIsNotTimeYet(String webhook) {
        Tables.run(
                "UPDATE webhook_delivery SET next_attempt_at = now() + interval '1 day' WHERE webhook_id = ?::uuid AND state = 'waiting'",
                webhook);
    }

    private static void itIsTime(String webhook) {
        Tables.run(
                "UPDATE webhook_delivery SET next_attempt_at = now() WHERE webhook_id = ?::uuid AND state = 'waiting'",
                webhook);
    }

    private static void itIsTheLastTime(String webhook) {
        Tables.run(
                "UPDATE webhook_delivery SET attempts = 9, next_attempt_at = now() WHERE webhook_id = ?::uuid AND state = 'waiting'",
                webhook);
    }

    private Response register(String url, String topic) {
        return post(partner(DIRECTOR), asked(url, topic), "/partners/" + alliance + "/webhooks");
    }

    private static String asked(String url, String topic) {
        return "{\"url\": \"%s\", \"topics\": [\"%s\"]}".formatted(url, topic);
    }

    private static Response read(String id) {
        return partner(DIRECTOR).get("/webhooks/{id}", id);
    }

    private static JsonPath deliveries(String id) {
        return partner(DIRECTOR).get("/webhooks/{id}/deliveries", id).jsonPath();
    }

    private void tell(String partner, Topic topic, UUID message) {
        boolean _ = transactions.inNew(() -> {
            news.tell(
                    new PartnerId(UUID.fromString(partner)),
                    message,
                    topic,
                    Map.of("amount", "52775.72"),
                    Instant.parse("2018-07-02T12:00:00Z"));
            return true;
        });
    }
}
