package org.partnershipfund.approval.adapter.rest;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnershipfund.testkit.Tokens;

/** One school's people before the doors: each school of its own, so that tests never meet. */
final class SchoolDoors {

    final String code;
    final UUID fund;
    final UUID program;

    SchoolDoors(String code, UUID fund, UUID program) {
        this.code = code;
        this.fund = fund;
        this.program = program;
    }

    RequestSpecification as(String subject, String... roles) {
        return given().auth().oauth2(Tokens.of(code + "-" + subject, roles)).contentType("application/json");
    }

    RequestSpecification principal() {
        return as("principal", "school-leader", "council-member");
    }

    RequestSpecification member(String subject) {
        return as(subject, "council-member");
    }

    RequestSpecification superintendent() {
        return as("superintendent", "instructional-superintendent");
    }

    RequestSpecification budgetOffice() {
        return as("budget-officer", "budget-office");
    }

    RequestSpecification partnershipsTeam() {
        return as("team", "partnerships-team");
    }

    private String person(String subject) {
        return "{\"issuer\": \"%s\", \"subject\": \"%s-%s\"}".formatted(Tokens.ISSUER, code, subject);
    }

    private String seat(String group, String subject) {
        return seat(group, subject, "2017-10-15");
    }

    private String seat(String group, String subject, String from) {
        return "{\"group\": \"%s\", \"member\": %s, \"name\": \"Name of %s\", \"from\": \"%s\"}"
                .formatted(group, person(subject), subject, from);
    }

    String nine() {
        return council(false, seat("parent", "parent-4"));
    }

    /** The same with a student, and this parent as the fourth. */
    String highSchool(String fourth) {
        return highSchool(fourth, "2017-10-15");
    }

    /** The same with a student, and this parent as the fourth from that day on. */
    String highSchool(String fourth, String from) {
        return council(true, seat("parent", fourth, from), seat("student", "student-1"));
    }

    private String council(boolean highSchool, String... more) {
        return """
                {"staffSize": 28, "parentParity": "equal-to-staff-reps", "highSchool": %s, "coChair": %s,
                 "seats": [%s]}
                """.formatted(
                        highSchool,
                        person("parent-1"),
                        Stream.concat(
                                        Stream.of(
                                                seat("principal", "principal"),
                                                seat("teacher", "teacher-1"),
                                                seat("teacher", "teacher-2"),
                                                seat("teacher", "teacher-3"),
                                                seat("teacher", "teacher-4"),
                                                seat("parent", "parent-1"),
                                                seat("parent", "parent-2"),
                                                seat("parent", "parent-3")),
                                        Stream.of(more))
                                .collect(Collectors.joining(", ")));
    }

    Response seatCouncil() {
        return partnershipsTeam().body(nine()).put("/councils/{code}", code);
    }

    Response assignSuperintendent() {
        return assign("superintendent");
    }

