package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.testkit.Tokens;

/** What a council owes beside its decisions, and every ballot that does not count, through the doors. */
@QuarkusTest
class CouncilConductIT extends SchoolStory {

    private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));

    private Response name(RequestSpecification by, String person) {
        return by.header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"organisation": "Harbor Youth Alliance", "name": "A. Guest", %s "from": "2017-10-15"}
                        """.formatted(person))
                .post("/councils/{code}/associates", school.code);
    }

    private String as(String subject) {
        return "\"person\": {\"issuer\": \"%s\", \"subject\": \"%s-%s\"},"
                .formatted(Tokens.ISSUER, school.code, subject);
    }

    @Test
    void an_associate_attends_and_never_votes() {
        name(school.member("teacher-1"), "").then().statusCode(422).body("type", endsWith("not-the-chair"));
        name(school.principal(), as("parent-2")).then().statusCode(422).body("type", endsWith("associate-has-a-seat"));
        String guest = name(school.member("parent-1"), as("guest"))
                .then()
                .statusCode(201)
                .body("organisation", is("Harbor Youth Alliance"))
                .extract()
                .path("id");
        var stranger = new SchoolDoors(anotherCode(), fund, program);
        stranger.principal()
                .get("/councils/{code}/associates/{id}", school.code, guest)
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-council"));
        school.principal()
                .get("/councils/{code}/associates/{id}", school.code, UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-associate"));
        school.principal()
                .get("/councils/{code}/associates", school.code)
                .then()
                .statusCode(200)
                .body("items.id", contains(guest));

        String selection = school.submitted("900.00");
        String meeting = posted(selection);
        attend(meeting, UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("type", endsWith("associate-not-serving"));
        attend(meeting, guest).then().statusCode(200).body("associates", contains(guest));
        String motion =
                school.move(meeting, selection).then().statusCode(201).extract().path("id");
        school.cast(school.member("guest"), motion, "yes")
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-motion"));

        String etag = school.principal()
                .get("/councils/{code}/associates/{id}", school.code, guest)
                .then()
                .extract()
                .header("ETag");
        end(guest, null, "2018-06-30").then().statusCode(428);
        end(guest, "\"7\"", "2018-06-30").then().statusCode(412);
        end(guest, etag, "2017-10-14").then().statusCode(422).body("type", endsWith("associate-ends-before-it-begins"));
        end(guest, etag, "2018-06-30").then().statusCode(200).body("until", is("2018-06-30"));
        name(school.as("guest", "records-auditor", "council-member"), "")
                .then()
                .statusCode(422)
                .body("type", endsWith("not-the-chair"));
        name(school.partnershipsTeam(), "").then().statusCode(201);
        assertThat(String.join(" ", said.audited(school.code))).doesNotContain("A. Guest");
    }

    @Test
    void nobody_becomes_associate_and_voting_member_at_the_same_moment() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 8; round++) {
                var another = new SchoolDoors(anotherCode(), fund, program);
                another.seatCouncil().then().statusCode(200);
                var together = new CyclicBarrier(2);
                Future<Integer> named = threads.submit(() -> {
                    var _ = together.await();
                    return another.partnershipsTeam()
                            .header("Idempotency-Key", UUID.randomUUID())
                            .body("""
                                    {"organisation": "Harbor", "name": "A. Guest", "from": "2017-10-15",
                                     "person": {"issuer": "%s", "subject": "%s-parent-9"}}
                                    """.formatted(Tokens.ISSUER, another.code))
                            .post("/councils/{code}/associates", another.code)
                            .statusCode();
                });
                Future<Integer> seated = threads.submit(() -> {
                    var _ = together.await();
                    return another.partnershipsTeam()
                            .header("If-Match", "\"1\"")
                            .body(another.nine().replace("parent-4", "parent-9"))
                            .put("/councils/{code}", another.code)
                            .statusCode();
                });

                assertThat(List.of(named.get(), seated.get())).isIn(List.of(201, 422), List.of(422, 200));
            }
        }
    }

    private Response end(String guest, @Nullable String etag, String last) {
        RequestSpecification by = school.principal();
        return (etag == null ? by : by.header("If-Match", etag))
                .body("{\"until\": \"%s\"}".formatted(last))
                .put("/councils/{code}/associates/{id}/end", school.code, guest);
    }

    private Response attend(String meeting, String guest) {
        String etag = school.principal()
                .get("/meetings/{id}", meeting)
                .then()
                .extract()
                .header("ETag");
        return school.principal()
                .header("If-Match", etag)
                .body("{\"present\": [\"%s\", \"%s\"], \"associates\": [\"%s\"]}"
                        .formatted(school.seatId("principal"), school.seatId("parent-1"), guest))
                .put("/meetings/{id}/attendance", meeting);
    }

    @Test
    void minutes_are_published_to_the_schools_people_and_corrected_in_the_open() {
        String selection = school.submitted("900.00");
        String meeting = posted(selection);
        write(school.principal(), meeting).then().statusCode(409).body("type", endsWith("not-convened"));
        school.principal()
                .get("/meetings/{id}/minutes", meeting)
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-minutes"));
        school.attend(meeting, List.of(school.seatId("principal"), school.seatId("parent-1")))
                .then()
                .statusCode(200);
        String motion =
                school.move(meeting, selection).then().statusCode(201).extract().path("id");
        write(school.principal(), meeting).then().statusCode(409).body("type", endsWith("motions-open"));
        school.castAll(motion, "yes", "principal", "parent-1");
        school.close(motion).then().statusCode(200).body("closing.result", is("no-quorum"));
        write(school.member("teacher-1"), meeting).then().statusCode(422).body("type", endsWith("not-the-chair"));
        write(school.principal(), meeting)
                .then()
                .statusCode(201)
                .header("ETag", is("\"1\""))
                .body("present.name", hasItems("Name of principal", "Name of parent-1"));
        write(school.principal(), meeting).then().statusCode(409).body("type", endsWith("minutes-exist"));

        correct(meeting, "\"2\"").then().statusCode(412);
        correct(meeting, "\"1\"").then().statusCode(200).body("version", is(2));
        correct(meeting, "\"1\"").then().statusCode(412);
        school.member("teacher-2")
                .get("/meetings/{id}/minutes", meeting)
                .then()
                .statusCode(200)
                .body("text", is("They talked, and ate."))
                .body("correction", is("the cake was left out"))
                .body("versions.version", contains(1, 2));
        school.member("teacher-2")
                .get("/meetings/{id}/minutes/1", meeting)
                .then()
                .statusCode(200)
                .body("text", is("They talked."))
                .body("correction", nullValue());
        school.member("teacher-2")
                .get("/meetings/{id}/minutes/3", meeting)
                .then()
                .statusCode(404);
        new SchoolDoors(anotherCode(), fund, program)
                .principal()
                .get("/meetings/{id}/minutes", meeting)
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-meeting"));
        assertThat(said.audited(meeting)).anyMatch(line -> line.startsWith("MinutesRead"));
        assertThat(said.audited(meeting))
                .filteredOn(line -> line.startsWith("MinutesWritten"))
                .hasSize(2);
        assertThat(String.join(" ", said.audited(meeting))).doesNotContain("They talked", "the cake");
    }

    private static Response write(RequestSpecification by, String meeting) {
        return by.header("Idempotency-Key", UUID.randomUUID())
                .body("{\"text\": \"They talked.\"}")
                .post("/meetings/{id}/minutes", meeting);
    }

    private Response correct(String meeting, String etag) {
        return school.principal()
                .header("If-Match", etag)
                .body("{\"text\": \"They talked, and ate.\", \"correction\": \"the cake was left out\"}")
                .put("/meetings/{id}/minutes", meeting);
    }

    @Test
    void who_owes_the_acknowledgement_is_shown_and_votes_unless_the_fund_says_otherwise() {
        String path = "/council-conduct/" + school.code + "/acknowledgements";
        int year = FiscalYear.of(today).endYear();
        school.principal()
                .get(path + "?fiscalYear=" + year)
                .then()
                .statusCode(200)
                .body("items", hasSize(9))
                .body("items.owed", not(hasItem(false)));
        school.principal().get(path).then().statusCode(400);
        school.principal()
                .get("/council-conduct/99999999/acknowledgements?fiscalYear=2018")
                .then()
                .statusCode(404);
        policy(null, true).then().statusCode(428);
        policy("\"0\"", true).then().statusCode(200).header("ETag", is("\"1\""));
        policy("\"0\"", true).then().statusCode(412);
        school.budgetOffice()
                .get("/council-policies/{fund}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-approval-policy"));

        String selection = school.submitted("900.00");
        String motion =
                school.move(convened(selection), selection).then().extract().path("id");
        for (List<String> row : PolicyPage.table("school-site-council.md", "May the ballot be cast")) {
            boolean asked = row.get(0).equals("yes") && row.get(1).equals("never");
            if (asked && !row.get(2).equals("recused")) {
                Response answer = school.cast(school.member("teacher-1"), motion, row.get(2));
                if (row.get(3).equals("cast")) {
                    answer.then().statusCode(200);
                } else {
                    answer.then().statusCode(422).body("type", endsWith(row.get(3)));
                }
            }
        }
        school.callTheRoll(motion, "yes", "parent-2")
                .then()
                .statusCode(422)
                .body("type", endsWith("acknowledgement-owed"));
        acknowledge(school.member("teacher-1"))
                .then()
                .statusCode(200)
                .body("owed", is(false))
                .body("fiscalYear", is(year));
        acknowledge(school.member("teacher-1")).then().statusCode(200);
        acknowledge(new SchoolDoors(school.code, fund, program).member("parent-9"))
                .then()
                .statusCode(404);
        acknowledge(school.as("superintendent", "instructional-superintendent", "council-member"))
                .then()
                .statusCode(422)
                .body("type", endsWith("no-seat-of-yours"));
        school.cast(school.member("teacher-1"), motion, "yes").then().statusCode(200);
        school.recuse(school.member("teacher-2"), motion).then().statusCode(200);
        school.principal()
                .get(path + "?fiscalYear=" + year)
                .then()
                .body("items.findAll { !it.owed }.seatId", contains(school.seatId("teacher-1")))
                .body("items.findAll { !it.owed }[0].acknowledgedAt", notNullValue());
    }

    private Response policy(@Nullable String etag, boolean required) {
        RequestSpecification by = school.budgetOffice();
        return (etag == null ? by : by.header("If-Match", etag))
                .body("{\"coiAcknowledgementRequired\": %s, \"source\": \"a test\"}".formatted(required))
                .put("/council-policies/{fund}", fund);
    }

    private Response acknowledge(RequestSpecification by) {
        return by.body("{\"summary\": \"Summary for municipal employees, 2017\"}")
                .put("/council-conduct/{code}/acknowledgements/mine", school.code);
    }

    @Test
    void a_council_reports_its_year_and_its_co_chairs_are_dated() {
        FiscalYear year = FiscalYear.of(today);
        String path = "/council-conduct/years/" + year.endYear() + "/" + school.code;
        school.principal()
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", is("\"0\""))
                .body("status", is("no-data"));
        var _ = convened(school.submitted("10.00"));
        school.principal()
                .get(path)
                .then()
                .body("status", is("reporting"))
                .body("firstMeetingOn", is(today.toString()));
        report(school.member("teacher-1"), path, "\"0\"", year.firstDay())
                .then()
                .statusCode(422)
                .body("type", endsWith("not-the-chair"));
        report(school.as("records", "records-auditor", "council-member"), path, "\"0\"", year.firstDay())
                .then()
                .statusCode(422)
                .body("type", endsWith("not-the-chair"));
        report(school.principal(), path, "\"0\"", today.plusDays(1))
                .then()
                .statusCode(422)
                .body("type", endsWith("council-date-outside-year"));
        report(school.principal(), path, "\"0\"", year.firstDay())
                .then()
                .statusCode(200)
                .body("status", is("full-compliance"))
                .body("missing", empty());
        report(school.partnershipsTeam(), path, "\"0\"", year.firstDay()).then().statusCode(412);
        school.partnershipsTeam()
                .accept("text/csv")
                .get("/council-conduct/years/{year}?limit=500", year.endYear())
                .then()
                .statusCode(200);
        school.principal()
                .get("/council-conduct/years/{year}", year.endYear())
                .then()
                .body("items.schoolCode", contains(school.code));

        school.principal()
                .get("/council-conduct/{code}/co-chairs", school.code)
                .then()
                .statusCode(200)
                .body("items.member.subject", contains(school.code + "-parent-1"))
                .body("items[0].until", nullValue());
        for (RequestSpecification by : List.of(school.principal(), school.partnershipsTeam())) {
            by.get("/council-conduct/{code}/co-chairs", anotherCode())
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("no-such-council"));
        }
        new SchoolDoors(anotherCode(), fund, program)
                .principal()
                .get("/council-conduct/{code}/co-chairs", school.code)
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-council"));
        assertThat(school.partnershipsTeam()
                        .header("If-Match", "\"1\"")
                        .body(school.nine().replaceFirst("parent-1", "parent-2"))
                        .put("/councils/{code}", school.code)
                        .statusCode())
                .isEqualTo(200);
        school.principal()
                .get("/council-conduct/{code}/co-chairs", school.code)
                .then()
                .body("items.member.subject", contains(school.code + "-parent-2"))
                .body("items[0].from", is(today.toString()));
    }

    private static Response report(RequestSpecification by, String path, String etag, LocalDate day) {
        return by.header("If-Match", etag)
                .body("{\"electionsOn\": \"%s\", \"firstMeetingOn\": \"%s\", \"byLawsOn\": \"2015-11-05\"}"
                        .formatted(day, day))
                .put(path);
    }

    @Test
    void a_parent_who_works_at_the_school_is_not_seated() {
        var another = new SchoolDoors(anotherCode(), fund, program);
        another.partnershipsTeam()
                .body(another.nine().replace("\"name\": \"Name of parent-3\"", "\"worksAtTheSchool\": true"))
                .put("/councils/{code}", another.code)
                .then()
                .statusCode(422)
                .body("type", endsWith("parent-on-staff"));
    }

    @Test
    void every_ballot_that_does_not_count_has_its_own_answer() {
        String selection = school.submitted("900.00");
        String meeting = school.postMeeting(school.principal(), Instant.now().plus(Duration.ofHours(49)), selection)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        school.move(meeting, selection).then().statusCode(409).body("type", endsWith("not-convened"));
        school.attend(meeting, List.of(school.seatId("principal")))
                .then()
                .statusCode(409)
                .body("type", endsWith("meeting-not-begun"));
        said.letTimePass(meeting);
        String motion = votedAt(selection, meeting);

        var elsewhere = new SchoolDoors(anotherCode(), fund, program);
        elsewhere.seatCouncil().then().statusCode(200);
        elsewhere
                .cast(elsewhere.principal(), motion, "yes")
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-motion"));
        school.cast(school.as("superintendent", "instructional-superintendent", "council-member"), motion, "yes")
                .then()
                .statusCode(422)
                .body("type", endsWith("no-vote"));
        school.cast(school.superintendent(), motion, "yes").then().statusCode(403);
        school.cast(school.member("teacher-3"), motion, "yes")
                .then()
                .statusCode(422)
                .body("type", endsWith("not-present"));
        school.cast(school.member("teacher-1"), motion, "no").then().statusCode(200);
        school.cast(school.member("teacher-1"), motion, "yes")
                .then()
                .statusCode(200)
                .body("ballots", hasSize(5))
                .body("ballots.findAll { it.vote == 'no' }", empty());
        school.close(motion).then().statusCode(200).body("closing.tally.yes", is(5));
        school.cast(school.member("teacher-1"), motion, "no")
                .then()
                .statusCode(409)
                .body("type", endsWith("motion-closed"));
    }

    private String votedAt(String selection, String meeting) {
        String[] there = {"principal", "teacher-1", "teacher-2", "parent-1", "parent-2"};
        school.attend(meeting, Stream.of(there).map(school::seatId).toList())
                .then()
                .statusCode(200);
        String motion =
                school.move(meeting, selection).then().statusCode(201).extract().path("id");
        school.castAll(motion, "yes", there);
        return motion;
    }
}
