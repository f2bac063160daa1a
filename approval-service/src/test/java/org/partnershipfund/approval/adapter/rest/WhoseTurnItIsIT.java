package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.turn.OpenTurns;
import org.partnershipfund.testkit.Tokens;

/** Policy approval §14 and §15: whose turn it is, and who stands in for whom. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class WhoseTurnItIsIT extends SchoolStory {

    private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));

    @Inject
    OpenTurns openTurns;

    @Test
    void what_waits_goes_from_one_to_the_next() {
        String selection =
                school.draft("900.00").then().statusCode(201).extract().path("id");
        assertThat(kinds(school.principal(), selection)).containsExactly("finish");
        school.submit(selection).then().statusCode(200);
        assertThat(kinds(school.principal(), selection)).containsExactly("convene");
        assertThat(kinds(school.superintendent(), selection)).isEmpty();

        String motion = school.move(convened(selection), selection)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(kinds(school.principal(), selection)).containsExactly("vote");
        assertThat(kinds(school.member("teacher-1"), selection)).containsExactly("vote");
        assertThat(kinds(school.member("teacher-3"), selection)).isEmpty();
        school.castAll(motion, "yes", "principal", "teacher-1", "parent-1", "teacher-2", "parent-2");
        assertThat(kinds(school.member("teacher-1"), selection)).isEmpty();
        school.close(motion).then().statusCode(200);

        assertThat(kinds(school.superintendent(), selection)).containsExactly("decide");
        assertThat(kinds(school.principal(), selection)).isEmpty();
        decide(school.superintendent(), selection, "approve").then().statusCode(200);
        assertThat(kinds(school.superintendent(), selection)).isEmpty();
        assertThat(kinds(school.budgetOffice(), selection)).containsExactly("decide");
        assertThat(kinds(school.as("superintendent", "budget-office"), selection))
                .isEmpty();
    }

    @Test
    void a_returned_selection_and_an_account_wait_for_the_principal_and_a_blocked_one_for_the_team() {
        String lost = school.submitted("100.00");
        String motion = school.move(convened(lost), lost)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        school.castAll(motion, "no", "principal");
        school.castAll(motion, "yes", "teacher-1", "parent-1", "teacher-2", "parent-2");
        school.close(motion).then().statusCode(200).body("closing.accountOwed", is(true));
        assertThat(kinds(school.principal(), lost)).containsExactlyInAnyOrder("account", "finish");

        String blocked = school.submitted("101.00");
        String second = school.move(convened(blocked), blocked)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        school.recuse(school.principal(), second).then().statusCode(200);
        school.castAll(second, "yes", "teacher-1", "parent-1", "teacher-2", "parent-2");
        school.close(second).then().statusCode(200);
        assertThat(kinds(school.partnershipsTeam(), blocked)).containsExactly("unblock");
        school.principal()
                .get("/selections/{id}/turn", blocked)
                .then()
                .body("missing", containsString("partnerships team"));
    }

    @Test
    void a_student_on_the_council_may_act_and_is_not_named() {
        school.partnershipsTeam()
                .header("If-Match", "\"1\"")
                .body(school.highSchool("parent-4"))
                .put("/councils/{code}", school.code)
                .then()
                .statusCode(200);
        String selection = school.submitted("900.00");

        assertThat(turn(school.superintendent(), selection)
                        .then()
                        .statusCode(200)
                        .body("openSteps.step", contains("council"))
                        .body("openSteps[0].persons.capacity", everyItem(is("council-member")))
                        .body("openSteps[0].persons", hasSize(10))
                        .body("openSteps[0].persons.findAll { it.person == null }", hasSize(1))
                        .body("openSteps[0].persons.person.subject", hasItem(school.code + "-teacher-1"))
                        .extract()
                        .asString())
                .doesNotContain("student-1");
    }

    @Test
    void who_may_act_is_named_and_outside_of_ones_records_there_is_nothing() {
        String selection = byCouncil("900.00");
        var stranger = new SchoolDoors(anotherCode(), fund, program);

        turn(school.principal(), selection)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("turn", is("steps"))
                .body("openSteps", hasSize(1))
                .body("openSteps[0].step", is("superintendent"))
                .body("openSteps[0].kind", is("single-decision"))
                .body("openSteps[0].role", is("instructional-superintendent"))
                .body("openSteps[0].overdue", is(false))
                .body("openSteps[0].persons.person.subject", contains(school.code + "-superintendent"))
                .body("openSteps[0].persons[0].capacity", is("assigned-supervisor"));
        for (String door : List.of("turn", "progress")) {
            stranger.principal()
                    .get("/selections/{id}/" + door, selection)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("no-such-selection"));
            stranger.as("partner", "partner")
                    .get("/selections/{id}/" + door, selection)
                    .then()
                    .statusCode(403);
        }
        stranger.as("partner", "partner").get("/turns").then().statusCode(403);
        school.superintendent().queryParam("limit", 0).get("/turns").then().statusCode(400);
        assertThat(school.superintendent()
                        .accept("text/csv")
                        .get("/turns")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains(selection, "decide");
        assertThat(openTurns.list(Optional.of(new FundId(fund)), today, Optional.empty(), 10))
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.step()).isEqualTo(Step.SUPERINTENDENT);
                    assertThat(open.actors())
                            .extracting(actor -> actor.person().subject())
                            .containsExactly(school.code + "-superintendent");
                });
    }

    @Test
    void a_page_ends_where_the_next_begins_and_what_is_due_comes_first() {
        school.budgetOffice()
                .header("If-Match", "\"0\"")
                .body("""
                        {"firstDay": "%s", "source": "a test", "stages": [
                          {"steps": [{"step": "council"}]},
                          {"steps": [{"step": "superintendent", "deadline": {"onDay": "%s"}}]}]}
                        """.formatted(today, today.minusDays(1)))
                .put("/approval-policies/{fund}/stages", fund)
                .then()
                .statusCode(200);
        String late = byCouncil("100.00");
        String draft = school.draft("100.00").then().statusCode(201).extract().path("id");
        String another = school.draft("101.00").then().statusCode(201).extract().path("id");
        RequestSpecification both = school.as("both", "school-leader", "instructional-superintendent");

        school.superintendent()
                .get("/turns")
                .then()
                .body("items.selectionId", contains(late))
                .body("items[0].overdue", is(true))
                .body("items[0].until", notNullValue());
        turn(school.principal(), late)
                .then()
                .body("openSteps[0].overdue", is(true))
                .body("state", is("submitted"));
        String next = school.principal()
                .queryParam("limit", 1)
                .get("/turns")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next");
        school.principal()
                .queryParam("limit", 5)
                .queryParam("after", next)
                .get("/turns")
                .then()
                .body("items", hasSize(2))
                .body("next", nullValue());
        school.principal()
                .get("/turns")
                .then()
                .body("items.selectionId", hasItems(draft, another))
                .body("items.kind", hasItem("acknowledge"));
        school.principal()
                .body("{\"summary\": \"Edition of 2018\"}")
                .put("/council-conduct/{code}/acknowledgements/mine", school.code)
                .then()
                .statusCode(200);
        school.principal().get("/turns").then().body("items.kind", contains("finish", "finish"));
        both.get("/turns").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void a_superintendent_delegates_and_both_stand_on_the_decision() {
        String selection = byCouncil("900.00");
        RequestSpecification asked = deputy();
        asked.get("/selections/{id}", selection).then().statusCode(404);
        delegate(deputy(), "someone", today, today)
                .then()
                .statusCode(422)
                .body("type", endsWith("nothing-to-delegate"));
        delegate(school.superintendent(), "superintendent", today, today)
                .then()
                .statusCode(422)
                .body("type", endsWith("delegation-to-oneself"));
        delegate(school.superintendent(), "deputy", today, today.minusDays(1))
                .then()
                .statusCode(422)
                .body("type", endsWith("delegation-ends-before-it-begins"));
        String delegation = delegate(school.superintendent(), "deputy", today, today.plusDays(7))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        deputy().get("/selections/{id}", selection).then().statusCode(200);
        deputy().get("/turns")
                .then()
                .body("items.selectionId", contains(selection))
                .body("items[0].inPlaceOf.subject", is(school.code + "-superintendent"));
        turn(school.principal(), selection)
                .then()
                .body("openSteps[0].persons.capacity", contains("assigned-supervisor", "delegate"))
                .body("openSteps[0].persons[1].inPlaceOf.subject", is(school.code + "-superintendent"));
        delegate(deputy(), "someone", today, today)
                .then()
                .statusCode(422)
                .body("type", endsWith("nothing-to-delegate"));
        deputy().get("/delegations/{id}", delegation).then().statusCode(200).body("step", is("superintendent"));
        school.as("other", "cfo").get("/delegations/{id}", delegation).then().statusCode(404);
        school.as("other", "cfo").get("/delegations").then().body("items", hasSize(0));
        deputy().get("/delegations").then().body("items.id", contains(delegation));

        decide(deputy(), selection, "approve").then().statusCode(200).body("waitsFor", is("completeness"));
        school.principal()
                .get("/selections/{id}/decisions", selection)
                .then()
                .body("items[1].decidedBy.subject", is(school.code + "-deputy"))
                .body("items[1].inPlaceOf.subject", is(school.code + "-superintendent"));
        for (String tainted : List.of("deputy", "superintendent")) {
            school.decide(school.as(tainted, "budget-office"), selection, "completeness-check", "complete")
                    .then()
                    .statusCode(422)
                    .body("type", endsWith("own-decision"));
        }
        String other = byCouncil("50.00");
        revoke(school.as("other", "cfo"), delegation).then().statusCode(404);
        revoke(school.superintendent(), delegation).then().statusCode(200).body("revokedAt", notNullValue());
        revoke(school.superintendent(), delegation).then().statusCode(409).body("type", endsWith("delegation-revoked"));
        decide(deputy(), other, "approve").then().statusCode(404);
        deputy().get("/turns").then().body("items", hasSize(0));
    }

    @Test
    void an_office_delegates_to_a_superintendent_of_other_schools_who_sees_this_one_while_the_step_is_open() {
        String selection = byCouncil("900.00");
        decide(school.superintendent(), selection, "approve")
                .then()
                .statusCode(200)
                .body("waitsFor", is("completeness"));
        var neighbour = new SchoolDoors(anotherCode(), fund, program);
        neighbour.assignSuperintendent().then().statusCode(201);
        String delegate = neighbour.code + "-superintendent";
        neighbour.superintendent().get("/selections/{id}", selection).then().statusCode(404);
        delegateCompleteness(delegate, today.plusDays(91))
                .then()
                .statusCode(422)
                .body("type", endsWith("delegation-too-long"))
                .body("detail", containsString(today.plusDays(90).toString()));
        delegateCompleteness(delegate, today.plusDays(90)).then().statusCode(201);

        neighbour.superintendent().get("/turns").then().body("items.selectionId", hasItem(selection));
        neighbour.superintendent().get("/selections/{id}", selection).then().statusCode(200);
        school.decide(neighbour.superintendent(), selection, "steps/completeness/decision", "approve")
                .then()
                .statusCode(200)
                .body("state", is("approved"));
        neighbour.superintendent().get("/selections/{id}", selection).then().statusCode(404);
        school.principal()
                .get("/selections/{id}/decisions", selection)
                .then()
                .body("items[2].decidedBy.subject", is(delegate))
                .body("items[2].inPlaceOf.subject", is(school.code + "-budget-officer"));
        school.budgetOffice()
                .queryParam("limit", 500)
                .get("/selections/{id}/history", selection)
                .then()
                .body("items.find { it.step == 'completeness' }.by.subject", is(delegate))
                .body(
                        "items.find { it.step == 'completeness' }.inPlaceOf.subject",
                        is(school.code + "-budget-officer"));
    }

    @Test
    void a_step_is_taken_from_its_superintendents_only_when_all_of_them_are_away() {
        String selection = byCouncil("900.00");
        school.assign("second-superintendent").then().statusCode(201);
        var one = new SchoolDoors(anotherCode(), fund, program);
        var another = new SchoolDoors(anotherCode(), fund, program);
        one.assignSuperintendent().then().statusCode(201);
        another.assignSuperintendent().then().statusCode(201);
        away(school.partnershipsTeam(), school.code + "-superintendent", today)
                .then()
                .statusCode(201);

        reassign(selection, one.code + "-superintendent")
                .then()
                .statusCode(409)
                .body("type", endsWith("supervisor-is-there"))
                .body("detail", containsString(school.code + "-second-superintendent"));
        away(school.partnershipsTeam(), school.code + "-second-superintendent", today)
                .then()
                .statusCode(201);
        reassign(selection, one.code + "-superintendent").then().statusCode(200);
        one.superintendent().get("/selections/{id}", selection).then().statusCode(200);
        reassign(selection, another.code + "-superintendent")
                .then()
                .statusCode(409)
                .body("type", endsWith("supervisor-is-there"));
        away(school.partnershipsTeam(), one.code + "-superintendent", today)
                .then()
                .statusCode(201);
        reassign(selection, another.code + "-superintendent").then().statusCode(200);
        one.superintendent().get("/selections/{id}", selection).then().statusCode(404);
        another.superintendent().get("/selections/{id}", selection).then().statusCode(200);
    }

    @Test
    void while_the_superintendent_is_away_the_team_reassigns_the_step() {
        String selection = byCouncil("900.00");
        var neighbour = new SchoolDoors(anotherCode(), fund, program);
        neighbour.assignSuperintendent().then().statusCode(201);
        reassign(selection, neighbour.code + "-superintendent")
                .then()
                .statusCode(409)
                .body("type", endsWith("supervisor-is-there"));
        away(school.as("other", "cfo"), school.code + "-superintendent", today)
                .then()
                .statusCode(422)
                .body("type", endsWith("not-your-absence"));
        away(school.partnershipsTeam(), school.code + "-superintendent", today.minusDays(1))
                .then()
                .statusCode(422)
                .body("type", endsWith("absence-ends-before-it-begins"));
        away(school.partnershipsTeam(), school.code + "-superintendent", today.plusDays(3))
                .then()
                .statusCode(201);
        turn(school.principal(), selection)
                .then()
                .body(
                        "openSteps[0].persons[0].absentUntil",
                        is(today.plusDays(3).toString()));
        reassign(selection, school.code + "-principal")
                .then()
                .statusCode(422)
                .body("type", endsWith("not-a-supervisor"));
        reassign(selection, neighbour.code + "-superintendent")
                .then()
                .statusCode(200)
                .body("openSteps[0].persons.person.subject", contains(neighbour.code + "-superintendent"))
                .body("openSteps[0].persons[0].capacity", is("reassigned-supervisor"));

        school.superintendent().get("/turns").then().body("items.selectionId", not(hasItem(selection)));
        decide(school.superintendent(), selection, "approve").then().statusCode(404);
        neighbour.superintendent().get("/turns").then().body("items.selectionId", contains(selection));
        decide(neighbour.superintendent(), selection, "approve").then().statusCode(200);
        school.superintendent().get("/absences").then().body("items", hasSize(1));
        school.principal()
                .get("/selections/{id}/progress", selection)
                .then()
                .statusCode(200)
                .body("stagesNumber", is(0))
                .body("steps.step", contains("council", "superintendent", "completeness", "reservation"))
                .body("steps.status", contains("approved", "approved", "open", "to-come"))
                .body("steps[1].decidedBy.subject", is(neighbour.code + "-superintendent"))
                .body("reassigned.supervisor.subject", contains(neighbour.code + "-superintendent"))
                .body("next", is("The budget office checks that it is complete."));
        reassign(selection, neighbour.code + "-superintendent")
                .then()
                .statusCode(409)
                .body("type", endsWith("not-the-turn"));
    }

    private RequestSpecification deputy() {
        return school.as("deputy", "instructional-superintendent");
    }

    private String byCouncil(String agreed) {
        String selection = school.submitted(agreed);
        school.close(voted(selection, "yes")).then().statusCode(200);
        return selection;
    }

    private List<String> kinds(RequestSpecification by, String selection) {
        return by.queryParam("limit", 500)
                .get("/turns")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.selectionId == '%s' }.kind".formatted(selection));
    }

    private static Response turn(RequestSpecification by, String selection) {
        return by.get("/selections/{id}/turn", selection);
    }

    private Response decide(RequestSpecification by, String selection, String decision) {
        return school.decide(by, selection, "superintendent-decision", decision);
    }

    private Response delegate(RequestSpecification by, String to, LocalDate from, LocalDate until) {
        return by.header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"delegate": {"issuer": "%s", "subject": "%s-%s"}, "step": "superintendent", "from": "%s",
                         "until": "%s", "reason": "on leave"}
                        """.formatted(Tokens.ISSUER, school.code, to, from, until))
                .post("/delegations");
    }

    private Response delegateCompleteness(String to, LocalDate until) {
        return school.budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"delegate": {"issuer": "%s", "subject": "%s"}, "step": "completeness", "schoolCodes": ["%s"],
                         "from": "%s", "until": "%s", "reason": "on leave"}
                        """.formatted(Tokens.ISSUER, to, school.code, today, until))
                .post("/delegations");
    }

    private Response revoke(RequestSpecification by, String delegation) {
        String etag = school.partnershipsTeam()
                .get("/delegations/{id}", delegation)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        return by.header("If-Match", etag).put("/delegations/{id}/revocation", delegation);
    }

    private Response away(RequestSpecification by, String subject, LocalDate until) {
        return by.header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"person": {"issuer": "%s", "subject": "%s"}, "from": "%s", "until": "%s"}
                        """.formatted(Tokens.ISSUER, subject, today, until))
                .post("/absences");
    }

    private Response reassign(String selection, String subject) {
        return school.partnershipsTeam()
                .header("If-Match", school.etag(selection))
                .body("""
                        {"supervisor": {"issuer": "%s", "subject": "%s"}, "reason": "on leave until Friday"}
                        """.formatted(Tokens.ISSUER, subject))
                .put("/selections/{id}/steps/superintendent/assignee", selection);
    }
}
