package org.partnershipfund.portfolio.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.DIRECTOR;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.TEAM_LEAD;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.as;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.partner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.put;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerPartner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.team;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.adapter.Tables;
import org.partnershipfund.portfolio.fixtures.PolicyPage;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswers;

/** Searching programs through the door (policy catalogue §4). */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
class SearchingProgramsIT {

    private static final String PROGRAMS = """
            partner_name,program_name,service_area,terms,description,grades,languages,capacity,pupils_per_adult,schedule,sites,prices_from,prices
            Harbor Youth Alliance,Harbor Homework Club,afterschool-and-recreation,enrichment,Homework help and games,K;1;2,en,400,15,monday 15:00-17:30;thursday 15:00-17:30,Harbor House|Dorchester|42.315312|-71.061544,2017-09-01,pupil|per-pupil|99.99|One pupil;two|per-pupil|145.00|Another
            Harbor Youth Alliance,Café de Lectura,academic,literacy,Reading in Spanish and English,2;3;4,en;es,40,,friday 08:00-09:00,Pier Room|South Boston|42.331187|-71.058071;Annex|Dorchester|42.300000|-71.060000,2017-09-01,pupil|per-pupil|250.00|One pupil
            Harbor Youth Alliance,Tide Tables,academic,stem-science,Science at the shore with a games day,4;5,en,200,,,,2017-09-01,visit|flat|900.00|A visit
            """;

    private static final String SOMEWHERE = PROGRAMS.lines().findFirst().orElseThrow() + """

            Harbor Youth Alliance,Aboard,academic,,On a boat,12,en,50,,,The boat|Charlestown,2017-09-01,day|per-session|10.00|A day
            """;

