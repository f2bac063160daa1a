package org.partnershipfund.portfolio.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.DIRECTOR;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.STRANGER;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.TEAM_LEAD;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.apply;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.as;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.category;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.partner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.post;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerPartner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerProgram;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.reinstate;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.review;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.suspend;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.team;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.today;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.vet;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.portfolio.adapter.Tables;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswers;

/** What organisations are cleared of, through the doors. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
class ClearanceDoorsIT {

    private String alliance = "";

    @BeforeEach
    void a_partner() {
        alliance = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void the_newest_finding_counts_and_its_end_is_warned_of() {
        String first = record("liability-insurance", "cleared", today().plusDays(10))
                .then()
                .statusCode(201)
                .body("inForce", equalTo(true))
                .extract()
                .path("id");
        String pending = record("background-checks", "pending", null)
                .then()
                .statusCode(201)
                .body("inForce", equalTo(false))
                .body("expiresOn", nullValue())
                .extract()
                .path("id");

        partner(DIRECTOR).get("/clearances").then().statusCode(200).body("items.id", equalTo(List.of(first, pending)));
        expiringWithin(10).body("items.id", equalTo(List.of(first)));
        expiringWithin(9).body("items", hasSize(0));
        String second = record("liability-insurance", "cleared", today().plusYears(1))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        expiringWithin(10).body("items", hasSize(0));
        given().spec(team(TEAM_LEAD))
                .queryParam("partnerId", alliance)
                .queryParam("kind", "liability-insurance")
                .accept("text/csv")
                .get("/clearances")
                .then()
                .body(containsString(second));
        partner(DIRECTOR).get("/clearances/{id}", first).then().statusCode(200).header("ETag", "\"1\"");
        assertThat(Tables.texts(
                        "SELECT action FROM audit_log WHERE subject = ? AND action = 'ClearanceRecorded'", alliance))
                .hasSize(3);
    }

    @Test
    void the_clearances_of_others_do_not_exist_and_only_the_team_records() {
        registerPartner(STRANGER, "Another").then().statusCode(201);
        String id = record("tax-status", "cleared", null).path("id");

        ProblemAnswers.check(partner(STRANGER).get("/clearances/{id}", id), 404, "no-such-clearance");
        partner(STRANGER).get("/clearances").then().body("items", hasSize(0));
        ProblemAnswers.check(team(TEAM_LEAD).get("/clearances/{id}", UUID.randomUUID()), 404, "no-such-clearance");
        ProblemAnswers.check(
                post(partner(DIRECTOR), body("tax-status", "cleared", null), "/clearances"), 403, "not-allowed");
        ProblemAnswers.check(as("school-leader").get("/clearances"), 403, "not-allowed");
        when().get("/clearances").then().statusCode(401);
        as("records-auditor").get("/clearances").then().body("items.id", equalTo(List.of(id)));
        ProblemAnswers.check(
                post(
                        team(TEAM_LEAD),
                        body("tax-status", "cleared", null)
                                .replace(alliance, UUID.randomUUID().toString()),
                        "/clearances"),
                404,
                "no-such-partner");
        ProblemAnswers.check(record("liability-insurance", "cleared", null), 422, "clearance-days-do-not-fit");
        ProblemAnswers.check(record("liability-insurance", "cleared", today().minusDays(1)), 422, "clearance-expired");
        ProblemAnswers.check(record("reputation", "cleared", null), 400, "invalid-request");
        ProblemAnswers.check(
                given().spec(team(TEAM_LEAD)).queryParam("kind", "reputation").get("/clearances"),
                400,
                "invalid-parameter");
    }

    @Test
    void nobody_is_vetted_without_the_clearances_that_the_category_asks_for() {
        String club =
                registerProgram(DIRECTOR, alliance, "Harbor Homework Club").path("id");
        String cycle = post(
                        team(TEAM_LEAD),
                        """
                        {"name": "Cleared", "fiscalYear": 2019, "opensOn": "%s", "closesOn": "%s", "categories": [%s]}
                        """.formatted(
                                        today(),
                                        today(),
                                        category("afterschool-and-recreation")
                                                .replace(
                                                        "\"criteria\"",
                                                        "\"clearances\": [\"background-checks\"], \"criteria\"")),
                        "/cycles")
                .then()
                .statusCode(201)
                .body("categories[0].clearances", equalTo(List.of("background-checks")))
                .extract()
                .path("id");
        String id = apply(DIRECTOR, club, cycle).path("id");
        review(id);

        ProblemAnswers.check(vet(id, "\"3\"", today(), today()), 422, "clearance-missing");
        record("background-checks", "cleared", today()).then().statusCode(201);
        vet(id, "\"3\"", today(), today()).then().statusCode(200).body("state", equalTo("vetted"));

        suspend(team(TEAM_LEAD), id, "\"4\"").then().statusCode(200);
        record("background-checks", "not-cleared", null).then().statusCode(201);
        ProblemAnswers.check(reinstate(team(TEAM_LEAD), id, "\"5\""), 422, "clearance-missing");
        record("background-checks", "cleared", today()).then().statusCode(201);
        reinstate(team(TEAM_LEAD), id, "\"5\"").then().statusCode(200).body("state", equalTo("vetted"));
    }

    private ValidatableResponse expiringWithin(int days) {
        return given().spec(team(TEAM_LEAD))
                .queryParam("expiresWithinDays", days)
                .get("/clearances")
                .then()
                .statusCode(200);
    }

    private Response record(String kind, String status, @Nullable LocalDate expiresOn) {
        return post(team(TEAM_LEAD), body(kind, status, expiresOn), "/clearances");
    }

    private String body(String kind, String status, @Nullable LocalDate expiresOn) {
        return """
                {"partnerId": "%s", "kind": "%s", "status": "%s", "expiresOn": %s}
                """.formatted(alliance, kind, status, expiresOn == null ? "null" : "\"" + expiresOn + "\"");
    }
}
