package org.partnershipfund.procurement.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;

/** Policy procurement §9, through the doors: what is bought without a competition, and why, is public. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class DeterminationsIT extends BuyingStory {

    private static final String INVESTIGATED = "condition-sole-source-investigated";

    private ValidatableResponse register() {
        return given().get("/sole-source-register?partnerId=" + harbor.partner())
                .then()
                .statusCode(200);
    }

    @Test
    void everybody_may_read_what_is_bought_without_a_competition_and_why() {
        approve(selectionOne, 1, one, harbor, "30000.00");
        register().body("items", hasSize(0));
        var route = soleSource(harbor, "40000.00");
        String process = open(harbor, route);

        register()
                .body("items.determinationId", contains(route.get("reference")))
                .body("items[0].kind", is("sole-source"))
                .body("items[0].partnerName", is("Harbor"))
                .body("items[0].serviceArea", is(area))
                .body("items[0].upTo.amount", is("40000.00"))
                .body("items[0].bought.amount", is("30000.00"))
                .body("items[0].purchases", is(1))
                .body("items[0].reasons", is("Only they offer it in the city"))
                .body("items[0].asked", is("Newton Tutors"))
                .body("items[0].state", is("standing"));
        given().accept("text/csv")
                .get("/sole-source-register?kind=sole-source&partnerId=" + harbor.partner())
                .then()
                .statusCode(200)
                .body(containsString("40000.00"))
                .body(containsString("Catalogues and the state's list were searched"));
        given().get("/sole-source-register?kind=exemption&partnerId=" + harbor.partner())
                .then()
                .body("items", hasSize(0));
        given().get("/determinations").then().statusCode(401);

        award(process, harbor).statusCode(200).body("award.price.amount", is("30000.00"));
    }

    @Test
    void a_route_without_competition_rests_on_a_determination_that_covers_it() {
        approve(selectionOne, 1, one, harbor, "30000.00");
        approve(selectionTwo, 1, two, mystic, "1000.00");
        var letter = Map.<String, Object>of(
                "kind", "sole-source", "reasons", "Only they can", "reference", "Letter of 5 February");
        post(officer(), "/processes", opening(harbor, letter, false))
                .statusCode(404)
                .body("type", endsLike("no-such-determination"));
        post(officer(), "/processes", opening(harbor, soleSource(mystic, "30000.00"), false))
                .statusCode(422)
                .body("type", endsLike("determination-of-another"));
        post(officer(), "/processes", opening(harbor, soleSource(harbor, "29999.99"), false))
                .statusCode(422)
                .body("type", endsLike("determination-exceeded"))
                .body("detail", containsString("$29,999.99"));

        String process = open(harbor, soleSource(harbor, "30000.00"));
        approve(selectionTwo, 2, two, harbor, "1000.00");
        officer().get("/processes/" + process).then().body("value.amount", is("30000.00"));
    }

    @Test
    void an_exemption_answers_each_condition_of_a_ground_that_the_rules_know() {
        approve(selectionOne, 1, one, harbor, "90000.00");
        post(officer(), "/determinations", determining(harbor, "exemption", "old-friends", "90000.00"))
                .statusCode(422)
                .body("type", endsLike("no-such-ground"))
                .body("detail", containsString("special-education"));
        post(officer(), "/determinations", determining(harbor, "exemption", "special-education", "90000.00"))
                .statusCode(422)
                .body("type", endsLike("conditions-open"))
                .body("detail", containsString("condition-special-education-direct-services"));
        String determination = post(
                        officer(),
                        "/determinations",
                        determining(
                                harbor,
                                "exemption",
                                "special-education",
                                "90000.00",
                                "condition-special-education-direct-services"))
                .statusCode(201)
                .body("conditions[0].how", is("As the file shows"))
                .extract()
                .path("id");

        String process =
                open(harbor, Map.of("kind", "exemption", "reasons", "Chapter 71B", "reference", determination));
        officer()
                .get("/processes/" + process)
                .then()
                .body("route.reference", is(determination))
                .body("value.amount", is("90000.00"));
    }

    @Test
    void above_the_cap_nothing_is_determined_and_only_the_officer_determines() {
        post(officer(), "/determinations", determining(harbor, "sole-source", "sole-source", "50000.01", INVESTIGATED))
                .statusCode(422)
                .body("type", endsLike("sole-source-over-cap"));
        post(
                        as("partnerships-team"),
                        "/determinations",
                        determining(harbor, "sole-source", "sole-source", "50000.00", INVESTIGATED))
                .statusCode(403);
        var tomorrow = new HashMap<>(determining(harbor, "sole-source", "sole-source", "1.00", INVESTIGATED));
        tomorrow.put("determinedOn", today().plusDays(1).toString());
        post(officer(), "/determinations", tomorrow).statusCode(422).body("type", endsLike("not-determined-yet"));
    }

    @Test
    void a_revoked_determination_carries_nothing_and_stays_in_the_register() {
        approve(selectionOne, 1, one, harbor, "30000.00");
        var route = soleSource(harbor, "30000.00");
        String path = "/determinations/" + route.get("reference");
        String process = open(harbor, route);
        Map<String, Object> because = Map.of("reason", "A second source was found");
        put(officer(), path + "/revocation", because).statusCode(409).body("type", endsLike("determination-in-use"));

        put(officer(), "/processes/" + process + "/cancellation", Map.of("reason", "A second source was found"))
                .statusCode(200);
        put(officer(), path + "/revocation", because)
                .statusCode(200)
                .body("state", is("revoked"))
                .body("revokedBecause", is("A second source was found"));
        put(officer(), path + "/revocation", because).statusCode(409).body("type", endsLike("determination-revoked"));
        post(officer(), "/processes", opening(harbor, route, false))
                .statusCode(409)
                .body("type", endsLike("determination-revoked"));
        register()
                .body("items.state", contains("revoked"))
                .body("items[0].purchases", is(0))
                .body("items[0].bought.amount", is("0.00"));
        as("records-auditor")
                .get("/determinations?partnerId=" + harbor.partner())
                .then()
                .statusCode(200)
                .body("items.determinationId", hasItem(route.get("reference")))
                .body("items.state", not(hasItem("standing")));
    }

    @Test
    void the_rules_say_for_any_day_who_may_sign_and_what_a_route_needs() {
        post(
                        officer(),
                        "/procurement-rules/evaluations",
                        Map.of(
                                "on",
                                "2018-01-15",
                                "schools",
                                java.util.List.of(
                                        Map.of("schoolCode", one, "amount", dollars("10000.00")),
                                        Map.of("schoolCode", two, "amount", dollars("15000.00"))),
                                "termYears",
                                2,
                                "route",
                                "sole-source"))
                .statusCode(200)
                .body("value.amount", is("50000.00"))
                .body("jurisdiction", is("school-district"))
                .body("signatories", contains("cfo", "deputy-cfo", "district-superintendent"))
                .body("approvals.id", hasItem("mayor"))
                .body("route.permitted", is(true))
                .body("route.grounds.ground", contains("sole-source"))
                .body("route.grounds[0].conditions.id", contains(INVESTIGATED))
                .body("leadTime.least", is(14))
                .body("term.needsVote", is(false));
        post(
                        officer(),
                        "/procurement-rules/evaluations",
                        Map.of("on", "2023-01-15", "value", dollars("75000.00"), "jurisdiction", "other-body"))
                .statusCode(200)
                .body("method", is("sealed-bids-or-proposals"))
                .body("noticeDays", is(14))
                .body("rule.id", is("method-sealed-2022-other"));
        officer()
                .get("/procurement-rules?on=2018-01-15&kind=method")
                .then()
                .body("items.id", contains("method-quotes-2016", "method-sealed-2016", "method-small-2016"));
    }
}
