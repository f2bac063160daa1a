package org.partnershipfund.approval.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.adapter.Backbone;
import org.partnershipfund.approval.adapter.Said;
import org.partnershipfund.approval.adapter.Wire;
import org.partnershipfund.testkit.Tokens;

/** A school's choice from draft to reserved money, and back, through the doors and from Kafka. */
@Backbone
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus and JUnit fill the fields
class TheSelectionsYearIT {

    private static final AtomicInteger SCHOOLS = new AtomicInteger(50_000_000);

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Inject
    Said said;

    private Wire wire;
    private SchoolDoors school;
    private final UUID fund = UUID.randomUUID();
    private final UUID partner = UUID.randomUUID();
    private final UUID program = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @BeforeEach
    void tell_what_the_others_said() {
        wire = new Wire(kafka);
        school = new SchoolDoors("%08d".formatted(SCHOOLS.getAndIncrement()), fund, program);
        // Out of order on purpose: the allocation waits for its fund, the programs for their partner.
        wire.allocationPublished(fund, school.code, "1000.00");
        wire.programRegistered(program, partner, "agreed");
        wire.programVetted(program, partner, "2017-12-01", "2030-11-30");
        wire.programRegistered(other, partner, "per-year");
        wire.fundOpened(fund);
        wire.partnerRegistered(partner);
        school.seatCouncil().then().statusCode(200);
        school.assignSuperintendent().then().statusCode(201);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(said.audited(school.code)).anyMatch(line -> line.startsWith("AllocationRemembered"));
            assertThat(said.audited(program.toString())).anyMatch(line -> line.startsWith("VettingRemembered"));
            assertThat(said.audited(other.toString())).anyMatch(line -> line.startsWith("ProgramRemembered"));
        });
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void from_a_draft_to_reserved_money() {
        String selection = school.submitted("900.00");
        String motion = voted(selection, "yes");
        school.close(motion)
                .then()
                .statusCode(200)
                .body("closing.result", is("passed"))
                .body("closing.tally.yes", is(3))
                .body("closing.tally.abstained", is(2))
                .body("closing.accountOwed", is(false));
        school.decide(school.superintendent(), selection, "superintendent-decision", "approve")
                .then()
                .statusCode(200)
                .body("waitsFor", is("completeness"));
        school.decide(school.budgetOffice(), selection, "completeness-check", "complete")
                .then()
                .statusCode(200)
                .body("state", is("approved"))
                .body("lines[0].portfolio", is("vetted"))
                .body("total.amount", is("900.00"));

        wire.fundsReserved(selection, 1, fund, school.code);
        awaitState(selection, "reserved");

        assertThat(said.about(selection)).containsExactly("SelectionSubmitted", "SelectionApproved");
        assertThat(said.payloads(selection).getLast())
                .contains("\"council\"", "\"superintendent\"", "\"completeness\"", "900.00")
                .doesNotContain("Name of");
        school.principal()
                .get("/selections/{id}/decisions", selection)
                .then()
                .statusCode(200)
                .body("items.step", contains("council", "superintendent", "completeness"))
                .body("items.binding", everyItem(is(true)));
    }

    @Test
    void a_return_makes_a_new_version_and_the_old_decisions_stay_on_record() {
        String selection = school.submitted("900.00");
        school.close(voted(selection, "yes")).then().statusCode(200);
        school.decide(school.superintendent(), selection, "superintendent-decision", "return")
                .then()
                .statusCode(200)
                .body("state", is("returned"))
                .body("returned.by", is("superintendent"))
                .body("returned.reasons", is("as discussed"));
        school.submit(selection).then().statusCode(409).body("type", endsWith("selection-not-a-draft"));

        school.revise(selection, school.line("800.00")).then().statusCode(200).body("version", is(2));
        school.submit(selection).then().statusCode(200).body("waitsFor", is("council"));

        school.principal()
                .get("/selections/{id}/decisions", selection)
                .then()
                .body("items.version", contains(1, 1))
                .body("items.binding", everyItem(is(false)));
        school.principal()
                .get("/selections/{id}/versions", selection)
                .then()
                .body("items.total.amount", contains("900.00", "800.00"));
        assertThat(said.about(selection))
                .containsExactly("SelectionSubmitted", "SelectionReturned", "SelectionSubmitted");
    }

    @Test
    void a_lost_motion_returns_it_and_an_outvoting_principal_owes_an_account() {
        String selection = school.submitted("900.00");
        String meeting = convened(selection);
        String motion =
                school.move(meeting, selection).then().statusCode(201).extract().path("id");
        school.cast(school.principal(), motion, "no").then().statusCode(200);
        school.cast(school.member("teacher-1"), motion, "yes").then().statusCode(200);
        school.cast(school.member("parent-1"), motion, "yes").then().statusCode(200);
        school.close(motion)
                .then()
                .statusCode(200)
                .body("closing.result", is("lost"))
                .body("closing.accountOwed", is(true));

        school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("state", is("returned"))
                .body("returned.by", is("council"));
        school.partnershipsTeam()
                .get("/motions?accountOwed=true&limit=500")
                .then()
                .body("items.id", hasItem(motion));
        school.principal()
                .header("If-Match", school.motionTag(motion))
                .body("{\"text\": \"because\", \"meetingId\": \"%s\"}".formatted(meeting))
                .put("/motions/{id}/account", motion)
                .then()
                .statusCode(422)
                .body("type", endsWith("account-not-at-a-later-meeting"));
        school.revise(selection, school.line("900.00")).then().statusCode(200);
        school.submit(selection).then().statusCode(200);
        String later = convened(selection);
        school.principal()
                .header("If-Match", school.motionTag(motion))
                .body("{\"text\": \"because\", \"meetingId\": \"%s\"}".formatted(later))
                .put("/motions/{id}/account", motion)
                .then()
                .statusCode(200)
                .body("closing.accountOwed", is(false))
                .body("closing.account.text", is("because"));
    }

    @Test
    void a_recused_principal_blocks_and_the_partnerships_team_returns_it() {
        String selection = school.submitted("900.00");
        String motion =
                school.move(convened(selection), selection).then().extract().path("id");
        school.principal()
                .body("{\"vote\": \"recused\"}")
                .put("/motions/{id}/ballots/mine", motion)
                .then()
                .statusCode(422)
                .body("type", endsWith("tie-missing"));
        school.principal()
                .body("{\"vote\": \"recused\", \"tie\": \"sits on the board of the partner\"}")
                .put("/motions/{id}/ballots/mine", motion)
                .then()
                .statusCode(200);
        school.decide(school.partnershipsTeam(), selection, "return", "x")
                .then()
                .statusCode(400);
        school.close(motion).then().statusCode(200).body("closing.result", is("blocked"));

        school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("state", is("submitted"))
                .body("escalated", is(true));
        school.partnershipsTeam()
                .get("/motions?result=blocked&limit=500")
                .then()
                .body("items.id", hasItem(motion));
        assertThat(String.join(" ", said.audited(motion))).doesNotContain("sits on the board");
        school.partnershipsTeam()
                .header("If-Match", school.etag(selection))
                .body("{\"reasons\": \"choose another partner\"}")
                .put("/selections/{id}/return", selection)
                .then()
                .statusCode(200)
                .body("state", is("returned"));
    }

    @Test
    void without_a_quorum_nothing_is_decided_and_another_meeting_decides() {
        String selection = school.submitted("900.00");
        String meeting = posted(selection);
        school.attend(meeting, List.of(school.seatId("principal"), school.seatId("teacher-1")))
                .then()
                .statusCode(200);
        String motion =
                school.move(meeting, selection).then().statusCode(201).extract().path("id");
        school.attend(meeting, List.of(school.seatId("principal")))
                .then()
                .statusCode(409)
                .body("type", endsWith("motions-open"));
        school.cast(school.member("teacher-2"), motion, "yes")
                .then()
                .statusCode(422)
                .body("type", endsWith("not-present"));
        school.close(motion)
                .then()
                .statusCode(200)
                .body("closing.result", is("no-quorum"))
                .body("closing.reasons", hasSize(3));

        school.principal().get("/selections/{id}", selection).then().body("waitsFor", is("council"));
        school.move(meeting, selection).then().statusCode(409).body("type", endsWith("moved-before"));
        school.close(voted(selection, "yes")).then().body("closing.result", is("passed"));
    }

    @Test
    void a_roll_call_is_confirmed_by_the_other_chair() {
        String selection = school.submitted("900.00");
        String motion =
                school.move(convened(selection), selection).then().extract().path("id");
        String called =
                "{\"ballots\": [{\"seatId\": \"%s\", \"vote\": \"yes\"}, {\"seatId\": \"%s\", \"vote\": \"yes\"}]}"
                        .formatted(school.seatId("principal"), school.seatId("teacher-1"));
        school.principal()
                .body(called)
                .put("/motions/{id}/roll-call", motion)
                .then()
                .statusCode(428);
        school.principal()
                .header("If-Match", school.motionTag(motion))
                .body(called)
                .put("/motions/{id}/roll-call", motion)
                .then()
                .statusCode(200);
        school.close(motion).then().statusCode(409).body("type", endsWith("roll-call-not-confirmed"));
        school.principal()
                .header("If-Match", school.motionTag(motion))
                .put("/motions/{id}/confirmation", motion)
                .then()
                .statusCode(422)
                .body("type", endsWith("roll-call-by-the-same"));
        school.member("teacher-1")
                .header("If-Match", school.motionTag(motion))
                .put("/motions/{id}/confirmation", motion)
                .then()
                .statusCode(422)
                .body("type", endsWith("not-the-chair"));
        school.member("parent-1")
                .header("If-Match", school.motionTag(motion))
                .put("/motions/{id}/confirmation", motion)
                .then()
                .statusCode(200);

        school.close(motion).then().statusCode(200).body("closing.result", is("passed"));
        school.cast(school.member("parent-1"), motion, "no")
                .then()
                .statusCode(409)
                .body("type", endsWith("motion-closed"));
    }

    @Test
    void a_meeting_needs_its_notice_its_chair_and_something_that_waits() {
        String selection = school.submitted("900.00");
        String draft = school.draft("10.00").then().extract().path("id");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));

        school.postMeeting(school.principal(), tomorrow, selection)
                .then()
                .statusCode(422)
                .body("type", endsWith("notice-too-short"))
                .body("detail", containsString("earliest lawful time"));
        Instant inThreeDays = Instant.now().plus(Duration.ofDays(3));
        school.postMeeting(school.member("teacher-1"), inThreeDays, selection)
                .then()
                .statusCode(422)
                .body("type", endsWith("not-the-chair"));
        school.postMeeting(school.principal(), inThreeDays, draft)
                .then()
                .statusCode(409)
                .body("type", endsWith("not-for-the-council"));
        String meeting = school.postMeeting(school.member("parent-1"), inThreeDays, selection)
                .then()
                .statusCode(201)
                .body("state", is("posted"))
                .body("selections[0].version", is(1))
                .extract()
                .path("id");
        school.attend(meeting, List.of(school.seatId("principal")))
                .then()
                .statusCode(409)
                .body("type", endsWith("meeting-not-begun"));
        school.move(meeting, selection).then().statusCode(409).body("type", endsWith("not-convened"));
        school.principal().get("/councils/{code}/meetings", school.code).then().body("items.id", contains(meeting));
    }

    @Test
    void what_procurement_refuses_comes_back_with_its_reason() {
        String selection = approved("900.00");

        wire.reservationRefused(selection, 1, fund, school.code);

        awaitState(selection, "returned");
        school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("returned.by", is("reservation"))
                .body("returned.reasons", containsString("$1.00 is available"));
        wire.fundsReserved(selection, 1, fund, school.code);
        wire.fundsReserved(UUID.randomUUID().toString(), 1, fund, school.code);
        assertThat(said.letters(selection)).isEmpty();
        assertThat(said.about(selection)).contains("SelectionReturned");
    }

    @Test
    void another_winner_is_accepted_at_the_awarded_amount_by_a_new_version() {
        String selection = approved("900.00");
        wire.fundsReserved(selection, 1, fund, school.code);
        wire.outcomeDiffers(selection, 1, fund, school.code, program, other);
        awaitState(selection, "returned");

        school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("returned.by", is("competition"))
                .body("awards[0].awardedProgramId", is(other.toString()))
                .body("awards[0].amount.amount", is("90.00"));
        school.revise(selection, """
                        {"programId": "%s", "priceCode": "awarded", "quantity": 1, "pupils": 30,
                         "serviceFrom": "2018-09-04", "serviceUntil": "2019-06-21"}
                        """.formatted(other))
                .then()
                .statusCode(200)
                .body("total.amount", is("90.00"))
                .body("lines[0].unit", is("agreed"));
        school.submit(selection).then().statusCode(200);
    }

    @Test
    void selections_of_a_school_never_exceed_its_allocation_however_many_are_submitted_at_once() throws Exception {
        List<String> drafts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            drafts.add(school.draft("300.00").then().statusCode(201).extract().path("id"));
        }

        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> calls = drafts.stream()
                    .<Callable<Integer>>map(draft -> () -> school.submit(draft).statusCode())
                    .toList();
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(status -> status == 200).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(3);
    }

    @Test
    void a_revised_allocation_is_what_the_next_submission_is_measured_by() {
        String selection = school.draft("1000.00").then().extract().path("id");

        wire.allocationRevised(fund, school.code, "1000.00", "999.99");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(said.audited(school.code))
                        .anyMatch(line -> line.startsWith("AllocationRevisionRemembered")));

        school.submit(selection)
                .then()
                .statusCode(422)
                .body("type", endsWith("allocation-exceeded"))
                .body("detail", containsString("so $0.01 is too much"));
    }

    @Test
    void a_fund_may_admit_the_portfolio_only_and_have_a_due_date() {
        String policy =
                "{\"partnerChoice\": \"portfolio-only\", \"selectionsDueOn\": %s, \"recusedCountAsPresent\": true, \"agendaNoticeHours\": 48, \"source\": \"a test\"}";
        String tag = school.budgetOffice()
                .get("/approval-policies/{fund}", fund)
                .then()
                .statusCode(200)
                .body("partnerChoice", is("any-registered"))
                .body("agendaNoticeHours", is(48))
                .extract()
                .header("ETag");
        tag = school.budgetOffice()
                .header("If-Match", tag)
                .body(policy.formatted("null"))
                .put("/approval-policies/{fund}", fund)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        String unvetted = school.draft(school.principal(), """
                        {"programId": "%s", "priceCode": "year", "quantity": 1, "pupils": 30,
                         "serviceFrom": "2018-09-04", "serviceUntil": "2019-06-21"}
                        """.formatted(other))
                .then()
                .statusCode(201)
                .body("lines[0].portfolio", is("registered"))
                .extract()
                .path("id");
        school.submit(unvetted).then().statusCode(422).body("type", endsWith("not-in-portfolio"));
        school.budgetOffice()
                .header("If-Match", tag)
                .body(policy.formatted("\"2018-01-31\""))
                .put("/approval-policies/{fund}", fund)
                .then()
                .statusCode(200);
        String late = school.draft("10.00").then().extract().path("id");
        school.submit(late).then().statusCode(422).body("type", endsWith("submitted-too-late"));
        school.budgetOffice()
                .get("/approval-policies/{fund}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-approval-policy"));
    }

    @Test
    void whoever_is_out_of_scope_sees_and_does_nothing() {
        String selection = school.submitted("900.00");
        String elsewhere = "%08d".formatted(SCHOOLS.getAndIncrement());
        var stranger = new SchoolDoors(elsewhere, fund, program);
        stranger.seatCouncil().then().statusCode(200);

        stranger.principal().get("/selections/{id}", selection).then().statusCode(404);
        stranger.principal().get("/selections?limit=500").then().body("items.id", not(hasItem(selection)));
        stranger.principal().get("/councils/{code}", school.code).then().statusCode(404);
        school.draft(stranger.principal(), school.line("1.00"))
                .then()
                .statusCode(404)
                .body("type", endsWith("not-your-school"));
        stranger.principal()
                .header("If-Match", school.etag(selection))
                .body("{\"reason\": \"x\"}")
                .put("/selections/{id}/withdrawal", selection)
                .then()
                .statusCode(404);
        school.decide(stranger.superintendent(), selection, "superintendent-decision", "approve")
                .then()
                .statusCode(404);
        school.decide(school.principal(), selection, "superintendent-decision", "approve")
                .then()
                .statusCode(403);
        school.decide(school.superintendent(), selection, "superintendent-decision", "approve")
                .then()
                .statusCode(409)
                .body("type", endsWith("not-the-turn"));
    }

    @Test
    void what_was_not_heard_of_yet_is_worth_another_try() {
        var unknownFund = new SchoolDoors(school.code, UUID.randomUUID(), program);
        unknownFund.draft("1.00").then().statusCode(409).body("type", endsWith("fund-not-heard-of"));
        var unknownProgram = new SchoolDoors(school.code, fund, UUID.randomUUID());
        unknownProgram.draft("1.00").then().statusCode(409).body("type", endsWith("program-not-heard-of"));
        UUID unallocated = UUID.randomUUID();
        wire.fundOpened(unallocated);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(said.audited(unallocated.toString())).isNotEmpty());
        var withoutAllocation = new SchoolDoors(school.code, unallocated, program);
        String draft =
                withoutAllocation.draft("1.00").then().statusCode(201).extract().path("id");
        school.submit(draft).then().statusCode(409).body("type", endsWith("allocation-not-heard-of"));
        school.draft("60000.01").then().statusCode(422).body("type", endsWith("agreed-amount-too-high"));
    }

    @Test
    void a_stale_or_missing_etag_changes_nothing() {
        String selection = school.draft("10.00").then().extract().path("id");
        String old = school.etag(selection);
        school.revise(selection, school.line("20.00")).then().statusCode(200);

        school.principal()
                .header("If-Match", old)
                .put("/selections/{id}/submission", selection)
                .then()
                .statusCode(412);
        school.principal().put("/selections/{id}/submission", selection).then().statusCode(428);
    }

    @Test
    void a_withdrawal_is_final_and_others_learn_of_it_if_they_knew() {
        String draft = school.draft("10.00").then().extract().path("id");
        String selection = school.submitted("10.00");
        for (String one : List.of(draft, selection)) {
            school.principal()
                    .header("If-Match", school.etag(one))
                    .body("{\"reason\": \"changed our mind\"}")
                    .put("/selections/{id}/withdrawal", one)
                    .then()
                    .statusCode(200)
                    .body("state", is("withdrawn"));
        }

        assertThat(said.about(draft)).isEmpty();
        assertThat(said.about(selection)).containsExactly("SelectionSubmitted", "SelectionWithdrawn");
        school.principal()
                .header("If-Match", school.etag(selection))
                .body("{\"reason\": \"again\"}")
                .put("/selections/{id}/withdrawal", selection)
                .then()
                .statusCode(409)
                .body("type", endsWith("selection-already-withdrawn"));
    }

    @Test
    void a_council_is_seated_once_and_changed_by_its_etag_and_names_stay_in_the_school() {
        school.seatCouncil().then().statusCode(409).body("type", endsWith("council-exists"));
        String tag = school.principal()
                .get("/councils/{code}", school.code)
                .then()
                .statusCode(200)
                .body("places.votingMembers", is(9))
                .body("seats.name", hasItem("Name of parent-1"))
                .extract()
                .header("ETag");
        school.partnershipsTeam()
                .header("If-Match", tag)
                .body(school.nine().replace("parent-4", "parent-5"))
                .put("/councils/{code}", school.code)
                .then()
                .statusCode(200)
                .body("seats", hasSize(10))
                .body("seats.find { it.member.subject.endsWith('parent-4') }.until", notNullValue());

        assertThat(said.about(school.code)).hasSize(12).contains("SupervisorAssigned", "CouncilSeatTaken");
        assertThat(String.join(" ", said.payloads(school.code))).doesNotContain("Name of");
        assertThat(String.join(" ", said.audited(school.code)))
                .contains("CouncilNamesRead")
                .doesNotContain("Name of");
        school.member("parent-5").get("/councils/{code}", school.code).then().statusCode(200);
        school.member("parent-4").get("/councils/{code}", school.code).then().statusCode(404);
        school.partnershipsTeam()
                .get("/councils?limit=500")
                .then()
                .statusCode(200)
                .body("items.schoolCode", hasItem(school.code));
    }

    @Test
    void a_supervisor_whose_assignment_ended_decides_nothing_more() {
        String selection = school.submitted("900.00");
        school.close(voted(selection, "yes")).then().statusCode(200);
        String assignment = school.superintendent()
                .get("/supervisor-assignments")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        String tag = school.superintendent()
                .get("/supervisor-assignments/{id}", assignment)
                .then()
                .extract()
                .header("ETag");
        school.partnershipsTeam()
                .header("If-Match", tag)
                .body("{\"until\": \"2017-06-30\"}")
                .put("/supervisor-assignments/{id}/end", assignment)
                .then()
                .statusCode(422)
                .body("type", endsWith("assignment-ends-before-it-begins"));
        school.partnershipsTeam()
                .header("If-Match", tag)
                .body("{\"until\": \"2018-06-30\"}")
                .put("/supervisor-assignments/{id}/end", assignment)
                .then()
                .statusCode(200);

        school.decide(school.superintendent(), selection, "superintendent-decision", "approve")
                .then()
                .statusCode(404);
    }

    @Test
    void lists_are_also_csv() {
        String selection = school.submitted("900.00");

        for (String door : List.of(
                "/selections",
                "/motions",
                "/councils",
                "/supervisor-assignments",
                "/approval-policies",
                "/selections/" + selection + "/decisions",
                "/councils/" + school.code + "/meetings")) {
            school.partnershipsTeam()
                    .accept("text/csv")
                    .get(door)
                    .then()
                    .statusCode(200)
                    .contentType(containsString("text/csv"));
        }
        given().get("/selections").then().statusCode(401);
        given().auth().oauth2(Tokens.as("partner")).get("/selections").then().statusCode(403);
    }

    /** A meeting that was posted in time and has begun: its notice is moved into the past, as time would. */
    private String posted(String selection) {
        String meeting = school.postMeeting(school.principal(), Instant.now().plus(Duration.ofHours(49)), selection)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        said.letTimePass(meeting);
        return meeting;
    }

    private String convened(String selection) {
        String meeting = posted(selection);
        school.attend(
                        meeting,
                        List.of(
                                school.seatId("principal"),
                                school.seatId("teacher-1"),
                                school.seatId("teacher-2"),
                                school.seatId("parent-1"),
                                school.seatId("parent-2")))
                .then()
                .statusCode(200)
                .body("present", hasSize(5));
        return meeting;
    }

    private String voted(String selection, String vote) {
        String motion = school.move(convened(selection), selection)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        school.cast(school.principal(), motion, vote).then().statusCode(200);
        school.cast(school.member("teacher-1"), motion, vote).then().statusCode(200);
        school.cast(school.member("parent-1"), motion, vote).then().statusCode(200);
        return motion;
    }

    private String approved(String agreed) {
        String selection = school.submitted(agreed);
        school.close(voted(selection, "yes")).then().statusCode(200);
        school.decide(school.superintendent(), selection, "superintendent-decision", "approve")
                .then()
                .statusCode(200);
        school.decide(school.budgetOffice(), selection, "completeness-check", "complete")
                .then()
                .statusCode(200);
        return selection;
    }

    private void awaitState(String selection, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> school.partnershipsTeam()
                        .get("/selections/{id}", selection)
                        .then()
                        .body("state", is(state)));
    }
}
