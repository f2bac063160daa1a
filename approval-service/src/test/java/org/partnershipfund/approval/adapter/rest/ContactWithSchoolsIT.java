package org.partnershipfund.approval.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.Words;
import org.partnershipfund.testkit.ProblemAnswers;

/** Matching meetings, schools that nobody has talked with, and the guide, through the doors (policy support §6 and §7). */
@QuarkusTest
class ContactWithSchoolsIT extends SchoolStory {

    @Test
    void a_meeting_is_recorded_with_what_was_talked_about() {
        String suggestion = school.superintendent()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"fiscalYear\": 2019, \"programId\": \"%s\", \"why\": \"near\"}".formatted(other))
                .post("/schools/{code}/suggestions", school.code)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        LocalDate today = LocalDate.now(Words.DISTRICT);

        Response made = meet(school.superintendent(), school.code, today, "school-leader", suggestion);
        String id = made.then()
                .statusCode(201)
                .body("people[0].role", equalTo("school-leader"))
                .body("suggestionIds", equalTo(List.of(suggestion)))
                .body("needs", equalTo("Reading in grade 3"))
                .body("recordedBy.subject", equalTo(school.code + "-superintendent"))
                .extract()
                .path("id");
        assertThat(made.header("Location")).endsWith("/schools/%s/matching-meetings/%s".formatted(school.code, id));
        meet(school.partnershipsTeam(), school.code, today.minusDays(1), "council-member", suggestion)
                .then()
                .statusCode(201);
        school.principal()
                .get("/schools/{code}/matching-meetings/{id}", school.code, id)
                .then()
                .statusCode(200)
                .body("heldOn", equalTo(today.toString()));
        school.member("parent-1")
                .get(
                        "/schools/{code}/matching-meetings?fiscalYear=2019&modifiedAfter=2000-01-01T00:00:00Z",
                        school.code)
                .then()
                .statusCode(200)
                .body("items", hasSize(2));

