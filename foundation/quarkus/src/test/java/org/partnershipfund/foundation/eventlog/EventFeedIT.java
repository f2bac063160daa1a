package org.partnershipfund.foundation.eventlog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

@QuarkusTest
@WithTestResource(BackboneResource.class)
class EventFeedIT {

    private static final int WRITERS = 4;
    private static final int EVENTS = 60;

    @Inject
    EventLog events;

    @Inject
    EventFeed feed;

    @Inject
    Sql sql;

    private UUID say(UUID fund) {
        return QuarkusTransaction.requiringNew()
                .call(() -> events.append(Events.FUND_OPENED, fund.toString(), Facts.fundOpened(fund), Facts.AT));
    }

    private void sealed() {
        soon().until(() ->
                sql.list("SELECT seq FROM unsealed", row -> row.getLong(1)).isEmpty());
    }

    private static Response read(String address) {
        return given().auth()
                .oauth2(Tokens.system("events:read"))
                .urlEncodingEnabled(false)
                .get(address);
    }

    private static String next(Response answer) {
        String link = answer.header("Link");
        assertThat(link).contains("rel=\"next\"");
        URI address = URI.create(link.substring(link.indexOf('<') + 1, link.indexOf('>')));
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    @Test
    void an_event_is_told_as_cloudevents_says_with_its_very_bytes() {
        UUID fund = UUID.randomUUID();
        UUID id = say(fund);
        sealed();

        Response answer = read("/events?subject=" + fund);

        answer.then()
                .statusCode(200)
                .contentType("application/cloudevents-batch+json")
                .body("", hasSize(1))
                .body("[0].specversion", equalTo("1.0"))
                .body("[0].id", equalTo(id.toString()))
                .body("[0].source", equalTo("/allocation-service"))
                .body("[0].type", equalTo("org.partnershipfund.allocation.FundOpened.v1"))
                .body("[0].subject", equalTo(fund.toString()))
                .body("[0].time", equalTo(Facts.AT.toString()))
                .body("[0].datacontenttype", equalTo("application/json"))
                .body("[0].data.pool.amount", equalTo("5700000.00"));
        assertThat(answer.asString()).contains("\"data\":" + new WireJson().write(Facts.fundOpened(fund)));
    }

    @Test
    void a_reader_who_follows_the_links_while_others_write_gets_every_event_once_and_in_order_per_subject() {
        long begin = feed.last();
        Map<String, List<String>> written = new ConcurrentHashMap<>();
        Map<String, List<String>> read = new HashMap<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                UUID fund = UUID.randomUUID();
                writers.execute(() -> {
                    for (int n = 0; n < EVENTS; n++) {
                        written.computeIfAbsent(fund.toString(), _ -> new ArrayList<>())
                                .add(say(fund).toString());
                    }
                });
            }
            String address = "/events?limit=7&after=" + begin;
            Instant giveUp = Instant.now().plus(Duration.ofMinutes(3));
            int all = 0;
            while (all < WRITERS * EVENTS && Instant.now().isBefore(giveUp)) {
                Response answer = read(address);
                for (Map<String, String> event : answer.jsonPath().<Map<String, String>>getList("")) {
                    read.computeIfAbsent(String.valueOf(event.get("subject")), _ -> new ArrayList<>())
                            .add(String.valueOf(event.get("id")));
                    all++;
                }
                address = next(answer);
            }
        }

        assertThat(read).isEqualTo(written);
    }

    @Test
    void a_reader_learns_that_there_is_nothing_newer_and_where_to_go_on() {
        sealed();
        UUID fund = UUID.randomUUID();
        Response nothing = read("/events?after=" + feed.last());
        nothing.then().statusCode(200).header("Feed-Caught-Up", "true").body("", hasSize(0));

        UUID id = say(fund);
        sealed();

        read(next(nothing)).then().body("[0].id", equalTo(id.toString()));
        read("/events?limit=1").then().header("Feed-Caught-Up", "false");
    }

    @Test
    void a_type_that_is_never_said_costs_a_bounded_look() {
        long begin = feed.last();
        EventFeed.Batch batch = feed.after(
                0, new EventFeed.Filter("org.partnershipfund.allocation.Never.v1", null, List.of(), null, null), 10);

        assertThat(batch.entries()).isEmpty();
        assertThat(batch.through()).isBetween(Math.min(begin, EventFeed.WINDOW), (long) EventFeed.WINDOW);
    }

    @Test
    void types_are_told_apart() {
        UUID fund = UUID.randomUUID();
        assertThat(say(fund)).isNotNull();
        UUID other = QuarkusTransaction.requiringNew()
                .call(() -> events.append(
                        Events.FUND_APPROPRIATED, fund.toString(), Facts.fundAppropriated(fund, 2), Facts.AT));
        sealed();

        read("/events?subject=" + fund + "&type=" + Events.FUND_APPROPRIATED.type())
                .then()
                .body("id", everyItem(equalTo(other.toString())))
                .body("", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=x", "after=-1", "after=999999999999", "limit=0", "limit=501", "limit=many"})
    void a_cursor_or_limit_that_makes_no_sense_is_a_problem(String query) {
        read("/events?" + query).then().statusCode(400).body("type", endsWith("invalid-parameter"));
    }

    @Test
    void a_system_needs_the_scope() {
        given().auth()
                .oauth2(Tokens.system("contracts:read"))
                .get("/events")
                .then()
                .statusCode(403)
                .body("detail", containsString("events:read"));
        given().auth()
                .oauth2(Tokens.system("events:read"))
                .get("/events")
                .then()
                .statusCode(200);
    }

    @Test
    void people_need_a_role() {
        given().get("/events").then().statusCode(401);
        given().auth().oauth2(Tokens.as("budget-office")).get("/events").then().statusCode(403);
        given().auth()
                .oauth2(Tokens.as("records-auditor"))
                .get("/events")
                .then()
                .statusCode(200);
        given().auth().oauth2(Tokens.as("operator")).get("/events").then().statusCode(200);
    }
}
