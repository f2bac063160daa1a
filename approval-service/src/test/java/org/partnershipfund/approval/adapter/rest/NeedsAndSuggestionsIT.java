package org.partnershipfund.approval.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.ProblemAnswers;

/** What a school needs, and what its superintendent suggests, through the doors (policy approval §9). */
@QuarkusTest
class NeedsAndSuggestionsIT extends SchoolStory {

    private static final String NEEDS = """
            {"goals": [{"serviceArea": "academic", "term": "literacy"}, {"serviceArea": "parents-and-family"}],
             "grades": ["3", "4"], "pupils": 45,
             "times": [{"day": "monday", "from": "15:00", "until": "17:30"}], "sessions": 60,
             "languages": ["en", "es"], "budget": {"amount": "20000.00", "currency": "USD"}}
            """;
    private static final String LEAST = """
            {"goals": [{"serviceArea": "academic"}], "grades": ["PK"], "pupils": 1}
            """;

    @Test
    void leader_and_council_say_what_the_school_needs_and_its_superintendent_reads_it() {
        ProblemAnswers.check(needs(school.principal(), school.code), 404, "no-such-needs");
        say(school.principal(), null, NEEDS)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("schoolCode", equalTo(school.code))
                .body("fiscalYear", equalTo(2019))
                .body("saidBy.subject", equalTo(school.code + "-principal"))
                .body("saidAt", notNullValue());
        needs(school.superintendent(), school.code)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("needs.goals.serviceArea", equalTo(List.of("academic", "parents-and-family")))
                .body("needs.goals[0].term", equalTo("literacy"))
                .body("needs.goals[1].term", nullValue())
                .body("needs.grades", equalTo(List.of("3", "4")))
                .body("needs.pupils", equalTo(45))
                .body("needs.times[0].day", equalTo("monday"))
                .body("needs.times[0].until", equalTo("17:30"))
                .body("needs.sessions", equalTo(60))
                .body("needs.languages", equalTo(List.of("en", "es")))
                .body("needs.budget.amount", equalTo("20000.00"));

        ProblemAnswers.check(say(school.principal(), null, NEEDS), 409, "needs-exist");
        say(school.member("parent-1"), "\"1\"", LEAST).then().statusCode(200).header("ETag", equalTo("\"2\""));
        ProblemAnswers.check(say(school.principal(), "\"1\"", NEEDS), 412, "stale-state");
        needs(school.partnershipsTeam(), school.code)
                .then()
                .body("needs.pupils", equalTo(1))
                .body("needs.budget", nullValue())
                .body("needs.sessions", nullValue())
                .body("needs.times", hasSize(0));
        assertThat(said.audited(school.code + "-FY2019")).hasSize(2).allMatch(line -> line.startsWith("NeedsKept"));
    }

    @Test
    void a_student_speaks_for_the_school_and_is_told_of_as_nobody() {
        school.partnershipsTeam()
                .header("If-Match", "\"1\"")
                .body(school.highSchool("parent-4"))
                .put("/councils/{code}", school.code)
                .then()
                .statusCode(200);

        say(school.member("student-1"), null, NEEDS)
                .then()
                .statusCode(200)
                .body("saidBy", nullValue())
                .body("saidAt", notNullValue());
        needs(school.partnershipsTeam(), school.code)
                .then()
                .statusCode(200)
                .body("saidBy", nullValue())
                .body("needs.pupils", equalTo(45));
        String id = suggest(school.superintendent(), other)
                .then()
                .statusCode(201)
                .body("suggestedBy.subject", equalTo(school.code + "-superintendent"))
                .extract()
                .path("id");
        answer(school.member("student-1"), id, "\"1\"", "considered")
                .then()
                .statusCode(200)
                .body("answeredBy", nullValue())
                .body("answeredAt", notNullValue());
        assertThat(school.superintendent()
                        .get("/schools/{code}/suggestions", school.code)
                        .then()
                        .statusCode(200)
                        .body("items.state", equalTo(List.of("considered")))
                        .extract()
                        .asString())
                .doesNotContain("student-1");
    }

    @Test
    void needs_of_a_year_are_of_that_year() {
        say(school.principal(), null, NEEDS).then().statusCode(200);

        ProblemAnswers.check(
                school.principal().get("/schools/{code}/needs?fiscalYear=2020", school.code), 404, "no-such-needs");
        ProblemAnswers.check(
                school.principal()
                        .header("If-Match", "\"1\"")
                        .body(NEEDS)
                        .put("/schools/{code}/needs?fiscalYear=2020", school.code),
                404,
                "no-such-needs");
        ProblemAnswers.check(
                school.principal().get("/schools/{code}/needs?fiscalYear=soon", school.code), 400, "invalid-parameter");
        ProblemAnswers.check(school.principal().get("/schools/{code}/needs", school.code), 400, "invalid-request");
    }

