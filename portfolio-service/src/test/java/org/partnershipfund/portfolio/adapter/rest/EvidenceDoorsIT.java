package org.partnershipfund.portfolio.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.DIRECTOR;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.REVIEWER;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.STRANGER;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.announceCycle;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.apply;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.as;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.partner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.put;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerPartner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerProgram;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.team;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.today;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.portfolio.adapter.Tables;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Documents;
import org.partnershipfund.testkit.ProblemAnswers;

/** Files that prove an application, through the doors. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
class EvidenceDoorsIT {

    private String application = "";

    @BeforeEach
    void an_application() {
        String alliance = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");
        String club =
                registerProgram(DIRECTOR, alliance, "Harbor Homework Club").path("id");
        String cycle = announceCycle("Portfolio", today(), today().plusDays(1)).path("id");
        application = apply(DIRECTOR, club, cycle).path("id");
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void a_file_is_kept_under_its_digest_and_handed_out_only_to_be_saved() {
        Response sent = send(partner(DIRECTOR), "Bericht über den Club.pdf", "application/pdf", Documents.pdf());
        String id = sent.then()
                .statusCode(201)
                .body("type", equalTo("pdf"))
                .body("bytes", equalTo(Documents.pdf().length))
                .body("criterion", equalTo("quality"))
                .extract()
                .path("id");
        assertThat(sent.header("Location")).endsWith("/evidence/" + id);

        byte[] saved = team(REVIEWER)
                .get("/evidence/{id}", id)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/octet-stream"))
                .header(
                        "Content-Disposition",
                        equalTo(
                                "attachment; filename=\"Bericht _ber den Club.pdf\"; filename*=UTF-8''Bericht%20%C3%BCber%20den%20Club.pdf"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("ETag", "\"" + sent.path("sha256") + "\"")
                .extract()
                .asByteArray();

        assertThat(saved).isEqualTo(Documents.pdf());
        partner(DIRECTOR)
                .get("/evidence?applicationId={id}", application)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)));
        assertThat(Tables.texts("SELECT action FROM audit_log WHERE subject = ? ORDER BY seq", application))
                .containsExactly("ApplicationSubmitted", "EvidenceAdded", "EvidenceRead");
    }

    @Test
    void the_evidence_of_others_does_not_exist_for_a_partner() {
        registerPartner(STRANGER, "Another").then().statusCode(201);
        String id = send(partner(DIRECTOR), "plan.docx", "application/octet-stream", Documents.docx())
                .path("id");

        ProblemAnswers.check(partner(STRANGER).get("/evidence/{id}", id), 404, "no-such-evidence");
        ProblemAnswers.check(
                partner(STRANGER).get("/evidence?applicationId={id}", application), 404, "no-such-application");
        ProblemAnswers.check(
                send(partner(STRANGER), "plan.docx", "application/octet-stream", Documents.docx()),
                404,
                "no-such-application");
        ProblemAnswers.check(as("school-leader").get("/evidence/{id}", id), 403, "not-allowed");
        ProblemAnswers.check(
                send(team(REVIEWER), "plan.docx", "application/octet-stream", Documents.docx()), 403, "not-allowed");
        ProblemAnswers.check(partner(DIRECTOR).get("/evidence/{id}", UUID.randomUUID()), 404, "no-such-evidence");
        when().get("/evidence/{id}", id).then().statusCode(401);
        as("records-auditor").get("/evidence/{id}", id).then().statusCode(200);
        ProblemAnswers.check(partner(DIRECTOR).get("/evidence"), 400, "invalid-parameter");
    }

    @Test
    void what_is_disguised_swells_or_is_something_else_is_refused() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        byte[] bomb = Documents.zip(Documents.parts("word/text.xml", new byte[11 << 20]));

        ProblemAnswers.check(send(partner(DIRECTOR), "report.pdf", "application/pdf", page), 422, "file-not-admitted");
        ProblemAnswers.check(
                send(partner(DIRECTOR), "report.pdf", "application/octet-stream", Documents.png()),
                422,
                "file-disguised");
        ProblemAnswers.check(
                send(partner(DIRECTOR), "photo.png", "image/jpeg", Documents.png()), 422, "file-disguised");
        ProblemAnswers.check(
                send(partner(DIRECTOR), "plan.docx", "application/octet-stream", bomb), 422, "file-swells");
        ProblemAnswers.check(send(partner(DIRECTOR), "report.pdf", "text/html", page), 415, "unsupported-media-type");
        ProblemAnswers.check(send(partner(DIRECTOR), " ", "application/pdf", Documents.pdf()), 400, "invalid-request");
        ProblemAnswers.check(
                send(partner(DIRECTOR), "large.pdf", "application/pdf", new byte[(256 << 10) + 1]), 413, "too-large");
        partner(DIRECTOR)
                .get("/evidence?applicationId={id}", application)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void what_is_refused_leaves_nothing_in_the_folder() throws IOException {
        send(partner(DIRECTOR), "photo.jpg", "image/jpeg", Documents.jpeg())
                .then()
                .statusCode(201);
        Set<Path> before = kept();

        ProblemAnswers.check(
                send(partner(DIRECTOR), "report.pdf", "application/octet-stream", unseen()), 422, "file-disguised");
        put(partner(DIRECTOR), "\"1\"", "{}", "/applications/" + application + "/withdrawal")
                .then()
                .statusCode(200);
        ProblemAnswers.check(
                send(partner(DIRECTOR), "new.docx", "application/octet-stream", unseen()),
                409,
                "too-late-for-evidence");

        assertThat(kept()).isEqualTo(before);
    }

    /** A document that no other test has sent. */
    private static byte[] unseen() {
        return Documents.zip(
                Documents.parts("word/note.xml", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<Path> kept() throws IOException {
        String folder = ConfigProvider.getConfig().getValue("fund.evidence.folder", String.class);
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }

    @Test
    void the_same_content_is_sent_once_and_nothing_after_the_decision() {
        send(partner(DIRECTOR), "photo.jpg", "image/jpeg", Documents.jpeg())
                .then()
                .statusCode(201);
        ProblemAnswers.check(
                send(partner(DIRECTOR), "again.jpg", "image/jpeg", Documents.jpeg()), 409, "evidence-twice");
        put(partner(DIRECTOR), "\"1\"", "{}", "/applications/" + application + "/withdrawal")
                .then()
                .statusCode(200);

        ProblemAnswers.check(
                send(partner(DIRECTOR), "photo.png", "image/png", Documents.png()), 409, "too-late-for-evidence");
    }

    private Response send(RequestSpecification who, String name, String type, byte[] content) {
        return given().spec(who)
                .header("Idempotency-Key", UUID.randomUUID())
                .queryParam("applicationId", application)
                .queryParam("fileName", name)
                .queryParam("criterion", "quality")
                .contentType(type)
                .body(content)
                .post("/evidence");
    }
}
