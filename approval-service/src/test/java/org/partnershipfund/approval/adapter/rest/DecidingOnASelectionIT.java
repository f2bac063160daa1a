package org.partnershipfund.approval.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.Tokens;

/** Council, superintendent and budget office decide on one version after another, through the doors and from Kafka. */
@QuarkusTest
class DecidingOnASelectionIT extends SchoolStory {

    @Test
    void from_a_draft_to_reserved_money() {
        String selection = school.submitted("900.00");
        String motion = voted(selection, "yes");
        school.close(motion)
                .then()
                .statusCode(200)
                .body("closing.result", is("passed"))
                .body("closing.tally.yes", is(3))
                .body("closing.tally.abstained", is(2))
                .body("closing.accountOwed", is(false));
        school.decide(school.superintendent(), selection, "superintendent-decision", "approve")
                .then()
                .statusCode(200)
                .body("waitsFor", is("completeness"));
        school.decide(school.budgetOffice(), selection, "completeness-check", "complete")
                .then()
                .statusCode(200)
                .body("state", is("approved"))
                .body("lines[0].portfolio", is("vetted"))
                .body("total.amount", is("900.00"));

        wire.fundsReserved(selection, 1, fund, school.code);
        awaitState(selection, "reserved");

        assertThat(said.about(selection)).containsExactly("SelectionSubmitted", "SelectionApproved");
        assertThat(said.payloads(selection).getLast())
                .contains("\"council\"", "\"superintendent\"", "\"completeness\"", "900.00")
                .doesNotContain("Name of");
        school.principal()
                .get("/selections/{id}/decisions", selection)
                .then()
                .statusCode(200)
                .body("items.step", contains("council", "superintendent", "completeness"))
                .body("items.binding", everyItem(is(true)));
    }

    @Test
    void a_return_makes_a_new_version_and_the_old_decisions_stay_on_record() {
        String selection = school.submitted("900.00");
        school.close(voted(selection, "yes")).then().statusCode(200);
        school.decide(school.superintendent(), selection, "superintendent-decision", "return")
                .then()
                .statusCode(200)
                .body("state", is("returned"))
                .body("returned.by", is("superintendent"))
                .body("returned.reasons", is("as discussed"));
        school.submit(selection).then().statusCode(409).body("type", endsWith("selection-not-a-draft"));

        school.revise(selection, school.line("800.00")).then().statusCode(200).body("version", is(2));
        school.submit(selection).then().statusCode(200).body("waitsFor", is("council"));

        school.principal()
                .get("/selections/{id}/decisions", selection)
                .then()
                .body("items.version", contains(1, 1))
                .body("items.binding", everyItem(is(false)));
        school.principal()
                .get("/selections/{id}/versions", selection)
                .then()
                .body("items.total.amount", contains("900.00", "800.00"));
        assertThat(said.about(selection))
                .containsExactly("SelectionSubmitted", "SelectionReturned", "SelectionSubmitted");
        assertThat(said.payloads(selection)).noneMatch(payload -> payload.contains("as discussed"));
    }

    @Test
    void nothing_goes_on_that_chooses_a_suspended_program_until_it_is_reinstated() {
        UUID application = UUID.randomUUID();
        String selection = school.draft(school.principal(), """
                        {"programId": "%s", "priceCode": "year", "quantity": 1, "pupils": 30,
                         "agreedAmount": {"amount": "900.00", "currency": "USD"},
                         "serviceFrom": "2018-09-04", "serviceUntil": "2019-06-21"}
                        """.formatted(third))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        wire.programVetted(third, partner, application, "2017-12-01", "2030-11-30");
        wire.programSuspended(third, partner, application);
        awaitAudited(third, "SuspensionRemembered");

        school.submit(selection).then().statusCode(422).body("type", endsWith("program-suspended"));
        wire.programReinstated(third, partner, application);
        awaitAudited(third, "ReinstatementRemembered");
        school.submit(selection).then().statusCode(200);
        school.close(voted(selection, "yes")).then().statusCode(200);
        wire.programSuspended(third, partner, application);
        soon().untilAsserted(() -> assertThat(
                        said.audited(third.toString()).stream().filter(line -> line.startsWith("SuspensionRemembered")))
                .hasSize(2));
        school.decide(school.superintendent(), selection, "superintendent-decision", "approve")
                .then()
                .statusCode(422)
                .body("type", endsWith("program-suspended"));
        school.decide(school.superintendent(), selection, "superintendent-decision", "return")
                .then()
                .statusCode(200)
                .body("state", is("returned"));
    }

