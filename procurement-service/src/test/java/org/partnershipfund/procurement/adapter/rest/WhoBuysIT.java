package org.partnershipfund.procurement.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;

/** What is not there, not theirs or not as they saw it. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class WhoBuysIT extends BuyingStory {

    @Test
    void what_is_not_there_or_not_for_you_is_absent() {
        approve(selectionOne, 1, one, harbor, "9000.00");
        String process = open(harbor, callOff());
        awardCalledOff(process, harbor, "9000.00").statusCode(200);
        String contract = draft(process);
        String unknown = UUID.randomUUID().toString();

        post(officer(), "/processes", opening(mystic, competition(), false))
                .statusCode(409)
                .body("type", endsLike("nothing-to-buy"));
        officer().get("/processes/" + unknown).then().statusCode(404).body("type", endsLike("no-such-process"));
        leader(leaderTwo)
                .get("/contracts/" + contract)
                .then()
                .statusCode(404)
                .body("type", endsLike("no-such-contract"));
        leader(leaderTwo).get("/contracts?fundId=" + fund).then().body("items", hasSize(0));
        leader(leaderOne).get("/contracts?fundId=" + fund).then().body("items.id", contains(contract));
        as("partner").get("/contracts/" + contract).then().statusCode(404);
        as("partner").get("/contracts?fundId=" + fund).then().statusCode(200).body("items", hasSize(0));
        post(as("partner"), "/invoices", invoicing(contract, "1", today(), "1.00"))
                .statusCode(404)
                .body("type", endsLike("no-such-contract"));
        post(partner(), "/invoices", invoicing(contract, "1", today(), "1.00"))
                .statusCode(409)
                .body("type", endsLike("contract-not-executed"));
        officer().get("/invoices/" + unknown).then().statusCode(404).body("type", endsLike("no-such-invoice"));
        partner().get("/processes/" + process).then().statusCode(403);
        as("school-leader").get("/processes").then().statusCode(403);
        given().get("/contracts").then().statusCode(401);
        post(as("budget-office"), "/contracts", drafting(process)).statusCode(403);
        post(officer(), "/contracts", drafting(process)).statusCode(409).body("type", endsLike("contract-exists"));
    }

    @Test
    void a_change_needs_the_version_that_was_seen() {
        approve(selectionOne, 1, one, harbor, "9000.00");
        String process = open(harbor, callOff());
        var award = Map.of("programId", harbor.id(), "justification", "Called off");

        officer()
                .contentType(ContentType.JSON)
                .body(award)
                .put("/processes/" + process + "/award")
                .then()
                .statusCode(428);
        officer()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"99\"")
                .body(award)
                .put("/processes/" + process + "/award")
                .then()
                .statusCode(412)
                .body("type", endsLike("stale-state"));
    }
}
