package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A council is seated, meets, and decides by the rule, through the doors. */
@QuarkusTest
class CouncilsMeetIT extends SchoolStory {

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
    void a_lost_motion_returns_it_and_an_outvoting_principal_owes_an_account() {
        String selection = school.submitted("900.00");
        String meeting = convened(selection);
        String motion =
                school.move(meeting, selection).then().statusCode(201).extract().path("id");
        school.castAll(motion, "no", "principal");
        school.castAll(motion, "yes", "teacher-1", "parent-1");
        school.castAll(motion, "abstain", "teacher-2", "parent-2");
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
        school.recuse(school.principal(), motion).then().statusCode(200).body("ballots[0].stands", is(true));
        school.castAll(motion, "yes", "teacher-1", "teacher-2", "parent-1", "parent-2");
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
        school.castAll(motion, "yes", "principal", "teacher-1");
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
        school.principal()
                .body("{\"ballots\": [{\"seatId\": \"%s\", \"vote\": \"yes\"}]}".formatted(school.seatId("principal")))
                .put("/motions/{id}/roll-call", motion)
                .then()
                .statusCode(428);
        school.castAll(motion, "abstain", "teacher-2");
        school.callTheRoll(motion, "yes", "principal", "teacher-1", "parent-1", "parent-2")
                .then()
                .statusCode(200);
        school.close(motion).then().statusCode(409).body("type", endsWith("roll-call-not-confirmed"));
        school.confirm(school.principal(), motion)
                .then()
                .statusCode(422)
                .body("type", endsWith("roll-call-by-the-same"));
        school.confirm(school.member("teacher-1"), motion)
                .then()
                .statusCode(422)
                .body("type", endsWith("not-the-chair"));
        school.confirm(school.member("parent-1"), motion).then().statusCode(200);

        school.close(motion).then().statusCode(200).body("closing.result", is("passed"));
        school.cast(school.member("parent-1"), motion, "no")
                .then()
                .statusCode(409)
                .body("type", endsWith("motion-closed"));
    }

    @Test
    void a_principal_alone_passes_nothing() {
        String selection = school.submitted("900.00");
        String motion =
                school.move(convened(selection), selection).then().extract().path("id");
        school.castAll(motion, "yes", "principal");

        school.close(motion)
                .then()
                .statusCode(409)
                .body("type", endsWith("votes-missing"))
                .body("detail", containsString(school.seatId("teacher-1")));

        school.principal().get("/selections/{id}", selection).then().body("waitsFor", is("council"));
    }

    @Test
    void a_declared_tie_stands_in_this_motion_and_in_the_next_one_about_the_selection() {
        String selection = school.submitted("900.00");
        String motion =
                school.move(convened(selection), selection).then().extract().path("id");
        school.recuse(school.principal(), motion).then().statusCode(200);
        school.cast(school.principal(), motion, "yes").then().statusCode(422).body("type", endsWith("tie-stands"));
        school.callTheRoll(motion, "yes", "principal").then().statusCode(422).body("type", endsWith("tie-stands"));
        school.castAll(motion, "yes", "teacher-1", "teacher-2", "parent-1", "parent-2");
        school.close(motion).then().statusCode(200).body("closing.result", is("blocked"));

        String again = school.move(convened(selection), selection)
                .then()
                .statusCode(201)
                .body("ballots", hasSize(1))
                .body("ballots[0].seatId", is(school.seatId("principal")))
                .body("ballots[0].vote", is("recused"))
                .extract()
                .path("id");
        school.cast(school.principal(), again, "yes").then().statusCode(422).body("type", endsWith("tie-stands"));
        school.castAll(again, "yes", "teacher-1", "teacher-2", "parent-1", "parent-2");
        school.close(again).then().statusCode(200).body("closing.result", is("blocked"));
    }

    @Test
    void a_tie_to_a_partner_that_may_be_gone_is_asked_anew() {
        String selection = school.submitted("900.00");
        String motion =
                school.move(convened(selection), selection).then().extract().path("id");
        school.recuse(school.principal(), motion).then().statusCode(200);
        school.castAll(motion, "yes", "teacher-1", "teacher-2", "parent-1", "parent-2");
        school.close(motion).then().statusCode(200);
        school.partnershipsTeam()
                .header("If-Match", school.etag(selection))
                .body("{\"reasons\": \"choose another partner\"}")
                .put("/selections/{id}/return", selection)
                .then()
                .statusCode(200);
        UUID elsewhere = UUID.randomUUID();
        UUID theirs = UUID.randomUUID();
        wire.partnerRegistered(elsewhere);
        wire.programRegistered(theirs, elsewhere, "per-year", "300.00");
        soon().untilAsserted(() -> assertThat(said.audited(theirs.toString())).isNotEmpty());
        school.revise(selection, line(theirs, "year")).then().statusCode(200);
        school.submit(selection).then().statusCode(200);

        String again = school.move(convened(selection), selection)
                .then()
                .statusCode(201)
                .body("ballots", hasSize(0))
                .extract()
                .path("id");

        school.castAll(again, "yes", "principal", "teacher-1", "teacher-2", "parent-1", "parent-2");
        school.close(again).then().statusCode(200).body("closing.result", is("passed"));
    }

