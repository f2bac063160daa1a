package org.partnershipfund.allocation.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.THREE_INDEXES;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.THREE_SCHOOLS;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.as;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.budgetOffice;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.importIndex;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.importSchools;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.publish;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.run;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.allocation.adapter.Tables;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Policy letters §1 to §3 through the doors; the files are kept in {@code target/letters} to be looked at. */
@Backbone
@QuarkusTest
class LettersIT {

    private static final String ADAMS = "00350001";
    private static final String CURIE = "00350003";
    private static final String HTML = "text/html";
    private static final String PDF = "application/pdf";

    private String fund = "";
    private String scenario = "";
    private String version = "";

    @BeforeEach
    void compute_six_hundred_and_four_hundred_dollars() {
        String enrollment = importSchools(THREE_SCHOOLS, "2017-11-01").path("snapshot.id");
        String index = importIndex(THREE_INDEXES, "Need 2017").path("index.id");
        fund = openFund().then().statusCode(201).extract().path("id");
        var computed = run(fund, index, enrollment, "{\"kind\": \"top\", \"schools\": 2}");
        scenario = computed.path("id");
        version = computed.header("ETag");
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void a_school_reads_what_it_receives_why_what_for_and_by_when() throws IOException {
        publish(scenario, version).then().statusCode(200);
        String letter = "/allocations/%s/letter".formatted(allocationOf(ADAMS));

        var page = given().accept(HTML).get(letter);
        String text = wellFormed(page).getDocumentElement().getTextContent();
        assertThat(text)
                .contains("$600.00", "300 of the 500 pupils of the 2 eligible schools", "Illustrative:")
                .contains("Share: $1,000.00 / 500 x 300 is $600.00")
                .contains("52907", "100", "900001", "2536", "00000")
                .contains("Monday, December 11, 2017, to Wednesday, December 13, 2017", "Friday, January 26, 2018")
                .contains("partnerships@schools.example")
                .doesNotContain("DRAFT");

        var pdf = given().accept(PDF).get(letter);
        String printed = printed(pdf, "allocation-adams");
        assertThat(printed).contains("$600.00", "Share: $1,000.00 / 500 x 300 is $600.00", "900001", "Page 1 of ");
        assertThat(given().accept(PDF).get(letter).asByteArray()).isEqualTo(pdf.asByteArray());
        assertThat(pdf.header("ETag")).isNotEqualTo(page.header("ETag"));
        assertThat(pdf.header("Vary")).isEqualTo("Accept");
        assertThat(given().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                        .get(letter)
                        .contentType())
                .startsWith(HTML);
        given().accept("text/csv").get(letter).then().statusCode(406).body("type", endsWith("not-acceptable"));
        given().accept(HTML)
                .get("/allocations/{id}/letter", UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith("no-such-allocation"));
    }

    @Test
    void a_school_that_receives_nothing_reads_why() throws IOException {
        publish(scenario, version).then().statusCode(200);
        String letter = "/allocations/%s/letter".formatted(allocationOf(CURIE));

        assertThat(wellFormed(given().accept(HTML).get(letter))
                        .getDocumentElement()
                        .getTextContent())
                .contains("$0.00", "Curie receives nothing: the fund serves the 2 schools of the greatest need")
                .contains("Monday, December 11, 2017")
                .doesNotContain("52907", "January 26");
        assertThat(printed(given().accept(PDF).get(letter), "allocation-curie")).contains("Curie receives nothing");
    }

    @Test
    void before_publication_only_the_offices_read_a_letter_and_it_says_draft() throws IOException {
        String draft = "/scenarios/%s/allocations/%s/letter".formatted(scenario, ADAMS);

        given().accept(HTML).get(draft).then().statusCode(404).body("type", endsWith("no-such-scenario"));
        as("school-leader").accept(PDF).get(draft).then().statusCode(404);
        assertThat(wellFormed(budgetOffice().accept(HTML).get(draft))
                        .getDocumentElement()
                        .getTextContent())
                .contains("DRAFT. Not published", "$600.00");
        assertThat(printed(as("partnerships-team").accept(PDF).get(draft), "draft-adams"))
                .contains("DRAFT. Not published");
        budgetOffice()
                .accept(HTML)
                .get("/scenarios/{id}/allocations/00359999/letter", scenario)
                .then()
                .statusCode(404)
                .body("type", endsWith("school-not-in-scenario"));

        publish(scenario, version).then().statusCode(200);

        assertThat(given().accept(HTML).get(draft).asString()).doesNotContain("DRAFT");
    }

    @Test
    void the_notices_tell_schools_and_partners_what_ends() throws IOException {
        importNotice("2017-12-01", """
                school_code,partner,service_area,amount
                00350001,Harbor Youth Works,after school,24000.00
                00350002,Harbor Youth Works,after school,12000.50
                00350001,"<script>alert('&')</script> Thắng & Sons",mentoring,1.00
                """);

        var school = given().accept(HTML).get("/prior-year-funding/schools/{code}/letter", ADAMS);
        assertThat(wellFormed(school).getDocumentElement().getTextContent())
                .contains("Harbor Youth Works", "$24,000.00", "$24,001.00", "June 30, 2018")
                .contains("<script>alert('&')</script> Thắng & Sons")
                .contains("Friday, December 8, 2017", "The funding of FY2018 is generated");
        assertThat(school.asString()).doesNotContain("<script");
        assertThat(printed(given().accept(PDF).get("/prior-year-funding/schools/{code}/letter", ADAMS), "notice-adams"))
                .contains("$24,001.00", "Thắng & Sons");
        assertThat(wellFormed(given().accept(HTML).get("/prior-year-funding/schools/{code}/letter", CURIE))
                        .getDocumentElement()
                        .getTextContent())
                .contains("Nothing ends at your school");

        var partner = given().queryParam("partner", "Harbor Youth Works").queryParam("fiscalYear", 2018);
        assertThat(wellFormed(partner.accept(HTML).get("/prior-year-funding/partner-letters"))
                        .getDocumentElement()
                        .getTextContent())
                .contains("Adams", "Baker", "$36,000.50", "Opportunity Portfolio")
                .doesNotContain("Curie", "$1.00");
        assertThat(printed(
                        given().queryParam("partner", "Harbor Youth Works")
                                .accept(PDF)
                                .get("/prior-year-funding/partner-letters"),
                        "notice-partner"))
                .contains("$36,000.50");
    }

    @Test
    void a_notice_does_not_exist_before_its_day() {
        given().accept(HTML)
                .get("/prior-year-funding/schools/{code}/letter", ADAMS)
                .then()
                .statusCode(404)
                .body("type", endsWith("no-notice-yet"));
        importNotice("2199-12-01", "school_code,partner,service_area,amount\n00350001,Harbor,mentoring,1.00\n");

        as("school-leader")
                .accept(HTML)
                .get("/prior-year-funding/schools/{code}/letter", ADAMS)
                .then()
                .statusCode(404)
                .body("type", endsWith("no-notice-yet"));
        given().queryParam("partner", "Harbor")
                .accept(PDF)
                .get("/prior-year-funding/partner-letters")
                .then()
                .statusCode(404)
                .body("type", endsWith("no-notice-yet"));
        assertThat(budgetOffice()
                        .accept(HTML)
                        .get("/prior-year-funding/schools/{code}/letter", ADAMS)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("DRAFT. This notice is told on Sunday, December 1, 2199");
        budgetOffice()
                .queryParam("partner", "Nobody")
                .accept(HTML)
                .get("/prior-year-funding/partner-letters")
                .then()
                .statusCode(404)
                .body("type", endsWith("partner-not-in-notice"));
        budgetOffice()
                .accept(HTML)
                .get("/prior-year-funding/schools/00359999/letter")
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-school"));
        given().accept(HTML)
                .get("/prior-year-funding/partner-letters")
                .then()
                .statusCode(400)
                .body("type", endsWith("invalid-request"));
    }

    @Test
    void a_calendar_that_runs_backwards_is_refused() {
        budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(fundJson("2017-12-14", "2017-12-13"))
                .post("/funds")
                .then()
                .statusCode(422)
                .body("type", endsWith("calendar-out-of-order"));
        when().get("/funds/{id}", fund).then().statusCode(404);
        budgetOffice()
                .get("/funds/{id}", fund)
                .then()
                .body("officeHours.from", equalTo("2017-12-11"))
                .body("technicalAssistance.to", equalTo("2018-01-11"))
                .body("selectionsDueOn", equalTo("2018-01-26"));
    }

    private static Document wellFormed(Response page) {
        page.then().statusCode(200).contentType(HTML);
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "style-src 'sha256-");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.asString()).doesNotContain("http://www.w3.org/1999/xhtml\"><", "src=", "href=");
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(page.asByteArray()));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed: " + page.asString(), e);
        }
    }

    /** The text of the PDF, on one line. */
    private static String printed(Response answer, String name) throws IOException {
        answer.then().statusCode(200).contentType(PDF);
        Path folder = Files.createDirectories(Path.of("target", "letters"));
        Files.write(folder.resolve(name + ".pdf"), answer.asByteArray());
        try (var pdf = Loader.loadPDF(answer.asByteArray())) {
            assertThat(pdf.getNumberOfPages()).isBetween(1, 2);
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    private String allocationOf(String school) {
        return given().queryParam("schoolCode", school).get("/allocations").path("items[0].id");
    }

    private static void importNotice(String on, String csv) {
        budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .queryParam("fiscalYear", 2018)
                .queryParam("noticeOn", on)
                .queryParam("source", "a test")
                .queryParam("illustrative", true)
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/prior-year-funding/imports")
                .then()
                .statusCode(201);
    }

    private static Response openFund() {
        return budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(fundJson("2017-12-11", "2017-12-13"))
                .post("/funds");
    }

    private static String fundJson(String officeHoursFrom, String officeHoursTo) {
        return """
                {"name": "Partnership Fund", "fiscalYear": 2019, "pool": {"amount": "1000.00", "currency": "USD"},
                 "chart": {"account": "52907", "fund": "100", "program": "2536", "subclass": "00000"},
                 "allocationsPublishedOn": "2017-12-08",
                 "officeHours": {"from": "%s", "to": "%s"},
                 "technicalAssistance": {"from": "2017-12-14", "to": "2018-01-11"},
                 "selectionsDueOn": "2018-01-26"}
                """.formatted(officeHoursFrom, officeHoursTo);
    }
}