    Response assign(String supervisor) {
        return partnershipsTeam()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"supervisor": %s, "network": "Network C", "schoolCodes": ["%s"], "from": "2017-07-01"}
                        """.formatted(person(supervisor), code))
                .post("/supervisor-assignments");
    }

    String seatId(String subject) {
        return partnershipsTeam()
                .get("/councils/{code}", code)
                .then()
                .statusCode(200)
                .extract()
                .path("seats.find { it.member.subject == '%s-%s' }.id".formatted(code, subject));
    }

    String line(String agreed) {
        return """
                {"programId": "%s", "priceCode": "year", "quantity": 1,
                 "agreedAmount": {"amount": "%s", "currency": "USD"}, "pupils": 30,
                 "serviceFrom": "2018-09-04", "serviceUntil": "2019-06-21"}
                """.formatted(program, agreed);
    }

    static final String NEEDS = """
            {"goals": "Reading by grade three", "dataLookedAt": "Attendance and reading levels",
             "pupilsToServe": "Grades K to 2", "communityInvolved": "Two parent evenings"}
            """;

    Response draft(String agreed) {
        return draft(principal(), line(agreed));
    }

    Response draft(RequestSpecification by, String lines) {
        return by.header("Idempotency-Key", UUID.randomUUID())
                .body("{\"fundId\": \"%s\", \"schoolCode\": \"%s\", \"needs\": %s, \"lines\": [%s]}"
                        .formatted(fund, code, NEEDS, lines))
                .post("/selections");
    }

    Response revise(String selection, String lines) {
        return principal()
                .header("If-Match", etag(selection))
                .body("{\"needs\": %s, \"lines\": [%s]}".formatted(NEEDS, lines))
                .put("/selections/{id}", selection);
    }

    Response amend(String selection, String lines) {
        return principal()
                .header("If-Match", etag(selection))
                .body("{\"reason\": \"20 pupils more\", \"needs\": %s, \"lines\": [%s]}".formatted(NEEDS, lines))
                .put("/selections/{id}/amendment", selection);
    }

    Response giveUp(String selection) {
        return principal().header("If-Match", etag(selection)).put("/selections/{id}/amendment/withdrawal", selection);
    }

    Response submit(String selection) {
        return principal().header("If-Match", etag(selection)).put("/selections/{id}/submission", selection);
    }

    String submitted(String agreed) {
        String selection = draft(agreed).then().statusCode(201).extract().path("id");
        submit(selection).then().statusCode(200);
        return selection;
    }

    Response withdraw(String selection) {
        return principal()
                .header("If-Match", etag(selection))
                .body("{\"reason\": \"changed our mind\"}")
                .put("/selections/{id}/withdrawal", selection);
    }

    String etag(String selection) {
        return partnershipsTeam()
                .get("/selections/{id}", selection)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    Response postMeeting(RequestSpecification by, Instant startsAt, String selection) {
        return by.header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"startsAt": "%s", "place": "Library", "agenda": ["Partners"], "selectionIds": ["%s"]}
                        """.formatted(startsAt, selection))
                .post("/councils/{code}/meetings", code);
    }

    Response attend(String meeting, List<String> seats) {
        String etag = principal()
                .get("/meetings/{id}", meeting)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        return principal()
                .header("If-Match", etag)
                .body("{\"present\": [%s]}"
                        .formatted(seats.stream().map("\"%s\""::formatted).collect(Collectors.joining(", "))))
                .put("/meetings/{id}/attendance", meeting);
    }

    Response move(String meeting, String selection) {
        return principal()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"selectionId\": \"%s\"}".formatted(selection))
                .post("/meetings/{id}/motions", meeting);
    }

    Response cast(RequestSpecification by, String motion, String vote) {
        return by.body("{\"vote\": \"%s\"}".formatted(vote)).put("/motions/{id}/ballots/mine", motion);
    }

    /** Casts the same vote for each of these members. */
    void castAll(String motion, String vote, String... subjects) {
        for (String subject : subjects) {
            cast(subject.equals("principal") ? principal() : member(subject), motion, vote)
                    .then()
                    .statusCode(200);
        }
    }

    Response recuse(RequestSpecification by, String motion) {
        return by.body("{\"vote\": \"recused\", \"tie\": \"sits on the board of the partner\"}")
                .put("/motions/{id}/ballots/mine", motion);
    }

    /** The principal calls the roll: each of these seats with the same vote. */
    Response callTheRoll(String motion, String vote, String... subjects) {
        String ballots = Stream.of(subjects)
                .map(subject -> "{\"seatId\": \"%s\", \"vote\": \"%s\"}".formatted(seatId(subject), vote))
                .collect(Collectors.joining(", "));
        return principal()
                .header("If-Match", motionTag(motion))
                .body("{\"ballots\": [%s]}".formatted(ballots))
                .put("/motions/{id}/roll-call", motion);
    }

    Response confirm(RequestSpecification by, String motion) {
        return by.header("If-Match", motionTag(motion)).put("/motions/{id}/confirmation", motion);
    }

    String motionTag(String motion) {
        return partnershipsTeam()
                .get("/motions/{id}", motion)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    Response close(String motion) {
        return principal().header("If-Match", motionTag(motion)).put("/motions/{id}/closing", motion);
    }

    Response decide(RequestSpecification by, String selection, String door, String decision) {
        return by.header("If-Match", etag(selection))
                .body("{\"decision\": \"%s\", \"reasons\": \"as discussed\"}".formatted(decision))
                .put("/selections/{id}/" + door, selection);
    }
}
