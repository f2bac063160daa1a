package org.partnershipfund.approval.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.testkit.Tokens;

/** Policy approval §16 through the doors: editions for the budget system, and where every school stands. */
@QuarkusTest
class SubmittingTheBudgetIT extends SchoolStory {

    private Response make() {
        return school.budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/funds/{fund}/budget-submissions", fund);
    }

    private Response acknowledge(RequestSpecification by, int number, @Nullable String etag, String body) {
        return (etag == null ? by : by.header("If-Match", etag))
                .body(body)
                .put("/funds/{fund}/budget-submissions/{number}/acknowledgement", fund, number);
    }

    private static RequestSpecification system(String... scopes) {
        return given().auth().oauth2(Tokens.system(scopes)).contentType("application/json");
    }

    private static final String REJECTED =
            "{\"outcome\": \"rejected\", \"reference\": \"BUD-1\", \"objections\": [{\"responsibilityCentre\": \"%s\", \"reason\": \"frozen\"}]}";
    private static final String ACCEPTED = "{\"outcome\": \"accepted\", \"reference\": \"BUD-2\"}";

    @Test
    void what_is_approved_goes_to_the_budget_system_edition_by_edition() {
        make().then().statusCode(409).body("type", endsWith("nothing-to-submit"));
        var _ = approved(school.line("600.25"));
        school.budgetOffice()
                .get("/funds/{fund}/budget-submission", fund)
                .then()
                .statusCode(200)
                .body("number", nullValue())
                .body("total.amount", is("600.25"))
                .body("budgetLines[0].account", is("52907"))
                .body("budgetLines[0].fund", is("100"))
                .body("budgetLines[0].responsibilityCentre", is("101203"))
                .body("budgetLines[0].program", is("2536"))
                .body("budgetLines[0].subclass", is("0000"));
        make().then()
                .statusCode(201)
                .header("ETag", is("\"1\""))
                .header("Location", endsWith("/budget-submissions/1"))
                .body("digest", notNullValue())
                .body("difference.amount", is("600.25"));
        make().then()
                .statusCode(409)
                .body("type", endsWith("submission-unanswered"))
                .body("detail", containsString("Edition 1 of "));

        acknowledge(school.budgetOffice(), 1, null, ACCEPTED).then().statusCode(428);
        acknowledge(school.budgetOffice(), 1, "\"2\"", ACCEPTED).then().statusCode(412);
        acknowledge(school.budgetOffice(), 2, "\"1\"", ACCEPTED)
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-submission"));
        acknowledge(school.budgetOffice(), 1, "\"1\"", REJECTED.formatted("999999"))
                .then()
                .statusCode(422)
                .body("type", endsWith("not-in-the-submission"));
        acknowledge(school.budgetOffice(), 1, "\"1\"", ACCEPTED.replace("accepted", "rejected"))
                .then()
                .statusCode(422)
                .body("type", endsWith("rejected-without-reason"));
        acknowledge(system(), 1, "\"1\"", ACCEPTED).then().statusCode(403);
        acknowledge(system("budget:exchange"), 1, "\"1\"", REJECTED.formatted("101203"))
                .then()
                .statusCode(200)
                .header("ETag", is("\"2\""))
                .body("answer.objections.reason", contains("frozen"));
        acknowledge(school.budgetOffice(), 1, "\"2\"", ACCEPTED)
                .then()
                .statusCode(409)
                .body("type", endsWith("submission-answered"));

        make().then().statusCode(201).body("number", is(2)).body("comparedWith", nullValue());
        acknowledge(school.budgetOffice(), 2, "\"1\"", ACCEPTED).then().statusCode(200);
        make().then().statusCode(409).body("type", endsWith("nothing-to-submit"));
        var _ = approved(school.line("99.75"));
        make().then()
                .statusCode(201)
                .body("comparedWith", is(2))
                .body("total.amount", is("700.00"))
                .body("difference.amount", is("99.75"))
                .body("budgetLines.amount", contains("700.00"))
                .body("budgetLines.before", contains("600.25"))
                .body("budgetLines.difference", contains("99.75"))
                .body("selectionLines.amount", containsInAnyOrder("600.25", "99.75"));
        school.budgetOffice()
                .get("/funds/{fund}/budget-submissions", fund)
                .then()
                .statusCode(200)
                .body("items.outcome", contains("rejected", "accepted", null))
                .body("items.total.amount", contains("600.25", "600.25", "700.00"));
        school.budgetOffice()
                .get("/funds/{fund}/budget-submissions?limit=2", fund)
                .then()
                .body("items.number", contains(1, 2))
                .body("next", notNullValue());
        school.budgetOffice()
                .get("/funds/{fund}/budget-submissions/1", fund)
                .then()
                .statusCode(200)
                .body("total.amount", is("600.25"))
                .body("difference.amount", is("600.25"));
        assertThat(said.audited(fund.toString())).anyMatch(line -> line.startsWith("BudgetSubmitted"));
    }