    @BeforeEach
    void three_programs_and_two_schools() {
        registerPartner(DIRECTOR, "Harbor Youth Alliance").then().statusCode(201);
        upload(team(TEAM_LEAD), PROGRAMS, "/programs/imports").then().statusCode(201);
        upload(team(TEAM_LEAD), """
                        school_code,name,neighborhood,latitude,longitude,need
                        00350231,Michael J Perkins,South Boston,42.331187,-71.058071,0.82
                        00350001,Lee Academy,Dorchester,,,
                        """, "/schools/imports").then().statusCode(201).body("lines", equalTo(2));
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void the_search_finds_what_the_policy_shows() {
        for (List<String> row : PolicyPage.examples("catalogue.md", "what a search finds")) {
            List<String> found = given().queryParam("q", row.get(0))
                    .queryParam("sort", "name")
                    .get("/programs/search")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.program.name");

            List<String> expected =
                    row.get(1).isEmpty() ? List.of() : Arrays.asList(row.get(1).split(", ", -1));
            assertThat(found).as(row.get(0)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void any_text_can_be_searched_for() {
        for (String text : List.of(
                "'",
                "\"",
                "\\",
                "';--",
                "a:*",
                "!!",
                "& | !",
                "()",
                "<->",
                "%",
                "_",
                "*",
                "- -",
                "or or",
                "\"-\"",
                "ﷺ",
                "x".repeat(200))) {
            assertThat(given().queryParam("q", text).get("/programs/search").statusCode())
                    .as(text)
                    .isEqualTo(200);
        }
        ProblemAnswers.check(
                given().queryParam("q", "x".repeat(201)).get("/programs/search"), 400, "invalid-parameter");
    }

    @Test
    void who_has_the_words_in_its_name_stands_before_who_has_them_in_its_text() {
        given().queryParam("q", "reading")
                .get("/programs/search")
                .then()
                .body("items.program.name", equalTo(List.of("Café de Lectura")));
        put(
                        partner(DIRECTOR),
                        "\"1\"",
                        PortfolioDoors.program("Games for Tides", PortfolioDoors.today(), "10.00")
                                .replace("afterschool-and-recreation", "academic"),
                        "/programs/" + id("Tide Tables"))
                .then()
                .statusCode(200);
        given().queryParam("q", "games")
                .get("/programs/search")
                .then()
                .body("items.program.name", equalTo(List.of("Games for Tides", "Harbor Homework Club")));
        given().queryParam("q", "shore").get("/programs/search").then().body("total", equalTo(0));
    }

    @Test
    void each_facet_counts_what_another_choice_of_it_would_give() {
        Response all = when().get("/programs/search");
        assertThat(counts(all, "serviceArea")).containsExactly("academic 2", "afterschool-and-recreation 1");
        assertThat(counts(all, "grade")).containsExactly("2 2", "4 2", "1 1", "3 1", "5 1", "K 1");
        assertThat(counts(all, "language")).containsExactly("en 3", "es 1");
        assertThat(counts(all, "neighborhood")).containsExactly("Dorchester 2", "South Boston 1");
        assertThat(counts(all, "day")).containsExactly("friday 1", "monday 1", "thursday 1");
        assertThat(counts(all, "pricePerPupil")).containsExactly("250-to-500 1", "not-per-pupil 1", "under-100 1");
        assertThat(counts(all, "capacityLeft")).containsExactly("200-and-more 2", "1-to-49 1");
        assertThat(counts(all, "term")).containsExactly("enrichment 1", "literacy 1", "stem-science 1");

        Response academic = given().queryParam("serviceArea", "academic")
                .queryParam("grade", "2", "5")
                .get("/programs/search");
        academic.then()
                .body("total", equalTo(2))
                .body("items.program.name", equalTo(List.of("Café de Lectura", "Tide Tables")));
        assertThat(counts(academic, "serviceArea")).containsExactly("academic 2", "afterschool-and-recreation 1");
        assertThat(counts(academic, "grade")).containsExactly("4 2", "2 1", "3 1", "5 1");
        assertThat(counts(academic, "language")).containsExactly("en 2", "es 1");
    }

    @Test
    void every_facet_narrows_down() {
        assertThat(names("serviceArea", "academic")).containsExactly("Café de Lectura", "Tide Tables");
        assertThat(names("term", "literacy")).containsExactly("Café de Lectura");
        assertThat(names("grade", "K")).containsExactly("Harbor Homework Club");
        assertThat(names("language", "es")).containsExactly("Café de Lectura");
        assertThat(names("neighborhood", "South Boston")).containsExactly("Café de Lectura");
        assertThat(names("day", "monday")).containsExactly("Harbor Homework Club");
        assertThat(names("pricePerPupil", "under-100")).containsExactly("Harbor Homework Club");
        assertThat(names("capacityLeft", "1-to-49")).containsExactly("Café de Lectura");
        assertThat(names("vetted", "true")).isEmpty();
        assertThat(names("vetted", "false")).hasSize(3);
        for (String facet : List.of("serviceArea", "term", "grade", "language", "day", "pricePerPupil", "sort")) {
            ProblemAnswers.check(
                    given().queryParam(facet, "No Such").get("/programs/search"), 400, "invalid-parameter");
        }
    }

    @Test
    void what_takes_place_near_a_school_is_found_and_what_comes_to_it_is_nearest() {
        var near = given().queryParam("nearSchool", "00350231")
                .queryParam("sort", "distance")
                .get("/programs/search")
                .then()
                .body("items.program.name", equalTo(List.of("Tide Tables", "Café de Lectura", "Harbor Homework Club")))
                .body("items[0].metres", nullValue())
                .body("items[1].metres", equalTo(0))
                .extract();
        assertThat(near.<Integer>path("items[2].metres")).isBetween(1_780, 1_800);

        given().queryParam("nearSchool", "00350231")
                .queryParam("within", 1_000)
                .get("/programs/search")
                .then()
                .body("items.program.name", equalTo(List.of("Café de Lectura", "Tide Tables")));
        ProblemAnswers.check(
                given().queryParam("nearSchool", "00350009").get("/programs/search"), 404, "school-not-in-catalogue");
        ProblemAnswers.check(
                given().queryParam("nearSchool", "00350001").get("/programs/search"), 422, "school-not-on-the-map");
        upload(team(TEAM_LEAD), SOMEWHERE, "/programs/imports").then().statusCode(201);
        given().queryParam("nearSchool", "00350231")
                .queryParam("sort", "distance")
                .get("/programs/search")
                .then()
                .body("items[3].program.name", equalTo("Aboard"))
                .body("items[3].metres", nullValue());
        given().queryParam("nearSchool", "00350231")
                .queryParam("within", 100_000)
                .get("/programs/search")
                .then()
                .body("total", equalTo(3));
        ProblemAnswers.check(given().queryParam("within", 10).get("/programs/search"), 400, "invalid-parameter");
        ProblemAnswers.check(given().queryParam("sort", "distance").get("/programs/search"), 400, "invalid-parameter");
    }

    @Test
    void pages_follow_each_other_in_every_order_and_miss_nothing() {
        for (String sort : List.of("name", "relevance", "distance")) {
            List<String> found = new ArrayList<>();
            String next = null;
            do {
                var request = given().queryParam("q", "harbor youth alliance")
                        .queryParam("nearSchool", "00350231")
                        .queryParam("sort", sort)
                        .queryParam("limit", 1);
                Response page = (next == null ? request : request.queryParam("after", next)).get("/programs/search");
                page.then().statusCode(200).body("total", equalTo(3));
                found.addAll(page.path("items.program.name"));
                next = page.path("next");
                if (next != null) {
                    assertThat(page.header("Link")).contains("rel=\"next\"", "after=");
                }
            } while (next != null);
            assertThat(found)
                    .as(sort)
                    .containsExactlyInAnyOrder("Harbor Homework Club", "Café de Lectura", "Tide Tables");
        }
        String byName = given().queryParam("limit", 1).get("/programs/search").path("next");
        ProblemAnswers.check(
                given().queryParam("q", "games").queryParam("after", byName).get("/programs/search"),
                400,
                "invalid-parameter");
    }

    @Test
    void a_hit_tells_the_lowest_price_per_pupil_and_the_places_left() {
        given().queryParam("q", "homework")
                .get("/programs/search")
                .then()
                .body("items[0].pricePerPupil.amount", equalTo("99.99"))
                .body("items[0].capacityLeft", equalTo(400))
                .body("items[0].program.partnerName", equalTo("Harbor Youth Alliance"));
        given().queryParam("q", "tide").get("/programs/search").then().body("items[0].pricePerPupil", nullValue());
        upload(
                        team(TEAM_LEAD),
                        PROGRAMS.lines().findFirst().orElseThrow()
                                + "\nHarbor Youth Alliance,Tomorrow,academic,,Later,5,en,50,,,,%d-07-01,pupil|per-pupil|70.00|One pupil\n"
                                        .formatted(FiscalYear.of(PortfolioDoors.today())
                                                .endYear()),
                        "/programs/imports")
                .then()
                .statusCode(201);
        given().queryParam("q", "tomorrow").get("/programs/search").then().body("items[0].pricePerPupil", nullValue());
        given().queryParam("q", "tomorrow")
                .queryParam("fiscalYear", FiscalYear.of(PortfolioDoors.today()).endYear() + 1)
                .get("/programs/search")
                .then()
                .body("items[0].pricePerPupil.amount", equalTo("70.00"));
    }

    @Test
    void the_catalogue_shows_its_schools_and_only_the_team_imports_them() {
        when().get("/schools")
                .then()
                .body("items.name", equalTo(List.of("Lee Academy", "Michael J Perkins")))
                .body("items[1].need", equalTo(0.82f))
                .body("items[0].need", nullValue());
        given().queryParam("neighborhood", "Dorchester")
                .get("/schools")
                .then()
                .body("items.schoolCode", equalTo(List.of("00350001")));
        given().accept("text/csv").get("/schools").then().body(startsWith("school_code,name,"));
        when().get("/schools/00350231").then().body("neighborhood", equalTo("South Boston"));
        ProblemAnswers.check(when().get("/schools/00350009"), 404, "school-not-in-catalogue");
        String header = "school_code,name,neighborhood,latitude,longitude,need\n";
        ProblemAnswers.check(
                upload(as("school-leader"), header + "00350002,A,B,,,\n", "/schools/imports"), 403, "not-allowed");
        upload(
                        team(TEAM_LEAD).queryParam("dryRun", true),
                        header + "00350002,A,B,42.1,,\n00350002,A,B,,,1.00\n",
                        "/schools/imports")
                .then()
                .statusCode(200)
                .body("faultCount", equalTo(2))
                .body("faults[0].reason", containsString("both or neither"));
        when().get("/schools").then().body("items.size()", equalTo(2));
    }

    private static List<String> names(String parameter, String value) {
        return given().queryParam(parameter, value).get("/programs/search").path("items.program.name");
    }

    private static List<String> counts(Response answer, String facet) {
        List<String> words = answer.path("facets.find { it.facet == '%s' }.counts.word".formatted(facet));
        List<Integer> numbers = answer.path("facets.find { it.facet == '%s' }.counts.programs".formatted(facet));
        List<String> counts = new ArrayList<>();
        for (int place = 0; place < words.size(); place++) {
            counts.add(words.get(place) + " " + numbers.get(place));
        }
        return counts;
    }

    private static String id(String name) {
        return when().get("/programs").path("items.find { it.name == '%s' }.id".formatted(name));
    }

    private static Response upload(RequestSpecification who, String csv, String path) {
        return who.header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .post(path);
    }
}
