package org.partnershipfund.approval.adapter.rest;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What is out of one's records does not exist, through the doors. */
@QuarkusTest
class StrangersSeeNothingIT extends SchoolStory {

    @Test
    void whoever_is_out_of_scope_sees_and_does_nothing() {
        String selection = school.submitted("900.00");
        String elsewhere = anotherCode();
        var stranger = new SchoolDoors(elsewhere, fund, program);
        stranger.seatCouncil().then().statusCode(200);

        stranger.principal().get("/selections/{id}", selection).then().statusCode(404);
        stranger.principal().get("/selections?limit=500").then().body("items.id", not(hasItem(selection)));
        stranger.principal().get("/councils/{code}", school.code).then().statusCode(404);
        school.draft(stranger.principal(), school.line("1.00"))
                .then()
                .statusCode(404)
                .body("type", endsWith("not-your-school"));
        stranger.principal()
                .header("If-Match", school.etag(selection))
                .body("{\"reason\": \"x\"}")
                .put("/selections/{id}/withdrawal", selection)
                .then()
                .statusCode(404);
        school.decide(stranger.superintendent(), selection, "superintendent-decision", "approve")
                .then()
                .statusCode(404);
        school.decide(school.principal(), selection, "superintendent-decision", "approve")
                .then()
                .statusCode(403);
        school.decide(school.superintendent(), selection, "superintendent-decision", "approve")
                .then()
                .statusCode(409)
                .body("type", endsWith("not-the-turn"));
    }
}
