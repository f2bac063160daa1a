package org.partnershipfund.procurement.adapter.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;

/** Policy procurement §12, through the doors. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class LateSchoolsIT extends BuyingStory {

    private static ValidatableResponse join(String process) {
        return put(officer(), "/processes/" + process + "/late-schools", null);
    }

    @Test
    void a_late_school_joins_until_offers_are_asked_for() {
        approve(selectionOne, 1, one, harbor, "20000.00");
        String process = open(harbor, competition());
        join(process).statusCode(409).body("type", endsLike("nothing-to-buy"));

        approve(selectionTwo, 1, two, harbor, "90000.00");
        join(process)
                .statusCode(200)
                .body("value.amount", is("110000.00"))
                .body("method", is("sealed-bids-or-proposals"))
                .body("lines.schoolCode", contains(one, two));

        notice(process, 15, true).statusCode(200);
        approve(UUID.randomUUID(), 1, two, harbor, "1000.00");
        join(process)
                .statusCode(409)
                .body("type", endsLike("too-late-to-join"))
                .body("detail", containsString("cancel it"));
    }

    @Test
    void nobody_is_asked_before_the_funds_day() {
        String day = "/cut-offs/" + fund.value();
        officer().get(day).then().statusCode(200).body("solicitFrom", nullValue());
        set(day, today().plusDays(1)).statusCode(200);
        approve(selectionOne, 1, one, harbor, "20000.00");
        String process = open(harbor, competition());
        solicit(process)
                .statusCode(422)
                .body("type", endsLike("before-cut-off"))
                .body("detail", containsString(today().plusDays(1).toString()));

        set(day, today()).statusCode(200).body("solicitFrom", is(today().toString()));
        solicit(process).statusCode(200);
        officer().get("/cut-offs/" + UUID.randomUUID()).then().statusCode(404);
        officer()
                .contentType(ContentType.JSON)
                .body(Map.of("solicitFrom", today().toString()))
                .put(day)
                .then()
                .statusCode(428)
                .body("type", endsLike("if-match-missing"));
        for (String seen : List.of("\"0\"", "\"1\"", "\"3\"")) {
            officer()
                    .header("If-Match", seen)
                    .contentType(ContentType.JSON)
                    .body(Map.of("solicitFrom", "2018-03-01"))
                    .put(day)
                    .then()
                    .statusCode(412)
                    .body("type", endsLike("stale-state"));
        }
        officer().get(day).then().header("ETag", "\"2\"").body("solicitFrom", is(today().toString()));
        as("budget-office")
                .contentType(ContentType.JSON)
                .body(Map.of("solicitFrom", "2018-03-01"))
                .put(day)
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse set(String path, LocalDate from) {
        return put(officer(), path, Map.of("solicitFrom", from.toString()));
    }
}
