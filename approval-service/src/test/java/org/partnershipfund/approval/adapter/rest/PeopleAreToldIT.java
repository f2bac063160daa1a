package org.partnershipfund.approval.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.adapter.Mailbox;
import org.partnershipfund.approval.adapter.Mailbox.Arrived;
import org.partnershipfund.kernel.Words;
import org.partnershipfund.testkit.ProblemAnswers;
import org.partnershipfund.testkit.Tokens;

/** Contacts and messages, through the doors and a real mail server (policy reminders §1 to §4). */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the field
class PeopleAreToldIT extends SchoolStory {

    @Inject
    Mailbox mailbox;

    @Test
    void everybody_says_for_themselves_where_they_are_written_to() {
        ProblemAnswers.check(school.principal().get("/me/contact"), 404, "no-such-contact");
        ProblemAnswers.check(mine(school.principal(), "\"1\"", "lead@a.example", true), 404, "no-such-contact");
        mine(school.principal(), null, "lead@a.example", true)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("address", equalTo("lead@a.example"))
                .body("setBy.subject", equalTo(school.code + "-principal"));
        ProblemAnswers.check(mine(school.principal(), null, "lead@b.example", true), 409, "contact-exists");
        mine(school.principal(), "\"1\"", "lead@b.example", false)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
        ProblemAnswers.check(mine(school.principal(), "\"1\"", "lead@c.example", true), 412, "stale-state");
        for (String wrong :
                List.of("", "lead", "a@b@c", "Lead <lead@a.example>", "a@b.example\\r\\nBcc: c@d.example")) {
            ProblemAnswers.check(mine(school.principal(), "\"2\"", wrong, true), 400, "invalid-request");
        }
        ProblemAnswers.check(given().get("/me/contact"), 401, "not-signed-in");
        ProblemAnswers.check(school.as("director", "partner").get("/me/contact"), 403, "not-allowed");
        mine(school.as("finance", "cfo"), null, "cfo@a.example", true).then().statusCode(200);
    }

    @Test
    void the_team_keeps_contacts_for_others_and_every_look_is_on_record() {
        theirs(school.partnershipsTeam(), "teacher-1", "teacher@a.example")
                .then()
                .statusCode(200)
                .body("setBy.subject", equalTo(school.code + "-team"));
        read(school.partnershipsTeam(), "teacher-1")
                .then()
                .statusCode(200)
                .body("address", equalTo("teacher@a.example"));
        school.member("teacher-1").get("/me/contact").then().statusCode(200);
        ProblemAnswers.check(read(school.partnershipsTeam(), "nobody"), 404, "no-such-contact");
        ProblemAnswers.check(read(school.principal(), "teacher-1"), 403, "not-allowed");
        ProblemAnswers.check(school.partnershipsTeam().get("/contacts"), 400, "invalid-request");
        assertThat(said.audited(school.code + "-teacher-1").stream().map(line -> line.split(" ", 2)[0]))
                .containsExactly("ContactKept", "ContactRead", "ContactRead");
        assertThat(said.mentions("teacher@a.example")).isEmpty();
    }

