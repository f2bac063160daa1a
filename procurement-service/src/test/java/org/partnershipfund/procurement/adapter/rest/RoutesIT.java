package org.partnershipfund.procurement.adapter.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.testkit.BackboneResource;

/** A process is opened on a lawful route, and what belongs together is not split. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class RoutesIT extends BuyingStory {

    @ParameterizedTest
    @CsvSource({
        "sole-source, , 1, 422, route-reference-missing",
        "sole-source, letter, 2, 422, sole-source-over-cap",
        "call-off, RFP 1123, 4, 422, term-too-long",
        "call-off, RFP 1123, 1, 404, no-such-framework-award",
        "call-off, 01900000-0000-7000-8000-000000000001, 1, 404, no-such-framework-award",
        "barter, x, 1, 400, invalid-request"
    })
    void a_route_must_be_lawful(String kind, String reference, int years, int status, String slug) {
        approve(selectionOne, 1, one, harbor, "30000.00");
        Map<String, Object> route = new HashMap<>(Map.of("kind", kind, "reasons", "As decided"));
        if (reference != null) {
            route.put("reference", reference);
        }

        post(
                        officer(),
                        "/processes",
                        Map.of("fundId", fund.value(), "programId", harbor.id(), "route", route, "termYears", years))
                .statusCode(status)
                .body("type", endsLike(slug));
    }

    @Test
    void what_belongs_together_is_not_split_unless_the_sum_decides() {
        approve(selectionOne, 1, one, harbor, "60000.00");
        String _ = open(harbor, competition());
        approve(selectionTwo, 1, two, harbor, "40000.01");

        post(officer(), "/processes", opening(harbor, competition(), false))
                .statusCode(422)
                .body("type", endsLike("purchase-is-split"))
                .body("detail", containsString("$100,000.01"))
                .body("evidence.together.amount", is("100000.01"))
                .body("evidence.earlier.partnerName", contains("Harbor"))
                .body("evidence.earlier[0].value.amount", is("60000.00"))
                .body("evidence.earlier[0].serviceArea", is(area))
                .body("evidence.earlier[0].openedOn", is(today().toString()))
                .body("evidence.thresholdsCrossed.demands", hasItem("sealed-bids-or-proposals"));
        post(officer(), "/processes", opening(harbor, competition(), true))
                .statusCode(201)
                .body("value.amount", is("100000.01"))
                .body("method", is("sealed-bids-or-proposals"));
    }

    @Test
    void a_recorded_vote_allows_a_longer_term() {
        approve(selectionOne, 1, one, harbor, "1000.00");
        var asked = new HashMap<>(opening(harbor, competition(), false));
        asked.put("termYears", 5);
        post(officer(), "/processes", asked).statusCode(422).body("type", endsLike("term-too-long"));
        asked.put("termAuthorisedBy", "School Committee, 28 March 2018");
        post(officer(), "/processes", asked)
                .statusCode(201)
                .body("termAuthorisedBy", is("School Committee, 28 March 2018"))
                .body("value.amount", is("5000.00"));
    }

    @Test
    void the_rules_answer_by_day_and_value() {
        post(
                        as("partnerships-team"),
                        "/procurement-rules/evaluations",
                        Map.of("on", "2018-01-15", "value", dollars("50000.00")))
                .statusCode(200)
                .body("method", is("written-quotes"))
                .body("tier", is(2))
                .body("row", is("method-quotes-2016"))
                .body("requirements.id", hasItem("mayor"));
        post(officer(), "/procurement-rules/evaluations", Map.of("on", "2001-01-15", "value", dollars("1.00")))
                .statusCode(422)
                .body("type", endsLike("rules-not-known"));
        officer()
                .get("/procurement-rules?limit=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("next", notNullValue());
        as("partner").get("/procurement-rules").then().statusCode(403);
    }
}