    private void awaitAudited(UUID subject, String action) {
        soon().untilAsserted(
                        () -> assertThat(said.audited(subject.toString())).anyMatch(line -> line.startsWith(action)));
    }

    @Test
    void a_supervisor_whose_assignment_ended_decides_nothing_more() {
        String selection = school.submitted("900.00");
        school.close(voted(selection, "yes")).then().statusCode(200);
        String assignment = school.superintendent()
                .get("/supervisor-assignments")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        String tag = school.superintendent()
                .get("/supervisor-assignments/{id}", assignment)
                .then()
                .extract()
                .header("ETag");
        school.partnershipsTeam()
                .header("If-Match", tag)
                .body("{\"until\": \"2017-06-30\"}")
                .put("/supervisor-assignments/{id}/end", assignment)
                .then()
                .statusCode(422)
                .body("type", endsWith("assignment-ends-before-it-begins"));
        school.partnershipsTeam()
                .header("If-Match", tag)
                .body("{\"until\": \"2018-06-30\"}")
                .put("/supervisor-assignments/{id}/end", assignment)
                .then()
                .statusCode(200);

        school.decide(school.superintendent(), selection, "superintendent-decision", "approve")
                .then()
                .statusCode(404);
    }

    @Test
    void a_stale_or_missing_etag_changes_nothing() {
        String selection = school.draft("10.00").then().extract().path("id");
        String old = school.etag(selection);
        school.revise(selection, school.line("20.00")).then().statusCode(200);

        school.principal()
                .header("If-Match", old)
                .put("/selections/{id}/submission", selection)
                .then()
                .statusCode(412);
        school.principal().put("/selections/{id}/submission", selection).then().statusCode(428);
    }

    @Test
    void a_withdrawal_is_final_and_others_learn_of_it_if_they_knew() {
        String draft = school.draft("10.00").then().extract().path("id");
        String selection = school.submitted("10.00");
        for (String one : List.of(draft, selection)) {
            school.principal()
                    .header("If-Match", school.etag(one))
                    .body("{\"reason\": \"changed our mind\"}")
                    .put("/selections/{id}/withdrawal", one)
                    .then()
                    .statusCode(200)
                    .body("state", is("withdrawn"));
        }

        assertThat(said.about(draft)).isEmpty();
        assertThat(said.about(selection)).containsExactly("SelectionSubmitted", "SelectionWithdrawn");
        assertThat(said.payloads(selection)).noneMatch(payload -> payload.contains("changed our mind"));
        school.principal()
                .header("If-Match", school.etag(selection))
                .body("{\"reason\": \"again\"}")
                .put("/selections/{id}/withdrawal", selection)
                .then()
                .statusCode(409)
                .body("type", endsWith("selection-already-withdrawn"));
    }

    @Test
    void lists_are_also_csv() {
        String selection = school.submitted("900.00");

        for (String door : List.of(
                "/selections",
                "/motions",
                "/councils",
                "/supervisor-assignments",
                "/approval-policies",
                "/selections/" + selection + "/decisions",
                "/councils/" + school.code + "/meetings")) {
            school.partnershipsTeam()
                    .accept("text/csv")
                    .get(door)
                    .then()
                    .statusCode(200)
                    .contentType(containsString("text/csv"));
        }
        given().get("/selections").then().statusCode(401);
        given().auth().oauth2(Tokens.as("partner")).get("/selections").then().statusCode(403);
    }
}