    @Test
    void votes_are_taken_on_the_day_of_the_meeting_only() {
        String selection = school.submitted("900.00");
        String first = convened(selection);
        String motion = school.move(first, selection).then().extract().path("id");
        school.callTheRoll(motion, "yes", "principal", "teacher-1", "teacher-2", "parent-1", "parent-2")
                .then()
                .statusCode(200);
        said.letADayPass(first);

        for (Response answer : List.of(
                school.cast(school.principal(), motion, "yes"),
                school.callTheRoll(motion, "yes", "principal"),
                school.confirm(school.member("parent-1"), motion),
                school.close(motion))) {
            answer.then()
                    .statusCode(409)
                    .body("type", endsWith("meeting-over"))
                    .body("detail", containsString("Post another meeting"));
        }
        String second = convened(selection);
        said.letADayPass(second);
        school.move(second, selection).then().statusCode(409).body("type", endsWith("meeting-over"));
        school.close(voted(selection, "yes")).then().statusCode(200).body("closing.result", is("passed"));
    }

    @Test
    void ballots_that_are_cast_at_once_all_count() throws Exception {
        String selection = school.submitted("900.00");
        String motion =
                school.move(convened(selection), selection).then().extract().path("id");
        List<String> members = List.of("principal", "teacher-1", "teacher-2", "parent-1", "parent-2");

        try (var threads = Executors.newFixedThreadPool(members.size())) {
            List<Callable<Integer>> calls = members.stream()
                    .<Callable<Integer>>map(member -> () ->
                            school.cast(school.member(member), motion, "yes").statusCode())
                    .toList();
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        school.close(motion).then().statusCode(200).body("closing.tally.yes", is(5));
    }

    @Test
    void a_selection_of_another_school_does_not_exist_for_an_agenda() {
        var neighbour = new SchoolDoors(anotherCode(), fund, program);
        neighbour.seatCouncil().then().statusCode(200);
        String theirs =
                neighbour.draft("10.00").then().statusCode(201).extract().path("id");
        Instant inThreeDays = Instant.now().plus(Duration.ofDays(3));

        for (String unknown : List.of(theirs, UUID.randomUUID().toString())) {
            school.postMeeting(school.principal(), inThreeDays, unknown)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("no-such-selection"))
                    .body(
                            "detail",
                            is("There is no selection %s for you. GET /selections lists those that you may see."
                                    .formatted(unknown)));
        }
    }

    @Test
    void a_seat_that_never_came_to_be_leaves_no_record_and_of_students_nothing_is_said() {
        String tag = seatAnew(school.highSchool("parent-4"), currentTag());
        assertThat(said.payloads(school.code)).noneMatch(payload -> payload.contains("student-1"));
        assertThat(said.roles(school.code + "-student-1")).containsExactly("council-member");
        assertThat(said.roles(school.code + "-parent-9")).isEmpty();
        tag = seatAnew(school.highSchool("parent-9", "2099-09-01"), tag);
        assertThat(said.roles(school.code + "-parent-9")).containsExactly("council-member");

        String _ = seatAnew(school.highSchool("parent-4"), tag);

        assertThat(said.roles(school.code + "-parent-9")).isEmpty();
        assertThat(said.payloads(school.code))
                .anyMatch(payload -> payload.contains("parent-9") && payload.contains("\"cancelled\":true"))
                .noneMatch(payload -> payload.contains("\"group\""));
    }

    @Test
    void who_is_replaced_during_a_motion_no_longer_counts_and_their_tie_stays_theirs() {
        String today = LocalDate.now(ZoneId.of("America/New_York")).toString();
        String selection = school.submitted("900.00");
        String _ = seatAnew(school.highSchool("parent-8", today), currentTag());
        String motion = school.move(convenedWithParent8(selection), selection)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        school.recuse(school.member("parent-8"), motion).then().statusCode(200);
        school.castAll(motion, "yes", "principal", "teacher-1", "parent-1");

        String _ = seatAnew(school.highSchool("parent-4"), currentTag());
        school.close(motion)
                .then()
                .statusCode(200)
                .body("closing.result", is("no-quorum"))
                .body("closing.tally.present", is(3));

        String _ = seatAnew(school.highSchool("parent-8", today), currentTag());
        school.move(convenedWithParent8(selection), selection)
                .then()
                .statusCode(201)
                .body("ballots", hasSize(1))
                .body("ballots[0].seatId", is(school.seatId("parent-8")))
                .body("ballots[0].vote", is("recused"));
    }

    private String convenedWithParent8(String selection) {
        String meeting = posted(selection);
        school.attend(
                        meeting,
                        List.of(
                                school.seatId("principal"),
                                school.seatId("teacher-1"),
                                school.seatId("parent-1"),
                                school.seatId("parent-8")))
                .then()
                .statusCode(200);
        return meeting;
    }

    private String currentTag() {
        return school.partnershipsTeam()
                .get("/councils/{code}", school.code)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private String seatAnew(String body, String tag) {
        return school.partnershipsTeam()
                .header("If-Match", tag)
                .body(body)
                .put("/councils/{code}", school.code)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }
}
