package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Policy approval §12, through the doors and from Kafka: what is approved stands until the ledger has answered. */
@QuarkusTest
class AmendingASelectionIT extends SchoolStory {

    @Test
    void a_council_s_vote_counts_for_the_version_on_its_agenda_and_for_no_other_that_took_its_place_meanwhile() {
        String selection = reserved("600.00");
        school.amend(selection, school.line("700.00")).then().statusCode(200);
        school.submit(selection).then().statusCode(200);
        String motion = voted(selection, "yes");
        school.giveUp(selection).then().statusCode(200);
        school.amend(selection, school.line("900.00")).then().statusCode(200);
        school.submit(selection).then().statusCode(200).body("version", is(3));

        school.close(motion).then().statusCode(200).body("closing.result", is("passed"));

        school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("state", is("submitted"))
                .body("waitsFor", is("council"));
        decisions(selection).body("items.findAll { it.version > 1 }", hasSize(0));
    }

    @Test
    void a_larger_amendment_goes_through_all_steps_while_the_older_version_keeps_its_money() {
        String selection = reserved("600.00");

        school.amend(selection, school.line("700.00"))
                .then()
                .statusCode(200)
                .body("state", is("draft"))
                .body("version", is(2))
                .body("amends.version", is(1))
                .body("amends.state", is("reserved"))
                .body("amends.total.amount", is("600.00"))
                .body("amends.reason", is("20 pupils more"));
        decisions(selection).body("items.binding", everyItem(is(false)));
        school.principal()
                .get("/selections/{id}/progress", selection)
                .then()
                .statusCode(200)
                .body("state", is("draft"))
                .body("steps", hasSize(0))
                .body("standing.version", is(1))
                .body("standing.state", is("reserved"))
                .body("standing.reason", is("20 pupils more"))
                .body("standing.steps.step", contains("council", "superintendent", "completeness", "reservation"))
                .body("standing.steps.status", everyItem(is("approved")))
                .body("standing.steps[1].decidedBy.subject", is(school.code + "-superintendent"))
                .body("standing.reservedAt", notNullValue());
        String another = school.draft("400.01").then().statusCode(201).extract().path("id");
        school.submit(another).then().statusCode(422).body("type", endsWith("allocation-exceeded"));
        var _ = decided(selection);
        school.revise(another, school.line("300.01")).then().statusCode(200);
        school.submit(another)
                .then()
                .statusCode(422)
                .body("detail", containsString("add up to $700.00"))
                .body("detail", containsString("so $0.01 is too much"));
        assertThat(said.about(selection))
                .containsExactly("SelectionSubmitted", "SelectionApproved", "SelectionSubmitted", "SelectionApproved");
        assertThat(said.payloads(selection).getLast()).contains("\"version\":2", "\"700.00\"");

        wire.fundsReserved(selection, 2, fund, school.code);

        awaitState(selection, "reserved");
        school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("version", is(2))
                .body("amends", nullValue());
        school.principal()
                .get("/selections/{id}/progress", selection)
                .then()
                .body("standing", nullValue())
                .body("steps.status", everyItem(is("approved")));
        decisions(selection).body("items.findAll { it.binding }.version", everyItem(is(2)));
        decisions(selection).body("items", hasSize(6));
        school.principal()
                .get("/selections/{id}/versions", selection)
                .then()
                .body("items[0].amendedBecause", nullValue())
                .body("items[1].amendedBecause", is("20 pupils more"));
        school.principal()
                .get("/selections/{id}/history?limit=500", selection)
                .then()
                .body("items.find { it.action == 'SelectionAmended' }.text", is("Selection amended: 20 pupils more"));
        assertThat(school.principal()
                        .accept("text/html")
                        .get("/selections/{id}/record", selection)
                        .asString())
                .contains("Amends what was approved:", "20 pupils more");
    }

