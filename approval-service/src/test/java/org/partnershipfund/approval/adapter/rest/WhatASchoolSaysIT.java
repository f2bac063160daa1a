package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.contracts.Events;

/** Policy approval §4 and §11.4: what is decided on, what is said about it, and what comes again a year later. */
@QuarkusTest
class WhatASchoolSaysIT extends SchoolStory {

    private static final String DELIBERATED = """
            {"goals": "Reading by grade three", "dataLookedAt": "Attendance", "pupilsToServe": "Grades K to 2",
             "communityInvolved": "Two parent evenings",
             "options": [{"programId": "%s", "name": "Harbor Homework Club", "chosen": true, "reason": "knows our families"},
                         {"name": "Our own teachers", "chosen": false, "reason": "nobody is free after four"}],
             "community": [{"role": "family", "number": 34},
                           {"role": "student", "how": "a vote in every class"}]}
            """;

    @Test
    void options_and_who_took_part_are_decided_on_and_stay_with_their_version() {
        Response drafted = draft(DELIBERATED.formatted(program));
        drafted.then()
                .statusCode(201)
                .body("needs.options.name", contains("Harbor Homework Club", "Our own teachers"))
                .body("needs.options[1].programId", nullValue())
                .body("needs.community.role", contains("family", "student"))
                .body("needs.community[0].number", is(34))
                .body("needs.community[1].number", nullValue());
        String selection = drafted.path("id");

        school.revise(selection, school.line("10.00"))
                .then()
                .statusCode(200)
                .body("needs.options", empty())
                .body("digest", not(drafted.<String>path("digest")));
        school.principal()
                .get("/selections/{id}/versions", selection)
                .then()
                .statusCode(200)
                .body("items[0].needs.options", hasSize(2))
                .body("items[0].digest", is(drafted.<String>path("digest")))
                .body("items[1].needs.options", empty());
        draft(DELIBERATED.formatted(program).replace("\"number\": 34", "\"how\": \" \""))
                .then()
                .statusCode(400)
                .body("violations[0].reason", containsString("how many took part"));
        draft(DELIBERATED.formatted(program).replace("\"family\"", "\"principal\""))
                .then()
                .statusCode(400)
                .body("violations[0].field", containsString("role"));
    }

    @Test
    void everybody_who_may_read_a_selection_comments_on_it_and_nothing_of_it_changes() {
        String selection =
                school.draft("10.00").then().statusCode(201).extract().path("id");
        String line = school.principal().get("/selections/{id}", selection).path("lines[0].id");
        String tag = school.etag(selection);

        comment(school.member("teacher-1"), selection, "Does the price include snacks?", "\"" + line + "\"")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/selections/" + selection + "/comments"))
                .body("version", is(1))
                .body("lineId", is(line))
                .body("role", is("council-member"));
        school.revise(selection, school.line("20.00")).then().statusCode(200);
        comment(school.superintendent(), selection, "Good.", "null")
                .then()
                .statusCode(201)
                .body("version", is(2))
                .body("lineId", nullValue())
                .body("role", is("instructional-superintendent"));
        comment(school.principal(), selection, "x", "\"" + line + "\"")
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-line"));
        comment(new SchoolDoors(anotherCode(), fund, program).principal(), selection, "x", "null")
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-selection"));
        comment(school.principal(), selection, " ", "null").then().statusCode(400);
        school.as("somebody", "partner")
                .get("/selections/{id}/comments", selection)
                .then()
                .statusCode(403);

        school.budgetOffice()
                .get("/selections/{id}/comments?limit=1", selection)
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.text", contains("Does the price include snacks?"));
        school.principal().get("/selections/{id}/comments", selection).then().body("items.version", contains(1, 2));
        school.principal()
                .accept("text/csv")
                .get("/selections/{id}/comments", selection)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"));
        assertThat(school.etag(selection)).isNotEqualTo(tag);
        String after = school.etag(selection);
        comment(school.principal(), selection, "Yes, it does.", "null").then().statusCode(201);
        assertThat(school.etag(selection)).isEqualTo(after);
    }

