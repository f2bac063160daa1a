package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Policy approval §17 through the doors; the file is kept in {@code target/records} to be looked at. */
@QuarkusTest
class TheHistoryIsToldIT extends SchoolStory {

    @Test
    void who_decided_what_when_and_on_which_version_and_who_saw_it() throws IOException {
        assertThat(school.partnershipsTeam()
                        .header("If-Match", "\"1\"")
                        .body(school.highSchool("parent-4"))
                        .put("/councils/{code}", school.code)
                        .statusCode())
                .isEqualTo(200);
        String selection = school.submitted("900.00");
        String motion = votedWithAStudent(selection, "no");
        school.close(motion).then().statusCode(200).body("closing.result", is("lost"));
        school.revise(selection, school.line("800.00")).then().statusCode(200);
        school.submit(selection).then().statusCode(200);
        school.close(votedWithAStudent(selection, "yes")).then().statusCode(200).body("closing.result", is("passed"));
        school.superintendent().get("/selections/{id}", selection).then().statusCode(200);
        school.superintendent().get("/selections/{id}", selection).then().statusCode(200);
        assertThat(school.superintendent()
                        .header("Idempotency-Key", UUID.randomUUID())
                        .body("{\"text\": \"Is June too early?\"}")
                        .post("/selections/{id}/comments", selection)
                        .statusCode())
                .isEqualTo(201);
        school.decide(school.superintendent(), selection, "superintendent-decision", "approve")
                .then()
                .statusCode(200);
        school.decide(school.budgetOffice(), selection, "completeness-check", "complete")
                .then()
                .statusCode(200);

        school.budgetOffice()
                .get("/selections/{id}/history?limit=500", selection)
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.kind == 'decision' }.step",
                        contains("council", "council", "superintendent", "completeness"))
                .body("items.findAll { it.kind == 'decision' }.version", contains(1, 2, 2, 2))
                .body("items.findAll { it.kind == 'decision' }.binding", contains(false, true, true, true))
                .body("items.findAll { it.action == 'MotionClosed' }.result", contains("lost", "passed"))
                .body("items.find { it.result == 'lost' }.ballots", hasSize(6))
                .body("items.find { it.result == 'lost' }.ballots.name", hasItem("Name of principal"))
                .body("items.find { it.result == 'lost' }.ballots.name", not(hasItem("Name of student-1")))
                .body("items.find { it.result == 'lost' }.ballots.find { it.group == 'student' }.vote", is("yes"))
                .body("items.findAll { it.action == 'BallotCast' && it.name == 'Student' }.by", everyItem(nullValue()))
                .body("items.findAll { it.action == 'BallotCast' && it.name == 'Student' }", hasSize(2))
                .body("items.findAll { it.kind == 'comment' }.text", contains("Is June too early?"))
                .body("items.action", not(hasItem("SelectionCommented")))
                .body("items.text", hasItems("Selection submitted", "Motion opened", "Ballot cast"))
                .body("items.findAll { it.kind == 'seen' && it.by.subject.endsWith('superintendent') }", hasSize(1))
                .body("items.find { it.kind == 'seen' && it.by.subject.endsWith('superintendent') }.version", is(2));
        assertThat(paged(selection)).isSorted().hasSizeGreaterThan(20);
        assertThat(said.audited(selection).stream().filter(line -> line.startsWith("SelectionHistoryRead")))
                .as("one by the budget office, one for all pages of the principal")
                .hasSize(2);
        assertThat(said.audited(selection)).anyMatch(line -> line.startsWith("SelectionHistoryRead"));
        school.budgetOffice()
                .accept("text/csv")
                .get("/selections/{id}/history", selection)
                .then()
                .statusCode(200)
                .body(containsString("SelectionSubmitted"));

        String page = school.budgetOffice()
                .accept("text/html")
                .get("/selections/{id}/record", selection)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        byte[] pdf = school.budgetOffice()
                .accept("application/pdf")
                .get("/selections/{id}/record", selection)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        Path kept = Files.createDirectories(Path.of("target", "records")).resolve("selection.pdf");
        Files.write(kept, pdf);
        String printed;
        try (var read = Loader.loadPDF(pdf)) {
            printed = new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
        for (String text : List.of(page, printed)) {
            assertThat(text)
                    .contains("School " + school.code, "Harbor Homework Club", "Instructional Superintendent")
                    .contains("Name of principal", "counts no longer", "$800.00", "$900.00")
                    .doesNotContain("Name of student-1", "Is June too early?", school.code + "-superintendent");
        }
        assertThat(school.budgetOffice()
                        .accept("application/pdf")
                        .get("/selections/{id}/record", selection)
                        .asByteArray())
                .isEqualTo(pdf);
    }

    @Test
    void a_later_page_is_not_read_unnoticed_by_who_never_asked_for_the_first() {
        String selection = school.submitted("900.00");
        String next = school.principal()
                .get("/selections/{id}/history?limit=1", selection)
                .then()
                .statusCode(200)
                .extract()
                .path("next");

        school.superintendent()
                .get("/selections/{id}/history?after={next}", selection, next)
                .then()
                .statusCode(200);

        assertThat(said.audited(selection).stream().filter(line -> line.startsWith("SelectionHistoryRead")))
                .hasSize(2);
    }

    private String votedWithAStudent(String selection, String adults) {
        String[] there = {"principal", "teacher-1", "teacher-2", "parent-1", "parent-2", "student-1"};
        String meeting = posted(selection);
        // Eleven by constitution, ten seated: six are more than half.
        school.attend(meeting, Stream.of(there).map(school::seatId).toList())
                .then()
                .statusCode(200);
        String motion =
                school.move(meeting, selection).then().statusCode(201).extract().path("id");
        school.castAll(motion, adults, "principal", "teacher-1", "teacher-2", "parent-1", "parent-2");
        school.castAll(motion, "yes", "student-1");
        return motion;
    }

    private List<String> paged(String selection) {
        List<String> times = new ArrayList<>();
        @Nullable String after = "";
        while (after != null) {
            var page = school.principal()
                    .get("/selections/{id}/history?limit=7" + after, selection)
                    .then()
                    .statusCode(200)
                    .extract();
            List<String> some = page.path("items.at");
            times.addAll(some.stream().map(TheHistoryIsToldIT::microseconds).toList());
            String next = page.path("next");
            after = next == null ? null : "&after=" + next;
        }
        return times;
    }

    /** With as many digits always, so that times sort as text. */
    private static String microseconds(String at) {
        return String.valueOf(Instant.parse(at).toEpochMilli());
    }

    @Test
    void strangers_learn_nothing_of_it() {
        String selection = school.submitted("900.00");
        var stranger = new SchoolDoors(anotherCode(), fund, program);
        stranger.seatCouncil().then().statusCode(200);

        for (String door : List.of("history", "record")) {
            stranger.principal()
                    .accept("*/*")
                    .get("/selections/{id}/" + door, selection)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("no-such-selection"));
            school.as("partner", "partner")
                    .get("/selections/{id}/" + door, selection)
                    .then()
                    .statusCode(403);
        }
        stranger.principal().get("/selections/{id}", selection).then().statusCode(404);
        school.budgetOffice()
                .get("/selections/{id}/history", selection)
                .then()
                .body(
                        "items.findAll { it.kind == 'seen' && it.by.subject.startsWith('%s') }"
                                .formatted(stranger.code),
                        hasSize(0))
                .body("items[0].ballots", nullValue());
    }
}