        ProblemAnswers.check(
                meet(school.superintendent(), school.code, today.plusDays(2), "school-leader", suggestion),
                422,
                "held-in-the-future");
        ProblemAnswers.check(
                meet(school.superintendent(), school.code, today, "central-office", suggestion),
                422,
                "nobody-of-the-school");
        ProblemAnswers.check(
                meet(school.superintendent(), school.code, today, "party", suggestion), 400, "invalid-request");
        ProblemAnswers.check(
                meet(
                        school.superintendent(),
                        school.code,
                        today,
                        "school-leader",
                        UUID.randomUUID().toString()),
                404,
                "no-such-suggestion");
        ProblemAnswers.check(
                meet(school.principal(), school.code, today, "school-leader", suggestion), 403, "not-allowed");
        var stranger = new SchoolDoors(anotherCode(), fund, program);
        stranger.seatCouncil().then().statusCode(200);
        stranger.assignSuperintendent().then().statusCode(201);
        ProblemAnswers.check(
                meet(stranger.superintendent(), school.code, today, "school-leader", suggestion),
                404,
                "no-school-of-yours");
        ProblemAnswers.check(
                stranger.principal().get("/schools/{code}/matching-meetings/{id}", school.code, id),
                404,
                "no-such-matching-meeting");
        ProblemAnswers.check(
                stranger.principal().get("/schools/{code}/matching-meetings", school.code), 404, "no-school-of-yours");
    }

    @Test
    void schools_that_nobody_has_talked_with_are_listed_for_the_team_and_their_superintendent() {
        String forgotten = anotherCode();
        imports(
                        "school_code,name\n%s,Forgotten School\n%s,Our School\n".formatted(forgotten, school.code),
                        "?dryRun=true")
                .then()
                .statusCode(200);
        imports("school_code,name\n%s,Forgotten School\n%s,Our School\n".formatted(forgotten, school.code), "")
                .then()
                .statusCode(201)
                .body("schools", equalTo(2));
        ProblemAnswers.check(imports("school_code,name\n12,Short\n", ""), 400, "faulty-upload");

        without(school.superintendent())
                .then()
                .statusCode(200)
                .body("items.schoolCode", equalTo(List.of(school.code)))
                .body("items[0].name", equalTo("Our School"))
                .body("items[0].allocated", equalTo(true))
                .body("items[0].inContact", equalTo(false));
        assertThat(codes(school.partnershipsTeam())).contains(forgotten, school.code);

        meet(school.superintendent(), school.code, LocalDate.now(Words.DISTRICT), "school-leader")
                .then()
                .statusCode(201);

        without(school.superintendent()).then().body("items", hasSize(0));
        school.superintendent()
                .get("/schools?fiscalYear=2019")
                .then()
                .body("items[0].matchingMeetings", equalTo(1))
                .body("items[0].inContact", equalTo(true));
        school.superintendent()
                .get("/schools?fiscalYear=2020&withoutContact=true")
                .then()
                .body("items.schoolCode", hasItem(school.code));
        assertThat(codes(school.partnershipsTeam())).contains(forgotten).doesNotContain(school.code);
        school.partnershipsTeam()
                .accept("text/csv")
                .get("/schools?fiscalYear=2019&limit=1")
                .then()
                .statusCode(200)
                .body(startsWith("school_code,name,"));
        ProblemAnswers.check(school.partnershipsTeam().get("/schools"), 400, "invalid-request");
        ProblemAnswers.check(school.principal().get("/schools?fiscalYear=2019"), 403, "not-allowed");
    }

    @Test
    void the_guide_is_public_once_published_and_never_changes() throws Exception {
        school.partnershipsTeam()
                .accept("text/html")
                .get("/guides/drafts/{fund}", fund)
                .then()
                .statusCode(200)
                .body(containsString("December 11, 2017 to December 13, 2017"))
                .body(containsString("$1,000.00"))
                .body(containsString("at least 48 hours before"))
                .body(containsString("not set yet"));
        ProblemAnswers.check(
                school.principal().accept("text/html").get("/guides/drafts/{fund}", fund), 403, "not-allowed");
        ProblemAnswers.check(publish(school.principal(), fund), 403, "not-allowed");

        Response first = publish(school.partnershipsTeam(), fund);
        String id = first.then()
                .statusCode(201)
                .body("number", equalTo(1))
                .extract()
                .path("id");
        String page = given().accept("text/html")
                .get("/guides/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(page.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(first.path("digest"));
        ProblemAnswers.check(publish(school.partnershipsTeam(), fund), 409, "guide-unchanged");

        school.budgetOffice()
                .header("If-Match", "\"1\"")
                .body("""
                        {"partnerChoice": "portfolio-only", "selectionsDueOn": "2018-01-31",
                         "recusedCountAsPresent": true, "agendaNoticeHours": 72, "source": "a test"}
                        """)
                .put("/approval-policies/{fund}", fund)
                .then()
                .statusCode(200);
        String second = publish(school.partnershipsTeam(), fund)
                .then()
                .statusCode(201)
                .body("number", equalTo(2))
                .extract()
                .path("id");
        given().accept("text/html")
                .get("/guides/{id}", second)
                .then()
                .body(containsString("January 31, 2018"))
                .body(containsString("at least 72 hours before"))
                .body(containsString("You choose from the Opportunity Portfolio"));
        given().accept("text/html").get("/guides/{id}", id).then().body(equalTo(page));
        byte[] pdf = given().accept("application/pdf")
                .get("/guides/{id}", id)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        given().get("/guides?fundId={fund}", fund)
                .then()
                .statusCode(200)
                .body("items.number", equalTo(List.of(1, 2)))
                .body("toString()", not(containsString("html")));
        ProblemAnswers.check(given().accept("text/html").get("/guides/{id}", UUID.randomUUID()), 404, "no-such-guide");
        ProblemAnswers.check(publish(school.partnershipsTeam(), UUID.randomUUID()), 404, "no-such-support-calendar");
    }

    private static Response publish(RequestSpecification who, UUID fund) {
        return who.header("Idempotency-Key", UUID.randomUUID())
                .body("{\"fundId\": \"%s\"}".formatted(fund))
                .post("/guides");
    }

    private Response imports(String csv, String query) {
        return school.partnershipsTeam()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .body(csv)
                .post("/schools/imports" + query);
    }

    private static Response without(RequestSpecification who) {
        return who.get("/schools?fiscalYear=2019&withoutContact=true&limit=500");
    }

    private static List<String> codes(RequestSpecification who) {
        return without(who).then().statusCode(200).extract().path("items.schoolCode");
    }

    private static Response meet(
            RequestSpecification who, String code, LocalDate day, String role, String... suggestions) {
        return who.header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"fiscalYear": 2019, "heldOn": "%s", "people": [{"role": "%s", "number": 1}],
                         "needs": "Reading in grade 3", "suggestionIds": [%s]}
                        """.formatted(
                        day, role, suggestions.length == 0 ? "" : "\"" + String.join("\", \"", suggestions) + "\""))
                .post("/schools/{code}/matching-meetings", code);
    }
}