    @Test
    void an_amendment_that_the_ledger_refuses_comes_back_and_is_given_up_for_what_stood() {
        String selection = reserved("600.00");
        school.amend(selection, school.line("700.00")).then().statusCode(200);
        var _ = decided(selection);
        school.giveUp(selection).then().statusCode(409).body("type", endsWith("amendment-answer-due"));
        school.amend(selection, school.line("650.00"))
                .then()
                .statusCode(409)
                .body("type", endsWith("amendment-answer-due"));

        wire.reservationRefused(selection, 2, fund, school.code);

        awaitState(selection, "returned");
        school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("returned.by", is("reservation"))
                .body("amends.version", is(1));
        school.giveUp(selection)
                .then()
                .statusCode(200)
                .body("state", is("reserved"))
                .body("version", is(1))
                .body("total.amount", is("600.00"))
                .body("amends", nullValue());
        decisions(selection).body("items.findAll { it.version == 1 }.binding", everyItem(is(true)));
        school.giveUp(selection).then().statusCode(409).body("type", endsWith("nothing-amended"));
        school.amend(selection, school.line("500.00")).then().statusCode(200).body("version", is(3));
        school.principal().get("/selections/{id}/versions", selection).then().body("items.version", hasItems(1, 2, 3));
    }

    @Test
    void the_ledgers_word_about_what_stands_is_heard_while_it_is_amended() {
        String selection = approved(school.line("600.00"));
        school.amend(selection, line(other, "year"))
                .then()
                .statusCode(200)
                .body("amends.state", is("approved"))
                .body("lines[0].programId", is(other.toString()));

        wire.fundsReserved(selection, 1, fund, school.code);

        soon().untilAsserted(() ->
                school.principal().get("/selections/{id}", selection).then().body("amends.state", is("reserved")));
        wire.outcomeDiffers(selection, 1, fund, school.code, program, third);
        soon().untilAsserted(() ->
                school.principal().get("/selections/{id}", selection).then().body("awards", hasSize(1)));
        school.giveUp(selection)
                .then()
                .statusCode(200)
                .body("state", is("returned"))
                .body("version", is(1))
                .body("returned.by", is("competition"));
        assertThat(said.about(selection)).last().isEqualTo("SelectionReturned");
    }

    @Test
    void only_the_leader_amends_only_what_is_approved_and_only_what_they_saw() {
        String draft = school.draft("10.00").then().statusCode(201).extract().path("id");
        school.amend(draft, school.line("20.00"))
                .then()
                .statusCode(409)
                .body("type", endsWith("selection-not-amendable"));
        String selection = approved(school.line("600.00"));
        String body = "{\"reason\": \"x\", \"needs\": %s, \"lines\": [%s]}"
                .formatted(SchoolDoors.NEEDS, school.line("700.00"));
        school.principal()
                .body(body)
                .put("/selections/{id}/amendment", selection)
                .then()
                .statusCode(428);
        school.principal()
                .header("If-Match", "\"1\"")
                .body(body)
                .put("/selections/{id}/amendment", selection)
                .then()
                .statusCode(412);
        school.principal()
                .header("If-Match", school.etag(selection))
                .body(body.replace("\"x\"", "\" \""))
                .put("/selections/{id}/amendment", selection)
                .then()
                .statusCode(400)
                .body("violations[0].field", containsString("reason"));
        school.as("somebody-else", "school-leader")
                .header("If-Match", school.etag(selection))
                .body(body)
                .put("/selections/{id}/amendment", selection)
                .then()
                .statusCode(404);
        school.superintendent()
                .header("If-Match", school.etag(selection))
                .body(body)
                .put("/selections/{id}/amendment", selection)
                .then()
                .statusCode(403);
        school.principal()
                .put("/selections/{id}/amendment/withdrawal", selection)
                .then()
                .statusCode(428);
        school.amend(selection, school.line("60000.01"))
                .then()
                .statusCode(422)
                .body("type", endsWith("agreed-amount-too-high"));
    }

    private ValidatableResponse decisions(String selection) {
        return school.principal()
                .get("/selections/{id}/decisions", selection)
                .then()
                .statusCode(200);
    }

    private String reserved(String dollars) {
        String selection = approved(school.line(dollars));
        wire.fundsReserved(selection, 1, fund, school.code);
        awaitState(selection, "reserved");
        return selection;
    }
}