    @Test
    void who_books_is_told_with_a_calendar_file_and_who_moves_up_too() {
        SchoolDoors other = new SchoolDoors(anotherCode(), fund, program);
        other.seatCouncil().then().statusCode(200);
        String first = address("first");
        String second = address("second");
        mine(school.principal(), null, first, true).then().statusCode(200);
        mine(other.principal(), null, second, true).then().statusCode(200);
        String session = announced();

        String booking = book(school, session);
        String waits = book(other, session);
        Arrived confirmed = arrived(first, 1).getFirst();
        assertThat(confirmed.subject()).startsWith("Office hours, ").endsWith(": you have a place");
        assertThat(confirmed.text())
                .contains("text/plain", "text/html", "text/calendar", "method=PUBLISH")
                .contains("School %s has a place in Office hours at ".formatted(school.code))
                .contains("Where: Room 2-26. With Partnerships team.")
                .contains("/schools/%s/bookings/%s".formatted(school.code, booking))
                .contains("BEGIN:VCALENDAR", "STATUS:CONFIRMED");
        assertThat(arrived(second, 1).getFirst().text()).contains("on the waiting list", "STATUS:TENTATIVE");

        school.principal()
                .header("If-Match", "\"1\"")
                .put("/schools/{code}/bookings/{id}/cancellation", school.code, booking)
                .then()
                .statusCode(200);
        assertThat(arrived(first, 2).get(1).text()).contains("is cancelled", "STATUS:CANCELLED");
        assertThat(arrived(second, 2).get(1).subject()).endsWith(": you have a place now");
        // It has arrived before it is marked as sent.
        soon().untilAsserted(() -> school.partnershipsTeam()
                .get("/mails?thing={booking}", waits)
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("booking-waiting", "booking-moved-up")))
                .body("items.state", everyItem(equalTo("sent")))
                .body("items.attempts", everyItem(equalTo(1))));
        assertThat(said.mentions(second)).isEmpty();
    }

    @Test
    void a_message_that_was_sent_and_not_marked_comes_again_under_the_same_id() {
        String leader = address("leader");
        mine(school.principal(), null, leader, true).then().statusCode(200);
        String booking = book(school, announced());
        var _ = arrived(leader, 1);
        awaitMail(booking, "sent");

        said.forgetThatMailWasSent(booking);

        List<Arrived> twice = arrived(leader, 2);
        assertThat(twice.get(0).id()).isEqualTo(twice.get(1).id()).endsWith("@partnership-fund.example>");
    }

    @Test
    void who_wants_no_mail_or_gave_no_address_gets_none_and_it_is_on_record() {
        String silent = address("silent");
        mine(school.principal(), null, silent, false).then().statusCode(200);
        String session = announced();
        String booking = book(school, session);
        awaitMail(booking, "declined");
        SchoolDoors other = new SchoolDoors(anotherCode(), fund, program);
        other.seatCouncil().then().statusCode(200);
        String unknown = book(other, session);
        awaitMail(unknown, "unaddressed");

        assertThat(mailbox.of(silent)).isEmpty();
        ProblemAnswers.check(school.partnershipsTeam().get("/mails?state=lost"), 400, "invalid-parameter");
        ProblemAnswers.check(school.principal().get("/mails"), 403, "not-allowed");
        school.partnershipsTeam()
                .accept("text/csv")
                .get("/mails?state=declined")
                .then()
                .statusCode(200)
                .body(startsWith("id,"));
    }

    @Test
    void the_council_is_told_of_its_meeting_and_the_leader_of_the_selection() {
        String leader = address("chair");
        String parent = address("parent");
        mine(school.principal(), null, leader, true).then().statusCode(200);
        mine(school.member("parent-1"), null, parent, true).then().statusCode(200);
        String selection = school.submitted("100.00");
        String meeting = school.postMeeting(school.principal(), Instant.now().plus(Duration.ofHours(49)), selection)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        soon().untilAsserted(() -> assertThat(mailbox.of(parent))
                .anySatisfy(mail -> assertThat(mail.text())
                        .contains(
                                "Where: Library.", "Agenda: Partners.", "UID:%s@partnership-fund".formatted(meeting))));
        said.letTimePass(meeting);
        school.attend(meeting, List.of(school.seatId("principal"))).then().statusCode(200);

        String approved = approved(school.line("90.00"));

        soon().untilAsserted(() ->
                assertThat(mailbox.of(leader).stream().map(Arrived::subject)).contains("Your selection is approved"));
        school.partnershipsTeam()
                .get("/mails?thing={id}", approved)
                .then()
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("selection-approved"));
    }

    @Test
    void who_may_act_is_told_once_that_it_is_their_turn_and_of_the_due_day() {
        String leader = address("reminded");
        String parent = address("voter");
        mine(school.principal(), null, leader, true).then().statusCode(200);
        mine(school.member("parent-2"), null, parent, true).then().statusCode(200);
        LocalDate due = LocalDate.now(Words.DISTRICT).plusDays(2);
        school.budgetOffice()
                .header("If-Match", "\"1\"")
                .body("""
                        {"partnerChoice": "any-registered", "selectionsDueOn": "%s", "recusedCountAsPresent": true,
                         "agendaNoticeHours": 48, "source": "a test"}
                        """.formatted(due))
                .put("/approval-policies/{fund}", fund)
                .then()
                .statusCode(200);
        String selection =
                school.draft("100.00").then().statusCode(201).extract().path("id");
        String thing = selection + " submission";
        soon().untilAsserted(() -> assertThat(kinds(thing)).containsExactlyInAnyOrder("your-turn", "deadline-near"));
        assertThat(arrived(leader, 2).stream().map(Arrived::subject))
                .anyMatch(subject -> subject.startsWith("Due until "));

        school.submit(selection).then().statusCode(200);

        assertThat(arrived(parent, 1).getFirst().text())
                .contains("waits at the step council", "/selections/" + selection);
        String votes = selection + " council";
        // All nine of the council, each once, after more rounds too.
        school.partnershipsTeam().get("/mails?thing={thing}", votes).then().body("items", hasSize(9));
        plan("\"1\"", "[5]").then().statusCode(200).header("ETag", equalTo("\"2\""));
        ProblemAnswers.check(plan("\"1\"", "[5]"), 412, "stale-state");
        ProblemAnswers.check(plan("\"2\"", "[0]"), 400, "invalid-request");
        ProblemAnswers.check(
                school.partnershipsTeam().get("/reminder-plans/{fund}", UUID.randomUUID()),
                404,
                "no-such-reminder-plan");
        ProblemAnswers.check(school.principal().get("/reminder-plans/{fund}", fund), 403, "not-allowed");
        school.partnershipsTeam()
                .get("/reminder-plans/{fund}", fund)
                .then()
                .statusCode(200)
                .body("daysBefore", equalTo(List.of(5)))
                .body("nextLevel", hasSize(1));
        said.letTheDueDayPass(fund);
        String late = school.draft("50.00").then().statusCode(201).extract().path("id");
        soon().untilAsserted(() ->
                assertThat(kinds(late + " submission")).containsExactlyInAnyOrder("your-turn", "overdue", "overdue"));
        assertThat(kinds(votes)).hasSize(9).containsOnly("your-turn");

        said.letTheStepBeOverdue(selection);

        // The nine once more, and then the next level: the school's superintendent, and whom the plan names.
        soon().untilAsserted(() ->
                assertThat(kinds(votes)).filteredOn("overdue"::equals).hasSize(11));
    }

    private Response plan(String etag, String days) {
        return school.partnershipsTeam()
                .header("If-Match", etag)
                .body("""
                        {"daysBefore": %s, "escalateAfterDays": 0, "source": "a test",
                         "nextLevel": [{"issuer": "%s", "subject": "%s-team"}]}
                        """.formatted(days, Tokens.ISSUER, school.code))
                .put("/reminder-plans/{fund}", fund);
    }

    private List<String> kinds(String thing) {
        return school.partnershipsTeam()
                .get("/mails?thing={thing}", thing)
                .then()
                .statusCode(200)
                .extract()
                .path("items.kind");
    }

    /** Its mailbox is there: the server makes it at the first look or message, and loses one if both come at once. */
    private String address(String name) {
        String address = "%s-%s@schools.example".formatted(name, school.code);
        assertThat(mailbox.of(address)).isEmpty();
        return address;
    }

    private List<Arrived> arrived(String address, int number) {
        soon().untilAsserted(() -> assertThat(mailbox.of(address)).hasSizeGreaterThanOrEqualTo(number));
        List<Arrived> arrived = mailbox.of(address);
        assertThat(arrived).hasSize(number);
        return arrived;
    }

    private void awaitMail(String thing, String state) {
        soon().untilAsserted(() -> school.partnershipsTeam()
                .get("/mails?thing={thing}", thing)
                .then()
                .body("items", hasSize(1))
                .body("items[0].state", equalTo(state)));
    }

    private String announced() {
        LocalDate today = LocalDate.now(Words.DISTRICT);
        school.partnershipsTeam()
                .header("If-Match", "\"1\"")
                .body("""
                        {"officeHours": {"first": "%1$s", "last": "%2$s"},
                         "technicalAssistance": {"first": "%1$s", "last": "%2$s"}, "source": "a test"}
                        """.formatted(today, today.plusDays(9)))
                .put("/support-calendars/{fund}", fund)
                .then()
                .statusCode(200);
        Instant begins = Instant.now().plus(Duration.ofDays(3));
        return school.partnershipsTeam()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"fundId": "%s", "kind": "office-hours", "startsAt": "%s", "endsAt": "%s",
                         "place": "Room 2-26", "capacity": 1, "host": "Partnerships team"}
                        """.formatted(fund, begins, begins.plusSeconds(3600)))
                .post("/help-sessions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String book(SchoolDoors who, String session) {
        return who.principal()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"sessionId\": \"%s\"}".formatted(session))
                .post("/schools/{code}/bookings", who.code)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response mine(RequestSpecification who, @Nullable String etag, String address, boolean wants) {
        var request = etag == null ? who : who.header("If-Match", etag);
        return request.body("{\"address\": \"%s\", \"wantsMail\": %s}".formatted(address, wants))
                .put("/me/contact");
    }

    private Response theirs(RequestSpecification who, String subject, String address) {
        return who.queryParam("issuer", Tokens.ISSUER)
                .queryParam("subject", school.code + "-" + subject)
                .body("{\"address\": \"%s\", \"wantsMail\": true}".formatted(address))
                .put("/contacts");
    }

    private Response read(RequestSpecification who, String subject) {
        return who.queryParam("issuer", Tokens.ISSUER)
                .queryParam("subject", school.code + "-" + subject)
                .get("/contacts");
    }
}
