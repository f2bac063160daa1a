package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Policy approval §13: a fund's stages are data; what is in flight keeps the plan it was submitted under. */
@QuarkusTest
class ApprovingInStagesIT extends SchoolStory {

    private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
    private static final String COUNCIL = "{\"steps\": [{\"step\": \"council\"}]}";
    private static final String PARALLEL = """
            {"steps": [{"step": "superintendent", "deadline": {"daysAfter": 7}},
                       {"step": "partnerships-team", "conditions": [{"when": "first-time-partner"}]},
                       {"step": "cfo", "conditions": [{"when": "total-at-least",
                                                        "amount": {"amount": "500.00", "currency": "USD"}}]}]}
            """;

    @Test
    void a_fund_about_which_nothing_was_decided_has_the_default() {
        school.principal()
                .get("/approval-policies/{fund}/stages", fund)
                .then()
                .statusCode(200)
                .header("ETag", is("\"0\""))
                .body("number", is(0))
                .body("firstDay", nullValue())
                .body("stages.steps.step.flatten()", contains("council", "superintendent", "completeness"))
                .body(
                        "stages.steps.kind.flatten()",
                        contains("council-motion", "single-decision", "completeness-check"));
        school.principal()
                .get("/approval-policies/{fund}/stages/versions", fund)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        school.principal()
                .get("/approval-policies/{fund}/stages", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-approval-policy"));
    }

    @Test
    void parallel_steps_approve_in_any_order_and_the_last_one_approves_the_selection() {
        String before = school.submitted("100.00");
        record(0, COUNCIL + ", " + PARALLEL)
                .then()
                .statusCode(200)
                .header("ETag", is("\"1\""))
                .body("number", is(1))
                .body("recordedBy.subject", endsWith("budget-officer"))
                .body("stages[1].steps[0].deadline.daysAfter", is(7));
        String selection = school.submitted("600.00");

        school.close(voted(selection, "yes")).then().statusCode(200);
        school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("openSteps", contains("superintendent", "partnerships-team", "cfo"))
                .body("waitsFor", is("superintendent"));
        decide(school.as("cfo", "cfo"), selection, "partnerships-team", "approve")
                .then()
                .statusCode(422)
                .body("type", endsWith("not-your-step"));
        decide(school.as("cfo", "cfo"), selection, "council", "approve")
                .then()
                .statusCode(422)
                .body("type", endsWith("not-your-step"));
        decide(school.as("cfo", "cfo"), selection, "mayor", "approve")
                .then()
                .statusCode(400)
                .body("type", endsWith("invalid-parameter"));
        decide(school.as("cfo", "cfo"), selection, "cfo", "approve")
                .then()
                .statusCode(200)
                .body("openSteps", contains("superintendent", "partnerships-team"));
        decide(school.as("cfo", "cfo"), selection, "cfo", "approve")
                .then()
                .statusCode(409)
                .body("type", endsWith("not-the-turn"));
        decide(school.as("cfo", "partnerships-team"), selection, "partnerships-team", "approve")
                .then()
                .statusCode(422)
                .body("type", endsWith("own-decision"));
        decide(school.partnershipsTeam(), selection, "partnerships-team", "approve")
                .then()
                .statusCode(200)
                .body("openSteps", contains("superintendent"));
        decide(school.superintendent(), selection, "superintendent", "approve")
                .then()
                .statusCode(200)
                .body("state", is("approved"))
                .body("openSteps", hasSize(0));

        assertThat(said.about(selection)).containsExactly("SelectionSubmitted", "SelectionApproved");
        school.principal().get("/selections/{id}", before).then().body("openSteps", contains("council"));
        school.close(voted(before, "yes")).then().statusCode(200);
        school.principal().get("/selections/{id}", before).then().body("openSteps", contains("superintendent"));
    }

    @Test
    void one_of_parallel_steps_returns_it_with_comments_on_its_lines() {
        record(0, COUNCIL + ", " + PARALLEL).then().statusCode(200);
        String selection = school.submitted("600.00");
        school.close(voted(selection, "yes")).then().statusCode(200);
        String line = school.principal()
                .get("/selections/{id}", selection)
                .then()
                .extract()
                .path("lines[0].id");

        commented(selection, UUID.randomUUID().toString())
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-line"));
        commented(selection, line)
                .then()
                .statusCode(200)
                .body("state", is("returned"))
                .body("returned.by", is("cfo"));

        school.principal()
                .get("/selections/{id}/decisions", selection)
                .then()
                .body("items[1].lineComments[0].lineId", is(line))
                .body("items[1].lineComments[0].comment", is("The room takes twenty."));
        school.budgetOffice()
                .queryParam("limit", 500)
                .get("/selections/{id}/history", selection)
                .then()
                .body("items.find { it.step == 'cfo' }.lineComments.comment", contains("The room takes twenty."))
                .body("items.find { it.step == 'cfo' }.lineComments.lineId", contains(line))
                .body("items.find { it.step == 'council' }.lineComments", nullValue());
        school.budgetOffice()
                .accept("text/html")
                .get("/selections/{id}/record", selection)
                .then()
                .statusCode(200)
                .body(containsString("About Harbor Homework Club"))
                .body(containsString("The room takes twenty."));
        assertThat(said.payloads(selection).getLast())
                .contains("\"returnedBy\":\"completeness\"")
                .doesNotContain("The room");
        school.budgetOffice()
                .queryParam("waitsFor", "cfo")
                .queryParam("fundId", fund)
                .get("/selections")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void a_version_of_the_stages_is_dated_and_the_council_stands_in_each() {
        record(0, PARALLEL).then().statusCode(422).body("type", endsWith("council-left-out"));
        record(0, COUNCIL + ", " + COUNCIL).then().statusCode(422).body("type", endsWith("step-named-twice"));
        record(0, today.minusDays(1), COUNCIL)
                .then()
                .statusCode(422)
                .body("type", endsWith("stages-begin-in-the-past"));
        record(0, "{\"steps\": [{\"step\": \"council\", \"deadline\": {}}]}")
                .then()
                .statusCode(400);
        record(0, "{\"steps\": [{\"step\": \"council\", \"conditions\": [{\"when\": \"total-at-least\"}]}]}")
                .then()
                .statusCode(400);
        school.budgetOffice()
                .body("{}")
                .put("/approval-policies/{fund}/stages", fund)
                .then()
                .statusCode(400);
        school.partnershipsTeam()
                .body("{}")
                .put("/approval-policies/{fund}/stages", fund)
                .then()
                .statusCode(403);

        record(0, today.plusDays(30), COUNCIL).then().statusCode(200);
        record(0, COUNCIL).then().statusCode(412);
        record(1, today.plusDays(10), COUNCIL + ", " + PARALLEL).then().statusCode(200);

        on(today).then().body("number", is(0));
        on(today.plusDays(10)).then().body("number", is(2)).header("ETag", is("\"2\""));
        on(today.plusDays(30)).then().body("number", is(2));
        school.principal()
                .queryParam("limit", 1)
                .get("/approval-policies/{fund}/stages/versions", fund)
                .then()
                .body("items.number", contains(1));
    }

    @Test
    void many_decisions_are_answered_one_by_one() {
        String approvable = school.submitted("100.00");
        String early = school.submitted("101.00");
        String stale = school.submitted("102.00");
        school.close(voted(approvable, "yes")).then().statusCode(200);
        school.close(voted(stale, "yes")).then().statusCode(200);
        String stranger = UUID.randomUUID().toString();
        String body = """
                {"decisions": [%s, %s, %s, %s, %s]}
                """.formatted(
                        item(approvable, seen(approvable), "superintendent"),
                        item(early, seen(early), "superintendent"),
                        item(stale, 1, "superintendent"),
                        item(stranger, 1, "superintendent"),
                        item(stale, seen(stale), "cfo"));
        UUID key = UUID.randomUUID();

        many(key, body)
                .then()
                .statusCode(200)
                .body("answers.status", contains(200, 409, 412, 404, 422))
                .body("answers[0].state", is("submitted"))
                .body("answers[1].problem.type", endsWith("not-the-turn"))
                .body("answers[2].problem.type", endsWith("stale-state"))
                .body("answers[3].problem.type", endsWith("no-such-selection"))
                .body("answers[4].problem.type", endsWith("not-your-step"));
        many(key, body).then().statusCode(200).header("Idempotent-Replayed", is("true"));
        school.principal().get("/selections/{id}", approvable).then().body("openSteps", contains("completeness"));
        school.principal().get("/selections/{id}", stale).then().body("openSteps", contains("superintendent"));
        many(UUID.randomUUID(), "{\"decisions\": []}").then().statusCode(400);
        many(
                        UUID.randomUUID(),
                        "{\"decisions\": [%s]}"
                                .formatted(String.join(", ", Collections.nCopies(101, item(stale, 1, "cfo")))))
                .then()
                .statusCode(400);
    }

    private Response many(UUID key, String body) {
        return school.superintendent().header("Idempotency-Key", key).body(body).post("/selection-decisions");
    }

    private static String item(String selection, long seen, String step) {
        return """
                {"selectionId": "%s", "seen": %d, "step": "%s", "decision": "approve", "reasons": "fits the plan"}
                """.formatted(selection, seen, step);
    }

    private long seen(String selection) {
        return Long.parseLong(school.etag(selection).replace("\"", ""));
    }

    private Response commented(String selection, String line) {
        return school.as("cfo", "cfo")
                .header("If-Match", school.etag(selection))
                .body("""
                        {"decision": "return", "reasons": "see the lines",
                         "lineComments": [{"lineId": "%s", "comment": "The room takes twenty."}]}
                        """.formatted(line))
                .put("/selections/{id}/steps/cfo/decision", selection);
    }

    private Response decide(RequestSpecification by, String selection, String step, String decision) {
        return school.decide(by, selection, "steps/" + step + "/decision", decision);
    }

    private Response on(LocalDate day) {
        return school.principal().queryParam("on", day.toString()).get("/approval-policies/{fund}/stages", fund);
    }

    private Response record(int seen, String stages) {
        return record(seen, today, stages);
    }

    private Response record(int seen, LocalDate firstDay, String stages) {
        return school.budgetOffice()
                .header("If-Match", "\"%d\"".formatted(seen))
                .body("{\"firstDay\": \"%s\", \"source\": \"a test\", \"stages\": [%s]}".formatted(firstDay, stages))
                .put("/approval-policies/{fund}/stages", fund);
    }
}
