package org.partnershipfund.approval.adapter.rest;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.Documents;
import org.partnershipfund.testkit.ProblemAnswers;

/** Policy approval §4.4 through the doors: files belong to a version, and are handed out only to be saved. */
@QuarkusTest
class FilesAtASelectionIT extends SchoolStory {

    @Test
    void a_file_is_part_of_what_is_decided_on_and_whoever_decides_saves_it() {
        String selection =
                school.draft("900.00").then().statusCode(201).extract().path("id");
        String digest = school.principal().get("/selections/{id}", selection).path("digest");

        Response attached = attach(selection, "Anwesenheit über das Jahr.pdf", "application/pdf", Documents.pdf());

        String file = attached.then()
                .statusCode(201)
                .body("state", is("draft"))
                .body("version", is(2))
                .body("total.amount", is("900.00"))
                .body("digest", not(digest))
                .body("attachments", hasSize(1))
                .body("attachments[0].type", is("pdf"))
                .body("attachments[0].bytes", is(Documents.pdf().length))
                .extract()
                .path("attachments[0].id");
        assertThat(attached.header("Location")).endsWith("/selections/%s/attachments/%s".formatted(selection, file));
        assertThat(attached.header("ETag")).isEqualTo(school.etag(selection));
        school.submit(selection).then().statusCode(200);

        byte[] saved = school.superintendent()
                .get("/selections/{id}/attachments/{file}", selection, file)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/octet-stream"))
                .header(
                        "Content-Disposition",
                        equalTo(
                                "attachment; filename=\"Anwesenheit _ber das Jahr.pdf\"; filename*=UTF-8''Anwesenheit%20%C3%BCber%20das%20Jahr.pdf"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("ETag", "\"" + attached.path("attachments[0].sha256") + "\"")
                .extract()
                .asByteArray();
        assertThat(saved).isEqualTo(Documents.pdf());
        assertThat(said.audited(selection)).anyMatch(line -> line.startsWith("SelectionFileRead"));
        school.member("parent-1")
                .get("/selections/{id}/attachments", selection)
                .then()
                .statusCode(200)
                .body("items.fileName", contains("Anwesenheit über das Jahr.pdf"));
        school.budgetOffice()
                .accept("text/csv")
                .get("/selections/{id}/attachments", selection)
                .then()
                .statusCode(200)
                .body(containsString(attached.<String>path("attachments[0].sha256")));
        school.principal()
                .get("/selections/{id}/history?limit=500", selection)
                .then()
                .body("items.text", hasItems("Selection file attached: Anwesenheit über das Jahr.pdf"))
                .body("items.action", not(hasItems("SelectionFileRead")));
        assertThat(school.budgetOffice()
                        .accept("text/html")
                        .get("/selections/{id}/record", selection)
                        .asString())
                .contains(
                        "Files that belong to it",
                        "Anwesenheit über das Jahr.pdf",
                        attached.path("attachments[0].sha256"));
    }

    @Test
    void a_newer_version_keeps_the_files_and_what_was_submitted_stays_readable_when_one_is_taken_out() {
        String selection =
                school.draft("900.00").then().statusCode(201).extract().path("id");
        String plan = attached(selection, "plan.docx", Documents.docx());
        school.submit(selection).then().statusCode(200);
        ProblemAnswers.check(
                attach(selection, "photo.png", "image/png", Documents.png()), 409, "selection-not-editable");
        ProblemAnswers.check(remove(selection, plan), 409, "selection-not-editable");
        school.close(voted(selection, "no")).then().statusCode(200).body("closing.result", is("lost"));
        school.revise(selection, school.line("800.00")).then().statusCode(200).body("attachments.id", contains(plan));
        String mistake = attached(selection, "names.jpg", Documents.jpeg());

        remove(selection, mistake).then().statusCode(200).body("attachments.id", contains(plan));
        remove(selection, plan)
                .then()
                .statusCode(200)
                .body("state", is("draft"))
                .body("attachments", hasSize(0))
                .body("version", is(6));

        ProblemAnswers.check(remove(selection, plan), 404, "no-such-attachment");
        save(selection, plan).then().statusCode(200);
        ProblemAnswers.check(save(selection, mistake), 404, "no-such-attachment");
        school.principal()
                .get("/selections/{id}/versions", selection)
                .then()
                .body("items[1].attachments.fileName", contains("plan.docx"))
                .body("items[3].attachments.fileName", contains("plan.docx", "names.jpg"))
                .body("items[5].attachments", hasSize(0))
                .body("items.digest.toSet()", hasSize(6));
        assertThat(school.budgetOffice()
                        .accept("text/html")
                        .get("/selections/{id}/record", selection)
                        .asString())
                .contains("plan.docx")
                .doesNotContain("names.jpg");
    }

    @Test
    void two_people_who_attach_at_once_do_not_overwrite_one_another_and_a_request_sent_twice_attaches_once() {
        String selection =
                school.draft("900.00").then().statusCode(201).extract().path("id");
        String seen = school.etag(selection);
        String key = UUID.randomUUID().toString();

        Response first = attach(school.principal(), selection, key, seen, "photo.png", "image/png", Documents.png());
        Response again = attach(school.principal(), selection, key, seen, "photo.png", "image/png", Documents.png());

        first.then().statusCode(201).body("attachments", hasSize(1));
        again.then().statusCode(201).header("Idempotent-Replayed", "true").body("version", is(2));
        ProblemAnswers.check(
                attach(
                        school.principal(),
                        selection,
                        UUID.randomUUID().toString(),
                        seen,
                        "photo.jpg",
                        "image/jpeg",
                        Documents.jpeg()),
                412,
                "stale-state");
        ProblemAnswers.check(
                school.principal()
                        .header("Idempotency-Key", UUID.randomUUID())
                        .queryParam("fileName", "photo.jpg")
                        .contentType("image/jpeg")
                        .body(Documents.jpeg())
                        .post("/selections/{id}/attachments", selection),
                428,
                "if-match-missing");
    }

    @Test
    void what_is_refused_leaves_nothing_in_the_folder() throws IOException {
        String selection =
                school.draft("900.00").then().statusCode(201).extract().path("id");
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] bomb = Documents.zip(Documents.parts("word/text.xml", new byte[11 << 20]));
        var _ = attached(selection, "photo.png", Documents.png());
        Set<Path> before = kept();

        ProblemAnswers.check(attach(selection, "report.pdf", "application/pdf", page), 422, "attachment-not-admitted");
        ProblemAnswers.check(
                attach(selection, "report.pdf", "application/octet-stream", unseen()), 422, "attachment-disguised");
        ProblemAnswers.check(
                attach(selection, "plan.docx", "application/octet-stream", bomb), 422, "attachment-swells");
        ProblemAnswers.check(attach(selection, "again.png", "image/png", Documents.png()), 409, "attached-twice");
        ProblemAnswers.check(attach(selection, "report.pdf", "text/html", page), 415, "unsupported-media-type");
        ProblemAnswers.check(attach(selection, " ", "application/pdf", Documents.pdf()), 400, "invalid-request");
        ProblemAnswers.check(
                attach(selection, "large.pdf", "application/pdf", new byte[(256 << 10) + 1]), 413, "too-large");

        assertThat(kept()).isEqualTo(before);
        school.principal().get("/selections/{id}", selection).then().body("version", is(2));
    }

    @Test
    void a_version_has_as_many_files_as_the_district_allows() {
        String selection =
                school.draft("900.00").then().statusCode(201).extract().path("id");
        Set<String> files = new HashSet<>();
        for (int number = 0; number < 3; number++) {
            files.add(attached(selection, "plan-" + number + ".docx", unseen()));
        }

        ProblemAnswers.check(
                attach(selection, "one-more.docx", "application/octet-stream", unseen()), 409, "too-many-attachments");
        assertThat(files).hasSize(3);
    }

    @Test
    void the_files_of_others_do_not_exist() throws IOException {
        String selection =
                school.draft("900.00").then().statusCode(201).extract().path("id");
        String file = attached(selection, "photo.png", Documents.png());
        var stranger = new SchoolDoors(anotherCode(), fund, program);
        stranger.seatCouncil().then().statusCode(200);
        Set<Path> before = kept();

        ProblemAnswers.check(
                attach(
                        stranger.principal(),
                        selection,
                        UUID.randomUUID().toString(),
                        school.etag(selection),
                        "plan.docx",
                        "application/octet-stream",
                        unseen()),
                404,
                "no-such-selection");
        ProblemAnswers.check(
                stranger.principal().get("/selections/{id}/attachments/{file}", selection, file),
                404,
                "no-such-selection");
        ProblemAnswers.check(
                stranger.principal()
                        .header("If-Match", school.etag(selection))
                        .delete("/selections/{id}/attachments/{file}", selection, file),
                404,
                "no-such-selection");
        ProblemAnswers.check(
                school.as("partner", "partner").get("/selections/{id}/attachments/{file}", selection, file),
                403,
                "not-allowed");
        ProblemAnswers.check(
                attach(
                        school.superintendent(),
                        selection,
                        UUID.randomUUID().toString(),
                        school.etag(selection),
                        "plan.docx",
                        "application/octet-stream",
                        unseen()),
                403,
                "not-allowed");
        when().get("/selections/{id}/attachments/{file}", selection, file)
                .then()
                .statusCode(401);
        school.principal()
                .get("/selections/{id}/attachments/{file}", selection, UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-attachment"));
        school.as("auditor", "records-auditor")
                .get("/selections/{id}/attachments/{file}", selection, file)
                .then()
                .statusCode(200);
        assertThat(kept()).isEqualTo(before);
    }

    private String attached(String selection, String name, byte[] content) {
        return attach(selection, name, "application/octet-stream", content)
                .then()
                .statusCode(201)
                .extract()
                .path("attachments.last().id");
    }

    private Response attach(String selection, String name, String type, byte[] content) {
        return attach(
                school.principal(),
                selection,
                UUID.randomUUID().toString(),
                school.etag(selection),
                name,
                type,
                content);
    }

    private static Response attach(
            RequestSpecification who,
            String selection,
            String key,
            String ifMatch,
            String name,
            String type,
            byte[] content) {
        return who.header("Idempotency-Key", key)
                .header("If-Match", ifMatch)
                .queryParam("fileName", name)
                .contentType(type)
                .body(content)
                .post("/selections/{id}/attachments", selection);
    }

    private Response remove(String selection, String file) {
        return school.principal()
                .header("If-Match", school.etag(selection))
                .delete("/selections/{id}/attachments/{file}", selection, file);
    }

    private Response save(String selection, String file) {
        return school.principal().get("/selections/{id}/attachments/{file}", selection, file);
    }

    /** A document that no other test has sent. */
    private static byte[] unseen() {
        return Documents.zip(
                Documents.parts("word/note.xml", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<Path> kept() throws IOException {
        String folder = ConfigProvider.getConfig().getValue("fund.attachments.folder", String.class);
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }
}
