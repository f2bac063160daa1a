package org.partnershipfund.portfolio.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.DIRECTOR;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.TEAM_LEAD;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.apply;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.partner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.put;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerProgram;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.reinstate;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.suspend;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.team;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.today;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswers;

/** The menu on paper, and who was on it when. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
class MenuDoorsIT extends VettingStory {

    @Test
    void the_menu_is_printed_as_a_page_and_as_pdf_the_same_each_time() throws IOException {
        var _ = vetted(club);

        String page = page();
        byte[] pdf = pdf();

        assertThat(page).contains("<h3>Harbor Homework Club</h3>", "Afterschool and recreation", "1 vetted program on");
        assertThat(text(pdf))
                .contains("Harbor Homework Club", "Harbor Youth Alliance", "Up to $60,000.00", "Page 1 of 1");
        assertThat(pdf()).isEqualTo(pdf);
        given().accept("text/html")
                .queryParam("asOf", today().minusDays(1).toString())
                .get("/portfolio/print")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("No program is on the menu of this day."));
        ProblemAnswers.check(
                given().accept("application/pdf").queryParam("asOf", "soon").get("/portfolio/print"),
                400,
                "invalid-parameter");
    }

    @Test
    void paper_says_what_it_costs_when_it_is_given_and_in_which_language() throws IOException {
        var _ = change(club, rich("Harbor Homework Club", "Homework help\\nand games"));
        var _ = vetted(club);

        assertThat(text(pdf()).replaceAll("\\s+", " "))
                .contains(
                        "Grades K, 1, 2. Up to 400 pupils a year.",
                        "For: After-school enrichment.",
                        "In: English, Kabuverdianu.",
                        "When: Monday 2:30 PM to 5:00 PM.",
                        "Besides at the schools: Harbor House (Dorchester).",
                        "At most 15 pupils to an adult.",
                        "$90.00 per pupil, for 30 and more: The school year",
                        "$5,000.00 for all of it: The summer");
    }

    @Test
    void what_partners_write_is_text_on_the_menu_and_nothing_else() throws Exception {
        String word = "Donaudampfschifffahrt".repeat(90);
        var _ = change(
                club, rich("<b>Club</b> & =1+1 \u202Eevil ]]> {item}", word + " <script>alert(1)</script> {#if}"));
        var _ = vetted(club);

        String page = page();

        assertThat(page)
                .contains("&lt;b&gt;Club&lt;/b&gt; &amp; =1+1 evil ]]&gt; {item}", "&lt;script&gt;")
                .doesNotContain("<b>", "<script", "\u202E");
        var read = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        page.replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8)));
        assertThat(read.getElementsByTagName("h3").item(0).getTextContent()).startsWith("<b>Club</b> & =1+1 evil");
        byte[] pdf = pdf();
        assertThat(text(pdf).replaceAll("\\s", "")).contains(word, "<script>alert(1)</script>");
    }

    @Test
    void a_menu_of_many_programs_goes_over_pages_and_none_is_lost() throws IOException {
        for (int number = 1; number <= 12; number++) {
            String name = "Club number %02d".formatted(number);
            String id = registerProgram(DIRECTOR, alliance, name).path("id");
            var _ = change(
                    id,
                    rich(
                            name,
                            "What club %02d does, at length. ".formatted(number).repeat(number * 8)));
            var _ = vetted(id);
        }

        byte[] pdf = pdf();

        try (var read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isBetween(3, 12);
        }
        String printed = text(pdf).replaceAll("\\s+", " ");
        for (int number = 1; number <= 12; number++) {
            assertThat(printed).contains("Club number %02d".formatted(number));
        }
        assertThat(printed).contains("12 vetted programs on");
    }

    @Test
    void everybody_sees_who_was_on_the_menu_when_and_never_why_it_was_off() {
        String id = vetted(club);
        suspend(team(TEAM_LEAD), id, "\"4\"").then().statusCode(200);

        given().queryParam("programId", club)
                .get("/portfolio/history")
                .then()
                .statusCode(200)
                .body("items.applicationId", equalTo(List.of(id)))
                .body("items[0].validFrom", equalTo(today().toString()))
                .body("items[0].suspended[0].from", equalTo(today().toString()))
                .body("items[0].suspended[0].reinstatedOn", nullValue())
                .body("items[0].suspended[0].reasons", nullValue());
        given().queryParam("cycleId", UUID.randomUUID())
                .get("/portfolio/history")
                .then()
                .body("items", hasSize(0));
        given().accept("text/csv").get("/portfolio/history").then().body(containsString(today() + "/.."));
        reinstate(team(TEAM_LEAD), id, "\"5\"").then().statusCode(200);
        given().queryParam("cycleId", cycle)
                .get("/portfolio/history")
                .then()
                .body("items[0].suspended[0].reinstatedOn", equalTo(today().toString()));
    }

    @Test
    void who_only_applied_is_in_no_history() {
        apply(DIRECTOR, club, cycle).then().statusCode(201);

        given().get("/portfolio/history").then().statusCode(200).body("items", hasSize(0));
    }

    private static String change(String program, String described) {
        return put(partner(DIRECTOR), "\"1\"", described, "/programs/" + program)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static String page() {
        return given().accept("text/html")
                .get("/portfolio/print")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static byte[] pdf() {
        return given().accept("application/pdf")
                .get("/portfolio/print")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/pdf"))
                .extract()
                .asByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    private static String rich(String name, String description) {
        LocalDate from = today();
        return """
                {"name": "%s", "serviceArea": "afterschool-and-recreation", "description": "%s",
                 "grades": ["1", "K", "2"], "capacity": 400, "terms": ["enrichment"], "languages": ["en", "kea"],
                 "schedule": [{"day": "monday", "from": "14:30", "until": "17:00"}], "pupilsPerAdult": 15,
                 "sites": [{"name": "Harbor House", "neighborhood": "Dorchester"}],
                 "priceSheet": {"validFrom": "%s", "prices": [
                   {"code": "pupil", "description": "The school year", "unit": "per-pupil", "fromQuantity": 30,
                    "amount": {"amount": "90.00", "currency": "USD"}},
                   {"code": "summer", "description": "The summer", "unit": "flat",
                    "amount": {"amount": "5000.00", "currency": "USD"}}]}}
                """.formatted(name, description, from);
    }
}