    @Test
    void what_a_school_needs_is_its_own() {
        say(school.principal(), null, NEEDS).then().statusCode(200);
        var stranger = new SchoolDoors(anotherCode(), fund, program);
        stranger.seatCouncil().then().statusCode(200);

        ProblemAnswers.check(needs(stranger.principal(), school.code), 404, "no-such-needs");
        ProblemAnswers.check(needs(stranger.superintendent(), school.code), 404, "no-such-needs");
        ProblemAnswers.check(say(stranger.principal(), "\"1\"", NEEDS), 404, "no-school-of-yours");
        ProblemAnswers.check(say(school.superintendent(), "\"1\"", NEEDS), 403, "not-allowed");
        ProblemAnswers.check(say(school.as("director", "partner"), "\"1\"", NEEDS), 403, "not-allowed");
        ProblemAnswers.check(needs(given(), school.code), 401, "not-signed-in");
    }

    @Test
    void needs_that_cannot_be_are_refused_with_field_value_and_remedy() {
        for (String wrong : List.of(
                NEEDS.replace("\"academic\"", "\"music\""),
                NEEDS.replace("\"literacy\"", "\"latin\""),
                NEEDS.replace("\"3\"", "\"13\""),
                NEEDS.replace("45", "0"),
                NEEDS.replace("60", "0"),
                NEEDS.replace("\"es\"", "\"Spanish\""),
                NEEDS.replaceFirst("\"goals\": \\[[^]]*]", "\"goals\": []"))) {
            ProblemAnswers.check(say(school.principal(), null, wrong), 400, "invalid-request");
        }
        for (String wrong : List.of(NEEDS.replace("15:00", "18:00"), NEEDS.replace("20000.00", "0.00"))) {
            Response answer = say(school.principal(), null, wrong);
            ProblemAnswers.check(answer, 400, "malformed-json");
            assertThat(answer.<String>path("violations[0].reason")).startsWith("it must be ");
        }
        ProblemAnswers.check(
                say(school.principal(), null, NEEDS.replace("\"pupils\"", "\"puppies\": 1, \"pupils\"")),
                400,
                "unknown-field");
    }

    @Test
    void the_superintendent_suggests_and_the_school_answers() {
        Response made = suggest(school.superintendent(), other);
        String id = made.then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("open"))
                .body("programId", equalTo(other.toString()))
                .body("why", equalTo("It reads with two schools nearby"))
                .body("suggestedBy.subject", equalTo(school.code + "-superintendent"))
                .body("reason", nullValue())
                .extract()
                .path("id");
        assertThat(made.header("Location")).endsWith("/schools/%s/suggestions/%s".formatted(school.code, id));
        ProblemAnswers.check(suggest(school.superintendent(), other), 409, "suggestion-exists");