    @Test
    void what_a_rejected_edition_said_is_told_by_the_next_one() {
        String selection = approved(school.line("600.00"));
        make().then().statusCode(201);
        acknowledge(school.budgetOffice(), 1, "\"1\"", ACCEPTED).then().statusCode(200);
        school.amend(selection, school.line("650.00")).then().statusCode(200);
        var _ = decided(selection);
        make().then().statusCode(201).body("comparedWith", is(1)).body("difference.amount", is("50.00"));
        var _ = approved(school.line("10.00"));
        make().then().statusCode(409).body("type", endsWith("submission-unanswered"));
        acknowledge(school.budgetOffice(), 2, "\"1\"", REJECTED.formatted("101203"))
                .then()
                .statusCode(200);

        make().then()
                .statusCode(201)
                .body("number", is(3))
                .body("comparedWith", is(1))
                .body("budgetLines.before", contains("600.00"))
                .body("budgetLines.difference", contains("60.00"));
    }

    @Test
    void no_line_is_left_out_because_its_budget_line_is_not_known() {
        var _ = approved(school.line("600.00"));
        String strange = approved(school.line("100.00"));
        String unheard = anotherCode();
        said.moveToUnheardSchool(strange, unheard);

        for (Response answer : List.of(school.budgetOffice().get("/funds/{fund}/budget-submission", fund), make())) {
            answer.then()
                    .statusCode(409)
                    .body("type", endsWith("chart-not-known"))
                    .body("detail", containsString("the responsibility centre of school " + unheard));
        }
        school.budgetOffice()
                .get("/funds/{fund}/budget-submissions", fund)
                .then()
                .body("items", empty());
    }

    @Test
    void an_amended_selection_is_submitted_as_it_stands() {
        String selection = approved(school.line("600.00"));
        school.amend(selection, school.line("700.00")).then().statusCode(200);

        school.budgetOffice()
                .get("/funds/{fund}/budget-submission", fund)
                .then()
                .statusCode(200)
                .body("total.amount", is("600.00"))
                .body("selectionLines.version", contains(1));
        school.budgetOffice()
                .get("/funds/{fund}/progress", fund)
                .then()
                .body("items[0].approved.amount", is("600.00"))
                .body("items[0].selected.amount", is("700.00"))
                .body("items[0].step", is("draft"));
    }

