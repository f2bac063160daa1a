package org.partnershipfund.approval.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.Words;
import org.partnershipfund.testkit.ProblemAnswers;

/** Sessions, bookings and the waiting list through the doors (policy support §1 to §5). */
@QuarkusTest
class HelpForSchoolsIT extends SchoolStory {

    private final Instant begins = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);

    @BeforeEach
    void help_is_on_the_days_to_come() {
        school.partnershipsTeam()
                .get("/support-calendars/{fund}", fund)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("officeHours.first", equalTo("2017-12-11"))
                .body("officeHours.last", equalTo("2017-12-13"))
                .body("technicalAssistance.first", equalTo("2017-12-14"))
                .body("technicalAssistance.last", equalTo("2018-01-11"));
        calendar(
                        "\"1\"",
                        LocalDate.now(Words.DISTRICT),
                        LocalDate.now(Words.DISTRICT).plusDays(9))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
    }

    @Test
    void the_calendar_of_a_fund_is_the_teams() {
        LocalDate today = LocalDate.now(Words.DISTRICT);
        ProblemAnswers.check(calendar("\"1\"", today, today), 412, "stale-state");
        ProblemAnswers.check(calendar("\"2\"", today, today.minusDays(1)), 422, "last-day-before-the-first");
        ProblemAnswers.check(
                school.partnershipsTeam().body(days(today, today)).put("/support-calendars/{fund}", fund),
                428,
                "if-match-missing");
        ProblemAnswers.check(
                school.principal()
                        .header("If-Match", "\"2\"")
                        .body(days(today, today))
                        .put("/support-calendars/{fund}", fund),
                403,
                "not-allowed");
        ProblemAnswers.check(
                given().get("/support-calendars/{fund}", UUID.randomUUID()), 404, "no-such-support-calendar");
        assertThat(said.audited(fund.toString())).anyMatch(line -> line.startsWith("SupportCalendarSet"));
    }

    @Test
    void every_school_books_and_who_finds_no_place_waits_in_order() {
        String session = announced(1);
        List<SchoolDoors> others = schools(2);

        Response first = book(school.principal(), school.code, session);
        String booking = first.then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("confirmed"))
                .body("schoolCode", equalTo(school.code))
                .body("place", equalTo("Room 2-26"))
                .body("bookedBy.subject", equalTo(school.code + "-principal"))
                .extract()
                .path("id");
        assertThat(first.header("Location")).endsWith("/schools/%s/bookings/%s".formatted(school.code, booking));
        ProblemAnswers.check(book(school.member("parent-1"), school.code, session), 409, "booked-already");
        // Schools without an allocation.
        String second = book(others.get(0).member("teacher-1"), others.get(0).code, session)
                .then()
                .statusCode(201)
                .body("state", equalTo("waiting"))
                .extract()
                .path("id");
        book(others.get(1).principal(), others.get(1).code, session)
                .then()
                .statusCode(201)
                .body("state", equalTo("waiting"));
        given().get("/help-sessions/{id}", session)
                .then()
                .body("free", equalTo(0))
                .body("waiting", equalTo(2))
                .body("capacity", equalTo(1));

        ProblemAnswers.check(giveUp(school.principal(), school.code, booking, "\"7\""), 412, "stale-state");
        giveUp(school.member("parent-1"), school.code, booking, "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("state", equalTo("cancelled"));
        ProblemAnswers.check(giveUp(school.principal(), school.code, booking, "\"2\""), 409, "booking-given-up");
        others.get(0)
                .principal()
                .get("/schools/{code}/bookings/{id}", others.get(0).code, second)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("state", equalTo("confirmed"));
        book(school.principal(), school.code, session).then().statusCode(201).body("state", equalTo("waiting"));
        school.partnershipsTeam()
                .get("/help-sessions/{id}/bookings", session)
                .then()
                .statusCode(200)
                .body("items.state", equalTo(List.of("cancelled", "confirmed", "waiting", "waiting")));
        school.principal()
                .get("/help-sessions/{id}/bookings?modifiedAfter=2000-01-01T00:00:00Z", session)
                .then()
                .body("items.schoolCode", equalTo(List.of(school.code, school.code)));
        assertThat(said.audited(session).stream().map(line -> line.split(" ", 2)[0]))
                .containsExactly(
                        "SessionAnnounced",
                        "SessionBooked",
                        "SessionBooked",
                        "SessionBooked",
                        "BookingGivenUp",
                        "SessionBooked");
    }

    @Test
    void the_last_place_goes_to_exactly_one_of_many_at_once_and_a_double_click_counts_once() throws Exception {
        String session = announced(1);
        List<SchoolDoors> many = schools(5);
        List<Callable<Integer>> clicks = new ArrayList<>();
        for (SchoolDoors one : many) {
            UUID key = UUID.randomUUID();
            for (int click = 0; click < 2; click++) {
                clicks.add(() -> one.principal()
                        .header("Idempotency-Key", key)
                        .body("{\"sessionId\": \"%s\"}".formatted(session))
                        .post("/schools/{code}/bookings", one.code)
                        .statusCode());
            }
        }
        try (var threads = Executors.newFixedThreadPool(clicks.size())) {
            for (var click : threads.invokeAll(clicks)) {
                assertThat(click.get()).isIn(201, 409);
            }
        }

        given().get("/help-sessions/{id}", session)
                .then()
                .body("free", equalTo(0))
                .body("waiting", equalTo(many.size() - 1));
        List<String> states = school.partnershipsTeam()
                .get("/help-sessions/{id}/bookings", session)
                .then()
                .body("items", hasSize(many.size()))
                .extract()
                .path("items.state");
        assertThat(states).containsOnlyOnce("confirmed");
    }

    @Test
    void a_student_who_books_is_not_named() {
        String code = anotherCode();
        var high = new SchoolDoors(code, fund, program);
        high.partnershipsTeam()
                .body(high.highSchool("parent-4"))
                .put("/councils/{code}", code)
                .then()
                .statusCode(200);
        String session = announced(2);

        String booking = book(high.member("student-1"), code, session)
                .then()
                .statusCode(201)
                .body("bookedBy", nullValue())
                .extract()
                .path("id");

        high.partnershipsTeam()
                .get("/help-sessions/{id}/bookings", session)
                .then()
                .body("items.id", equalTo(List.of(booking)))
                .body("items[0].bookedBy", nullValue());
        high.principal()
                .get("/schools/{code}/bookings", code)
                .then()
                .body("items[0].toString()", not(containsString("student-1")));
        high.partnershipsTeam()
                .get("/mails?thing={booking}", booking)
                .then()
                .body("items", hasSize(2))
                .body("items.toString()", not(containsString("student-1")));
    }

    @Test
    void a_session_is_moved_grows_and_is_called_off() {
        String session = announced(1);
        SchoolDoors other = schools(1).getFirst();
        book(school.principal(), school.code, session).then().statusCode(201);
        book(other.principal(), other.code, session).then().body("state", equalTo("waiting"));
        String etag = given().get("/help-sessions/{id}", session).header("ETag");

        ProblemAnswers.check(move(session, "\"1\"", begins, 2), 412, "stale-state");
        ProblemAnswers.check(move(session, etag, Instant.now().minusSeconds(9), 2), 422, "session-in-the-past");
        Response moved = move(session, etag, begins.plusSeconds(3600), 2);
        moved.then().statusCode(200).body("free", equalTo(0)).body("waiting", equalTo(0));
        ProblemAnswers.check(move(session, moved.header("ETag"), begins, 1), 422, "capacity-below-bookings");
        Response gone = cancel(session, moved.header("ETag"));
        gone.then()
                .statusCode(200)
                .body("state", equalTo("cancelled"))
                .body("reason", equalTo("The building is closed for snow"));
        ProblemAnswers.check(cancel(session, gone.header("ETag")), 409, "session-cancelled");
        ProblemAnswers.check(move(session, gone.header("ETag"), begins, 3), 409, "session-cancelled");
        ProblemAnswers.check(book(school.principal(), school.code, session), 409, "session-cancelled");
        school.principal()
                .get("/schools/{code}/bookings", school.code)
                .then()
                .body("items.state", equalTo(List.of("confirmed")))
                .body("items.sessionState", equalTo(List.of("cancelled")));
    }

    @Test
    void who_came_is_recorded_from_the_beginning_on() {
        String session = announced(2);
        String booking = book(school.principal(), school.code, session).path("id");
        String etag = given().get("/help-sessions/{id}", session).header("ETag");

        ProblemAnswers.check(attend(session, etag, booking), 409, "session-not-begun");
        said.letSessionBegin(session);
        ProblemAnswers.check(book(schools(1).getFirst().principal(), school.code, session), 404, "no-school-of-yours");
        SchoolDoors late = schools(1).getFirst();
        ProblemAnswers.check(book(late.principal(), late.code, session), 409, "session-begun");
        ProblemAnswers.check(giveUp(school.principal(), school.code, booking, "\"1\""), 409, "session-begun");
        ProblemAnswers.check(attend(session, etag, UUID.randomUUID().toString()), 422, "no-place-in-the-session");
        attend(session, etag, booking).then().statusCode(200);
        school.principal()
                .get("/schools/{code}/bookings/{id}", school.code, booking)
                .then()
                .body("attended", equalTo(true))
                .body("notes", equalTo("Wants reading partners for grade three"));
    }

    @Test
    void sessions_are_public_and_who_comes_is_not() {
        String session = announced(2);
        String booking = book(school.principal(), school.code, session).path("id");
        SchoolDoors stranger = schools(1).getFirst();

        given().get(
                        "/help-sessions?fundId={fund}&kind=office-hours&endsAfter={now}",
                        fund,
                        Instant.now().toString())
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(session)))
                .body("items[0].free", equalTo(1))
                .body("items[0].toString()", not(containsString(school.code)));
        given().get("/help-sessions?fundId={fund}&kind=technical-assistance", fund)
                .then()
                .body("items", hasSize(0));
        given().accept("text/csv")
                .get("/help-sessions?limit=1&fundId={fund}", fund)
                .then()
                .statusCode(200)
                .body(startsWith("id,fund_id,kind,"));
        ProblemAnswers.check(given().get("/help-sessions?kind=party"), 400, "invalid-parameter");
        ProblemAnswers.check(given().get("/help-sessions/{id}", UUID.randomUUID()), 404, "no-such-help-session");
        ProblemAnswers.check(given().get("/help-sessions/{id}/bookings", session), 401, "not-signed-in");
        stranger.principal()
                .get("/help-sessions/{id}/bookings", session)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        ProblemAnswers.check(
                stranger.principal().get("/schools/{code}/bookings", school.code), 404, "no-school-of-yours");
        school.principal()
                .get("/schools/{code}/bookings?modifiedAfter=2000-01-01T00:00:00Z", school.code)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(booking)));
        ProblemAnswers.check(
                stranger.principal().get("/schools/{code}/bookings/{id}", school.code, booking),
                404,
                "no-such-booking");
        ProblemAnswers.check(
                stranger.principal().get("/schools/{code}/bookings/{id}", stranger.code, booking),
                404,
                "no-such-booking");
        ProblemAnswers.check(giveUp(stranger.principal(), stranger.code, booking, "\"1\""), 404, "no-such-booking");
        ProblemAnswers.check(book(school.superintendent(), school.code, session), 403, "not-allowed");
        ProblemAnswers.check(
                stranger.principal().get("/schools/{code}/bookings/calendar.ics", school.code),
                404,
                "no-school-of-yours");
        school.superintendent()
                .get("/schools/{code}/bookings/{id}", school.code, booking)
                .then()
                .statusCode(200);
    }

    @Test
    void calendars_show_sessions_and_a_schools_own_bookings() {
        String session = announced(1);
        String booking = book(school.principal(), school.code, session).path("id");

        given().get("/help-sessions/calendar.ics")
                .then()
                .statusCode(200)
                .contentType("text/calendar")
                .body(containsString("UID:%s@partnership-fund\r\nDTSTAMP:".formatted(session)));
        String uid = "UID:%s-%s@partnership-fund".formatted(session, school.code);
        own().body(containsString("STATUS:CONFIRMED")).body(containsString("SEQUENCE:1"));
        giveUp(school.principal(), school.code, booking, "\"1\"").then().statusCode(200);
        own().body(containsString("STATUS:CANCELLED")).body(containsString("SEQUENCE:2"));
        book(school.principal(), school.code, session).then().statusCode(201);
        String last = own().body(containsString("STATUS:CONFIRMED"))
                .body(containsString("SEQUENCE:3"))
                .extract()
                .asString();
        assertThat(last.replace("\r\n ", "")).containsOnlyOnce(uid);
    }

    @Test
    void a_session_that_cannot_be_is_refused() {
        ProblemAnswers.check(
                announce(school.partnershipsTeam(), session(1).replace("\"Room 2-26\"", "\" \"")),
                422,
                "nowhere-to-meet");
        ProblemAnswers.check(
                announce(school.partnershipsTeam(), session(1).replace("office-hours", "party")),
                400,
                "invalid-request");
        ProblemAnswers.check(announce(school.partnershipsTeam(), session(0)), 400, "invalid-request");
        ProblemAnswers.check(
                announce(
                        school.partnershipsTeam(),
                        session(1).replace(begins.plusSeconds(3600).toString(), begins.toString())),
                422,
                "session-ends-before-it-begins");
        ProblemAnswers.check(
                announce(
                        school.partnershipsTeam(),
                        session(1)
                                .replace(
                                        begins.plusSeconds(3600).toString(),
                                        begins.plusSeconds(50_000).toString())),
                422,
                "session-too-long");
        ProblemAnswers.check(
                announce(
                        school.partnershipsTeam(),
                        session(1)
                                .replace(
                                        begins.plusSeconds(3600).toString(),
                                        begins.plus(Duration.ofDays(30))
                                                .plusSeconds(3600)
                                                .toString())
                                .replace(
                                        begins.toString(),
                                        begins.plus(Duration.ofDays(30)).toString())),
                422,
                "session-outside-its-days");
        ProblemAnswers.check(
                announce(
                        school.partnershipsTeam(),
                        session(1).replace(fund.toString(), UUID.randomUUID().toString())),
                404,
                "no-such-support-calendar");
        ProblemAnswers.check(announce(school.principal(), session(1)), 403, "not-allowed");
        ProblemAnswers.check(
                school.partnershipsTeam().body(session(1)).post("/help-sessions"), 400, "idempotency-key-missing");
        ProblemAnswers.check(
                book(school.principal(), school.code, UUID.randomUUID().toString()), 404, "no-such-help-session");
    }

    private static List<SchoolDoors> seated(List<SchoolDoors> schools) {
        schools.forEach(one -> one.seatCouncil().then().statusCode(200));
        return schools;
    }

    /** More schools, without allocations. */
    private List<SchoolDoors> schools(int number) {
        List<SchoolDoors> schools = new ArrayList<>();
        for (int one = 0; one < number; one++) {
            schools.add(new SchoolDoors(anotherCode(), fund, program));
        }
        return seated(schools);
    }

    private io.restassured.response.ValidatableResponse own() {
        return school.principal()
                .get("/schools/{code}/bookings/calendar.ics", school.code)
                .then()
                .statusCode(200);
    }

    private String announced(int capacity) {
        return announce(school.partnershipsTeam(), session(capacity))
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("planned"))
                .body("free", equalTo(capacity))
                .body("reason", nullValue())
                .extract()
                .path("id");
    }

    private static Response announce(RequestSpecification who, String session) {
        return who.header("Idempotency-Key", UUID.randomUUID()).body(session).post("/help-sessions");
    }

    private String session(int capacity) {
        return """
                {"fundId": "%s", "kind": "office-hours", "startsAt": "%s", "endsAt": "%s", "place": "Room 2-26",
                 "capacity": %d, "host": "Partnerships team"}
                """.formatted(fund, begins, begins.plusSeconds(3600), capacity);
    }

    private Response move(String session, String etag, Instant startsAt, int capacity) {
        return school.partnershipsTeam()
                .header("If-Match", etag)
                .body("""
                        {"startsAt": "%s", "endsAt": "%s", "link": "https://meet.example/help", "capacity": %d,
                         "host": "Partnerships team"}
                        """.formatted(startsAt, startsAt.plusSeconds(3600), capacity))
                .put("/help-sessions/{id}", session);
    }

    private Response cancel(String session, String etag) {
        return school.partnershipsTeam()
                .header("If-Match", etag)
                .body("{\"reason\": \"The building is closed for snow\"}")
                .put("/help-sessions/{id}/cancellation", session);
    }

    private Response attend(String session, String etag, String booking) {
        return school.partnershipsTeam()
                .header("If-Match", etag)
                .body("""
                        {"bookings": [{"bookingId": "%s", "attended": true,
                                       "notes": "Wants reading partners for grade three"}]}
                        """.formatted(booking))
                .put("/help-sessions/{id}/attendance", session);
    }

    private static Response book(RequestSpecification who, String code, String session) {
        return who.header("Idempotency-Key", UUID.randomUUID())
                .body("{\"sessionId\": \"%s\"}".formatted(session))
                .post("/schools/{code}/bookings", code);
    }

    private static Response giveUp(RequestSpecification who, String code, String booking, String etag) {
        return who.header("If-Match", etag).put("/schools/{code}/bookings/{id}/cancellation", code, booking);
    }

    private Response calendar(String etag, LocalDate first, LocalDate last) {
        return school.partnershipsTeam()
                .header("If-Match", etag)
                .body(days(first, last))
                .put("/support-calendars/{fund}", fund);
    }

    private static String days(LocalDate first, LocalDate last) {
        return """
                {"officeHours": {"first": "%1$s", "last": "%2$s"}, "technicalAssistance": {"first": "%1$s", "last": "%2$s"},
                 "source": "a test"}
                """.formatted(first, last);
    }
}