        school.member("teacher-1")
                .get("/schools/{code}/suggestions", school.code)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)));
        answer(school.member("parent-1"), id, "\"1\"", "considered")
                .then()
                .statusCode(200)
                .body("state", equalTo("considered"));
        ProblemAnswers.check(answer(school.principal(), id, "\"1\"", "chosen"), 412, "stale-state");
        answer(school.principal(), id, "\"2\"", "not-chosen")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("state", equalTo("not-chosen"))
                .body("reason", equalTo("As the council said"))
                .body("answeredBy.subject", equalTo(school.code + "-principal"))
                .body("answeredAt", notNullValue());
        ProblemAnswers.check(withdraw(school.superintendent(), id, "\"3\""), 409, "suggestion-decided");
        answer(school.principal(), id, "\"3\"", "chosen").then().statusCode(200);
        school.superintendent()
                .get("/schools/{code}/suggestions/{id}", school.code, id)
                .then()
                .statusCode(200)
                .body("state", equalTo("chosen"));
        school.partnershipsTeam()
                .get("/selections?schoolCode={code}", school.code)
                .then()
                .body("items", hasSize(0));
        assertThat(said.audited(id).stream().map(line -> line.split(" ", 2)[0]))
                .containsExactly("ProgramSuggested", "SuggestionAnswered", "SuggestionAnswered", "SuggestionAnswered");
    }

    @Test
    void what_is_withdrawn_stays_on_record_and_may_be_suggested_anew() {
        String id = suggest(school.superintendent(), other).path("id");

        ProblemAnswers.check(withdraw(school.superintendent(), id, "\"7\""), 412, "stale-state");
        withdraw(school.superintendent(), id, "\"1\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"))
                .body("withdrawnAt", notNullValue());

        ProblemAnswers.check(withdraw(school.superintendent(), id, "\"2\""), 409, "suggestion-withdrawn");
        ProblemAnswers.check(answer(school.principal(), id, "\"2\"", "chosen"), 409, "suggestion-withdrawn");
        String anew = suggest(school.superintendent(), other)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Response first = school.principal().get("/schools/{code}/suggestions?limit=1", school.code);
        first.then().body("items.id", equalTo(List.of(id)));
        school.principal()
                .queryParam("after", first.<String>path("next"))
                .get("/schools/{code}/suggestions?fiscalYear=2019", school.code)
                .then()
                .body("items.id", equalTo(List.of(anew)));
        school.principal()
                .get("/schools/{code}/suggestions?fiscalYear=2020", school.code)
                .then()
                .body("items", hasSize(0));
        school.principal()
                .get("/schools/{code}/suggestions?modifiedAfter=2100-01-01T00:00:00Z", school.code)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        school.principal()
                .accept("text/csv")
                .get("/schools/{code}/suggestions", school.code)
                .then()
                .statusCode(200)
                .body(startsWith("id,school_code,"));
    }

    @Test
    void a_superintendent_suggests_only_to_schools_that_they_are_assigned_to() {
        String id = suggest(school.superintendent(), other).path("id");
        var stranger = new SchoolDoors(anotherCode(), fund, program);
        stranger.seatCouncil().then().statusCode(200);
        stranger.assignSuperintendent().then().statusCode(201);

        ProblemAnswers.check(suggest(stranger.superintendent(), third), 404, "no-school-of-yours");
        ProblemAnswers.check(withdraw(stranger.superintendent(), id, "\"1\""), 404, "no-school-of-yours");
        ProblemAnswers.check(answer(stranger.principal(), id, "\"1\"", "chosen"), 404, "no-school-of-yours");
        ProblemAnswers.check(
                stranger.principal().get("/schools/{code}/suggestions/{id}", school.code, id),
                404,
                "no-such-suggestion");
        ProblemAnswers.check(
                stranger.principal().get("/schools/{code}/suggestions/{id}", stranger.code, id),
                404,
                "no-such-suggestion");
        stranger.superintendent()
                .get("/schools/{code}/suggestions", school.code)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        ProblemAnswers.check(suggest(school.principal(), third), 403, "not-allowed");
        ProblemAnswers.check(answer(school.superintendent(), id, "\"1\"", "chosen"), 403, "not-allowed");
        ProblemAnswers.check(suggest(school.superintendent(), UUID.randomUUID()), 409, "program-not-heard-of");
    }

    @Test
    void a_suggestion_that_cannot_be_is_refused() {
        String id = suggest(school.superintendent(), other).path("id");

        ProblemAnswers.check(
                school.superintendent()
                        .header("Idempotency-Key", UUID.randomUUID())
                        .body("{\"fiscalYear\": 2019, \"programId\": \"%s\", \"why\": \" \"}".formatted(third))
                        .post("/schools/{code}/suggestions", school.code),
                400,
                "invalid-request");
        ProblemAnswers.check(
                school.superintendent()
                        .body("{\"fiscalYear\": 2019, \"programId\": \"%s\", \"why\": \"x\"}".formatted(third))
                        .post("/schools/{code}/suggestions", school.code),
                400,
                "idempotency-key-missing");
        ProblemAnswers.check(answer(school.principal(), id, "\"1\"", "maybe"), 400, "invalid-request");
        ProblemAnswers.check(
                school.principal()
                        .body("{\"outcome\": \"chosen\", \"reason\": \"x\"}")
                        .put("/schools/{code}/suggestions/{id}/answer", school.code, id),
                428,
                "if-match-missing");
        ProblemAnswers.check(
                school.superintendent().put("/schools/{code}/suggestions/{id}/withdrawal", school.code, id),
                428,
                "if-match-missing");
        ProblemAnswers.check(
                answer(school.principal(), UUID.randomUUID().toString(), "\"1\"", "chosen"), 404, "no-such-suggestion");
    }

    private Response needs(RequestSpecification who, String code) {
        return who.get("/schools/{code}/needs?fiscalYear=2019", code);
    }

    private Response say(RequestSpecification who, @Nullable String etag, String needs) {
        var request = etag == null ? who : who.header("If-Match", etag);
        return request.body(needs).put("/schools/{code}/needs?fiscalYear=2019", school.code);
    }

    private Response suggest(RequestSpecification who, UUID suggested) {
        return who.header("Idempotency-Key", UUID.randomUUID())
                .body("{\"fiscalYear\": 2019, \"programId\": \"%s\", \"why\": \"It reads with two schools nearby\"}"
                        .formatted(suggested))
                .post("/schools/{code}/suggestions", school.code);
    }

    private Response answer(RequestSpecification who, String id, String etag, String outcome) {
        return who.header("If-Match", etag)
                .body("{\"outcome\": \"%s\", \"reason\": \"As the council said\"}".formatted(outcome))
                .put("/schools/{code}/suggestions/{id}/answer", school.code, id);
    }

    private Response withdraw(RequestSpecification who, String id, String etag) {
        return who.header("If-Match", etag).put("/schools/{code}/suggestions/{id}/withdrawal", school.code, id);
    }
}