    @Test
    void the_file_is_csv_that_no_spreadsheet_runs() {
        UUID risky = UUID.randomUUID();
        wire.say(Events.PROGRAM_REGISTERED, risky.toString(), """
                {"programId": "%s", "partnerId": "%s", "partnerName": "Harbor Youth Alliance",
                 "name": "=HYPERLINK(0)", "serviceArea": "afterschool-and-recreation", "grades": ["K"], "capacity": 400,
                 "priceSheet": {"version": 1, "validFrom": "2017-09-01", "prices": [
                   {"code": "year", "description": "One school year", "unit": "per-year",
                    "amount": {"amount": "10.50", "currency": "USD"}}]},
                 "registeredAt": "2017-10-02T15:00:00Z"}
                """.formatted(risky, partner));
        soon().untilAsserted(() ->
                assertThat(said.audited(risky.toString())).anyMatch(line -> line.startsWith("ProgramRemembered")));
        var _ = approved(line(risky, "year"));

        school.budgetOffice()
                .accept("text/csv")
                .get("/funds/{fund}/budget-submission?rows=selection-lines", fund)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("budget-submission-now.csv"))
                .body(containsString("'=HYPERLINK(0)"));
        String file = school.budgetOffice()
                .accept("text/csv")
                .get("/funds/{fund}/budget-submission", fund)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(List.of(file.split("\\r\\n")))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("account,fund,responsibility_centre,program,subclass,amount,before,difference");
        assertThat(file).contains("52907,100,101203,2536,0000,10.50,0.00,10.50," + school.code);
        school.budgetOffice()
                .get("/funds/{fund}/budget-submission?rows=everything", fund)
                .then()
                .statusCode(400);
    }

    @Test
    void every_school_of_the_fund_stands_somewhere_and_who_is_late_is_told() {
        String behind = anotherCode();
        wire.allocationPublished(fund, behind, "500.00");
        soon().untilAsserted(() ->
                assertThat(said.audited(behind)).anyMatch(line -> line.startsWith("AllocationRemembered")));
        var _ = school.submitted("300.00");
        dueYesterday();

        school.budgetOffice()
                .get("/funds/{fund}/progress", fund)
                .then()
                .statusCode(200)
                .body("items.schoolCode", contains(school.code, behind))
                .body("items.step", contains("council", "no-selection"))
                .body("items.openSteps", contains(List.of("council"), List.of()))
                .body("items.selected.amount", contains("300.00", "0.00"))
                .body("items.approved.amount", contains("0.00", "0.00"))
                .body("items.overdue", contains(false, true));
        school.partnershipsTeam()
                .get("/funds/{fund}/progress?overdue=true", fund)
                .then()
                .body("items.schoolCode", contains(behind));
        school.principal()
                .get("/funds/{fund}/progress", fund)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        school.budgetOffice()
                .get("/funds/{fund}/progress?limit=1", fund)
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue());
        new SchoolDoors(anotherCode(), fund, program)
                .principal()
                .get("/funds/{fund}/progress", fund)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void steps_that_are_open_at_once_are_all_told() {
        school.budgetOffice()
                .header("If-Match", "\"0\"")
                .body("""
                        {"firstDay": "%s", "source": "a test", "stages": [
                          {"steps": [{"step": "council"}]},
                          {"steps": [{"step": "superintendent"}, {"step": "cfo"}]}]}
                        """.formatted(LocalDate.now(ZoneId.of("America/New_York"))))
                .put("/approval-policies/{fund}/stages", fund)
                .then()
                .statusCode(200);
        String ahead = school.submitted("300.00");
        school.close(voted(ahead, "yes")).then().statusCode(200);
        stands("superintendent", "superintendent", "cfo");

        var _ = school.submitted("200.00");
        stands("council", "council", "superintendent", "cfo");
        school.budgetOffice()
                .accept("text/csv")
                .get("/funds/{fund}/progress", fund)
                .then()
                .statusCode(200)
                .body(containsString(",council,council|superintendent|cfo,"));
    }

    private void stands(String step, String... open) {
        school.partnershipsTeam()
                .get("/funds/{fund}/progress", fund)
                .then()
                .statusCode(200)
                .body("items[0].step", is(step))
                .body("items[0].openSteps", contains(open));
    }

    private void dueYesterday() {
        String etag = school.budgetOffice()
                .get("/approval-policies/{fund}", fund)
                .then()
                .extract()
                .header("ETag");
        String yesterday =
                LocalDate.now(ZoneId.of("America/New_York")).minusDays(1).toString();
        school.budgetOffice()
                .header("If-Match", etag)
                .body("""
                        {"partnerChoice": "any-registered", "selectionsDueOn": "%s", "recusedCountAsPresent": true,
                         "agendaNoticeHours": 48, "source": "a test"}
                        """.formatted(yesterday))
                .put("/approval-policies/{fund}", fund)
                .then()
                .statusCode(200);
    }

    @Test
    void schools_and_strange_funds_are_kept_from_it() {
        UUID strange = UUID.randomUUID();
        for (String door : List.of("budget-submission", "budget-submissions", "budget-submissions/1", "progress")) {
            school.budgetOffice()
                    .get("/funds/{fund}/" + door, strange)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("fund-not-known-here"));
        }
        school.principal().get("/funds/{fund}/budget-submission", fund).then().statusCode(403);
        school.partnershipsTeam()
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/funds/{fund}/budget-submissions", fund)
                .then()
                .statusCode(403);
        system().get("/funds/{fund}/budget-submission", fund).then().statusCode(403);
        system("budget:exchange")
                .get("/funds/{fund}/budget-submission", fund)
                .then()
                .statusCode(200);
        system("budget:exchange").get("/funds/{fund}/progress", fund).then().statusCode(403);
    }
}
