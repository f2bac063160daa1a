package org.partnershipfund.procurement.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;

/** Policy procurement §10, through the doors. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class CancellingIT extends BuyingStory {

    private static ValidatableResponse cancel(String process) {
        return put(
                officer(), "/processes/" + process + "/cancellation", Map.of("reason", "The specification was wrong"));
    }

    @Test
    void what_waits_after_a_cancellation_is_bought_by_a_new_process() {
        approve(selectionOne, 1, one, harbor, "20000.00");
        String process = open(harbor, competition());
        solicit(process).statusCode(200);

        cancel(process)
                .statusCode(200)
                .body("state", is("cancelled"))
                .body("cancellation.reason", is("The specification was wrong"))
                .body("cancellation.freed.schoolCode", contains(one))
                .body("solicitation.kind", is("quotes"))
                .body("history.what", contains("opened", "solicited", "cancelled"))
                .body("lines", empty());
        assertThat(said.latest(process, "ProcessCancelled"))
                .contains("The specification was wrong", selectionOne.toString());
        line(one).body("items[0].balance.reserved.amount", is("20000.00"));

        cancel(process).statusCode(409).body("type", endsLike("process-cancelled"));
        award(process, harbor).statusCode(409).body("type", endsLike("not-awardable-now"));
        String again = open(harbor, competition());
        officer()
                .get("/processes/" + again)
                .then()
                .body("value.amount", is("20000.00"))
                .body("lines.schoolCode", contains(one));
        officer().get("/processes?state=cancelled&fundId=" + fund).then().body("items.id", contains(process));
    }

    @Test
    void an_award_that_is_cancelled_asks_nothing_of_the_lines() {
        approve(selectionOne, 1, one, harbor, "30000.00");
        String process = open(harbor, competition());
        solicit(process).statusCode(200);
        quote(process, harbor, "25000.00").statusCode(201);
        quote(process, mystic, "24000.00").statusCode(201);
        quote(process, charles, "26000.00").statusCode(201);
        award(process, mystic).statusCode(200).body("waitingFor", contains(one));

        cancel(process).statusCode(200).body("award.price.amount", is("24000.00"));

        String again = open(harbor, competition());
        officer()
                .get("/processes/" + again)
                .then()
                .body("lines.awarded", contains(nullValue()))
                .body("value.amount", is("30000.00"));
    }

    @Test
    void a_process_that_every_school_has_left_is_cancelled() {
        approve(selectionOne, 1, one, harbor, "20000.00");
        String process = open(harbor, competition());
        withdraw(selectionOne, one);

        cancel(process).statusCode(200).body("cancellation.freed", empty());
        assertThat(said.latest(process, "ProcessCancelled")).contains("selectionIds");
    }

    @Test
    void a_process_with_a_contract_is_not_cancelled_and_only_the_officer_may() {
        approve(selectionOne, 1, one, harbor, "9000.00");
        String process = open(harbor, competition());
        put(as("budget-office"), "/processes/" + process + "/cancellation", Map.of("reason", "No"))
                .statusCode(403);
        solicit(process).statusCode(200);
        quote(process, harbor, "9000.00").statusCode(201);
        quote(process, mystic, null).statusCode(201);
        quote(process, charles, null).statusCode(201);
        award(process, harbor).statusCode(200);
        String contract = draft(process);

        cancel(process).statusCode(409).body("type", endsLike("process-under-contract"));
        officer().get("/contracts/" + contract).then().statusCode(200).body("state", is("draft"));
        officer()
                .get("/processes/" + process)
                .then()
                .body("history.what", hasItem("awarded"))
                .body("state", is("awarded"));
    }
}