    @Test
    void a_student_comments_as_a_student_and_the_audit_trail_keeps_no_text() {
        assertThat(school.partnershipsTeam()
                        .header("If-Match", "\"1\"")
                        .body(school.highSchool("parent-4"))
                        .put("/councils/{code}", school.code)
                        .statusCode())
                .isEqualTo(200);
        String selection =
                school.draft("10.00").then().statusCode(201).extract().path("id");

        comment(school.member("student-1"), selection, "Can it begin after four?", "null")
                .then()
                .statusCode(201)
                .body("saidBy", nullValue())
                .body("role", is("council-member"))
                .body("text", is("Can it begin after four?"));
        comment(school.member("teacher-1"), selection, "Yes.", "null")
                .then()
                .statusCode(201)
                .body("saidBy.subject", is(school.code + "-teacher-1"));

        for (RequestSpecification reader : List.of(school.principal(), school.budgetOffice())) {
            assertThat(reader.get("/selections/{id}/comments", selection)
                            .then()
                            .statusCode(200)
                            .body("items.text", contains("Can it begin after four?", "Yes."))
                            .body("items[0].saidBy", nullValue())
                            .body("items[1].saidBy.subject", is(school.code + "-teacher-1"))
                            .extract()
                            .asString())
                    .doesNotContain("student-1");
        }
        assertThat(school.principal()
                        .accept("text/csv")
                        .get("/selections/{id}/comments", selection)
                        .asString())
                .contains("Can it begin after four?", "teacher-1")
                .doesNotContain("student-1");
        assertThat(said.audited(selection))
                .filteredOn(line -> line.startsWith("SelectionCommented"))
                .hasSize(2)
                .noneMatch(line -> line.contains("after four") || line.contains("Yes."));
    }

    @Test
    void last_years_selection_is_copied_at_todays_prices_and_what_cannot_be_bought_is_said() {
        String lastYear = school.draft(school.principal(), school.line("600.00") + ", " + line(other, "year"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String alone = school.draft("600.00").then().statusCode(201).extract().path("id");
        UUID next = UUID.randomUUID();
        wire.say(Events.FUND_OPENED, next.toString(), """
                {"fundId": "%s", "name": "Partnership Fund FY2020", "fiscalYear": 2020,
                 "startsOn": "2019-07-01", "endsOn": "2020-06-30",
                 "pool": {"amount": "5700000.00", "currency": "USD"},
                 "chart": {"account": "52907", "fund": "100", "program": "2536", "subclass": "0000"},
                 "openedAt": "2018-12-01T13:00:00Z"}
                """.formatted(next));
        wire.programChanged(program, partner, 2, "500.00");
        soon().untilAsserted(() -> {
            assertThat(said.audited(next.toString())).isNotEmpty();
            assertThat(said.audited(program.toString()))
                    .filteredOn(line -> line.startsWith("ProgramRemembered"))
                    .hasSize(2);
        });

        Response copy = copy(school.principal(), lastYear, next);

        copy.then()
                .statusCode(201)
                .body("lines.outcome", contains("left-out", "copied"))
                .body("lines[0].code", is("agreed-amount-too-high"))
                .body("lines[0].before.amount", is("600.00"))
                .body("lines[1].now.amount", is("300.00"))
                .body("selection.fiscalYear", is(2020))
                .body("selection.state", is("draft"))
                .body("selection.lines", hasSize(1))
                .body("selection.lines[0].serviceFrom", is("2019-09-04"))
                .body("selection.lines[0].portfolio", is("registered"))
                .body("selection.needs.goals", is("Reading by grade three"));
        school.principal().get(copy.header("Location")).then().statusCode(200).header("ETag", copy.header("ETag"));
        copy(school.principal(), lastYear, fund).then().statusCode(422).body("type", endsWith("not-from-last-year"));
        copy(school.principal(), alone, next)
                .then()
                .statusCode(422)
                .body("type", endsWith("nothing-to-copy"))
                .body("detail", containsString("agreedAmount times quantity is $600.00"));
        copy(school.principal(), lastYear, UUID.randomUUID())
                .then()
                .statusCode(409)
                .body("type", endsWith("fund-not-heard-of"));
        copy(new SchoolDoors(anotherCode(), fund, program).principal(), lastYear, next)
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-selection"));
        copy(school.member("teacher-1"), lastYear, next).then().statusCode(403);
    }

    private Response draft(String needs) {
        return school.principal()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"fundId\": \"%s\", \"schoolCode\": \"%s\", \"needs\": %s, \"lines\": [%s]}"
                        .formatted(fund, school.code, needs, school.line("10.00")))
                .post("/selections");
    }

    private static Response comment(RequestSpecification by, String selection, String text, String line) {
        return by.header("Idempotency-Key", UUID.randomUUID())
                .body("{\"text\": \"%s\", \"lineId\": %s}".formatted(text, line))
                .post("/selections/{id}/comments", selection);
    }

    private static Response copy(RequestSpecification by, String selection, UUID into) {
        return by.header("Idempotency-Key", UUID.randomUUID())
                .body("{\"selectionId\": \"%s\", \"fundId\": \"%s\"}".formatted(selection, into))
                .post("/selections/copies");
    }
}
