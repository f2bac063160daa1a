package org.partnershipfund.portfolio.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.DIRECTOR;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.TEAM_LEAD;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerPartner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.team;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.adapter.Tables;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswers;

/** The catalogue as HSDS 3.0 (policy catalogue §7). */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
class HsdsIT {

    private static final Path OFFICIAL = Path.of("..", "..", "shared", "standards", "hsds");
    private static final int THIS_YEAR = FiscalYear.of(PortfolioDoors.today()).endYear();
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void two_programs_and_one_partnership() {
        registerPartner(DIRECTOR, "Harbor Youth Alliance").then().statusCode(201);
        upload(team(TEAM_LEAD), """
                        partner_name,program_name,service_area,terms,description,grades,languages,capacity,pupils_per_adult,schedule,sites,prices_from,prices
                        Harbor Youth Alliance,Harbor Homework Club,afterschool-and-recreation,enrichment,Homework help,K;1;2,en;es,400,15,monday 15:00-17:30;thursday 15:00-17:30,Harbor House|Dorchester|42.315312|-71.061544,2017-09-01,pupil|per-pupil|99.99|One pupil|1-29
                        Harbor Youth Alliance,Tide Tables,academic,stem-science,Science at the shore,4;5,,200,,,,2017-09-01,visit|flat|900.00|A visit
                        """, "/programs/imports").then().statusCode(201);
        upload(team(TEAM_LEAD), """
                        school_code,name,neighborhood,latitude,longitude,need
                        00350231,Michael J Perkins,South Boston,42.331187,-71.058071,0.82
                        """, "/schools/imports").then().statusCode(201);
        upload(
                        team(TEAM_LEAD)
                                .queryParam("fiscalYear", THIS_YEAR)
                                .queryParam("source", "Generated")
                                .queryParam("illustrative", true),
                        """
                        school_code,partner_name,program_name,funding,pupils,schedule,agreement,agreement_on
                        00350231,Harbor Youth Alliance,Harbor Homework Club,no-cost,60,monday 15:00-17:30,,
                        """,
                        "/partnerships/imports")
                .then()
                .statusCode(201);
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    /** The official schemas are not ours to carry; where they are absent the check is skipped and says so. */
    @Test
    void every_answer_validates_against_the_official_schemas_and_has_no_field_that_they_do_not_know()
            throws IOException {
        assumeTrue(
                Files.isDirectory(OFFICIAL),
                "SKIPPED: put HSDS 3.0's schemas at " + OFFICIAL + " to validate the answers");
        String service = id("services");
        String organization = id("organizations");
        String place = id("service_at_locations");

        validates("services?", "compiled/service_list.json", true);
        validates("services?full=true&", "compiled/service.json", true);
        validates("services/" + service + "?", "compiled/service.json", false);
        validates("organizations?", "compiled/organization_list.json", true);
        validates("organizations/" + organization + "?", "compiled/organization.json", false);
        validates("service_at_locations?", "compiled/service_at_location_list.json", true);
        validates("service_at_locations/" + place + "?", "compiled/service_at_location.json", false);
        validates("taxonomies?", "taxonomy.json", true);
        validates("taxonomy_terms?per_page=500&", "taxonomy_term.json", true);

        Schema schema = schema("compiled/service.json");
        ObjectNode bad = (ObjectNode) answer("services/" + service);
        bad.put("status", "open");
        assertThat(schema.validate(bad.toString(), InputFormat.JSON))
                .as("the check must be able to fail")
                .isNotEmpty();
        bad.put("status", "active").put("colour", "green");
        assertThat(schema.validate(bad.toString(), InputFormat.JSON))
                .as("a field of ours is found out")
                .isNotEmpty();
    }

    @Test
    void the_api_says_what_it_is() {
        when().get("/hsds")
                .then()
                .statusCode(200)
                .body("version", equalTo("3.0"))
                .body("openapi_url", endsWith("/q/openapi"));
    }

    @Test
    void lists_are_paged_by_number() {
        given().queryParam("per_page", 1)
                .get("/hsds/services")
                .then()
                .body("total_items", equalTo(2))
                .body("total_pages", equalTo(2))
                .body("page_number", equalTo(1))
                .body("size", equalTo(1))
                .body("first_page", equalTo(true))
                .body("last_page", equalTo(false))
                .body("empty", equalTo(false))
                .body("contents.name", equalTo(List.of("Harbor Homework Club")));
        given().queryParam("per_page", 1)
                .queryParam("page", 2)
                .get("/hsds/services")
                .then()
                .body("last_page", equalTo(true))
                .body("contents.name", equalTo(List.of("Tide Tables")));
        given().queryParam("page", 9)
                .get("/hsds/services")
                .then()
                .body("empty", equalTo(true))
                .body("last_page", equalTo(true))
                .body("total_items", equalTo(2));
        for (String wrong : List.of("page=0", "per_page=501", "format=ndjson", "full=true&per_page=11")) {
            ProblemAnswers.check(when().get("/hsds/services?" + wrong), 400, "invalid-parameter");
        }
    }

    @Test
    void the_filters_of_the_standard_hold_together() {
        String literacy = termId("Literacy");
        String science = termId("STEM: science");
        String areas = given().get("/hsds/taxonomies").path("contents.find { it.name == 'Service areas' }.id");
        String organization = id("organizations");

        assertThat(services("taxonomy_term_id", science)).containsExactly("Tide Tables");
        assertThat(services("taxonomy_term_id", literacy)).isEmpty();
        assertThat(services("taxonomy_id", areas)).hasSize(2);
        assertThat(services("taxonomy_term_id", UUID.randomUUID())).isEmpty();
        assertThat(services("organization_id", organization)).hasSize(2);
        assertThat(services("organization_id", UUID.randomUUID())).isEmpty();
        assertThat(services("modified_after", "2199-01-01T00:00:00Z")).isEmpty();
        assertThat(services("modified_after", "2017-01-01T00:00:00Z")).hasSize(2);
        assertThat(services("search", "homework")).containsExactly("Harbor Homework Club");
        assertThat(services("search", "& ( \"")).isEmpty();
        given().queryParam("minimal", true)
                .get("/hsds/services")
                .then()
                .body("contents[0].modified_date", notNullValue())
                .body("contents[0].name", nullValue());
        given().queryParam("search", "youth").get("/hsds/organizations").then().body("total_items", equalTo(1));
        given().queryParam("search", "nobody").get("/hsds/organizations").then().body("total_items", equalTo(0));
        given().queryParam("top_only", true)
                .queryParam("taxonomy_id", areas)
                .get("/hsds/taxonomy_terms")
                .then()
                .body("total_items", equalTo(6));
        String academic = termId("Academic");
        given().queryParam("parent_id", academic)
                .get("/hsds/taxonomy_terms")
                .then()
                .body("contents.name", hasItem("Literacy"))
                .body("total_items", equalTo(6));
        ProblemAnswers.check(
                given().queryParam("postcode", "02127").get("/hsds/service_at_locations"), 400, "invalid-parameter");
    }

    @Test
    void a_service_tells_its_prices_week_languages_and_where_it_is() {
        when().get("/hsds/services/" + id("services"))
                .then()
                .body("cost_options[0].amount", equalTo(99.99f))
                .body("cost_options[0].amount_description", equalTo("pupil 99.99 per-pupil for 1 to 29"))
                .body("schedules.byday", equalTo(List.of("MO", "TH")))
                .body("languages.name", equalTo(List.of("English", "Spanish")))
                .body("minimum_age", equalTo(5))
                .body("maximum_age", equalTo(8))
                .body("service_at_locations", hasSize(1))
                .body("service_at_locations[0].location.external_identifier", equalTo("00350231"))
                .body("service_at_locations[0].description", endsWith("(generated, to show how things work)"));
        given().queryParam("full_service", true)
                .get("/hsds/organizations/" + id("organizations"))
                .then()
                .body("services", hasSize(2))
                .body("services[0].attributes", hasSize(5));
    }

    @Test
    void a_partnership_of_a_year_that_is_over_is_no_place_where_one_finds_the_service() {
        upload(
                        team(TEAM_LEAD)
                                .queryParam("fiscalYear", THIS_YEAR - 1)
                                .queryParam("source", "Generated")
                                .queryParam("illustrative", true),
                        """
                        school_code,partner_name,program_name,funding,pupils,schedule,agreement,agreement_on
                        00350231,Harbor Youth Alliance,Tide Tables,no-cost,60,,,
                        """,
                        "/partnerships/imports")
                .then()
                .statusCode(201);

        when().get("/hsds/service_at_locations").then().body("total_items", equalTo(1));
        given().queryParam("full", true)
                .get("/hsds/services")
                .then()
                .body("contents[1].service_at_locations", hasSize(0));
        when().get("/partnerships/export").then().body(containsString("Tide Tables"), containsString("Homework Club"));
    }

    @Test
    void what_is_not_there_is_not_found() {
        UUID nobody = UUID.randomUUID();
        ProblemAnswers.check(when().get("/hsds/services/" + nobody), 404, "no-such-program");
        ProblemAnswers.check(when().get("/hsds/organizations/" + nobody), 404, "no-such-partner");
        ProblemAnswers.check(when().get("/hsds/service_at_locations/" + nobody), 404, "no-such-partnership");
        ProblemAnswers.check(when().get("/hsds/taxonomies/" + nobody), 404, "no-such-hsds-object");
        ProblemAnswers.check(when().get("/hsds/taxonomy_terms/" + nobody), 404, "no-such-hsds-object");
        when().get("/hsds/taxonomy_terms/" + termId("Grade K")).then().body("code", equalTo("K"));
    }

    private static void validates(String path, String schema, boolean list) throws IOException {
        JsonNode answer = answer(path);
        List<JsonNode> objects = new ArrayList<>();
        if (list) {
            answer.get("contents").forEach(objects::add);
        } else {
            objects.add(answer);
        }
        assertThat(objects).isNotEmpty();
        Schema official = schema(schema);
        for (JsonNode object : objects) {
            assertThat(official.validate(object.toString(), InputFormat.JSON))
                    .as("%s by %s", path, schema)
                    .isEmpty();
        }
    }

    /** An official schema that also refuses fields it does not name. */
    private static Schema schema(String file) throws IOException {
        JsonNode schema = JSON.readTree(Files.readString(OFFICIAL.resolve(file)));
        close(schema);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString(), InputFormat.JSON);
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.get("properties") instanceof ObjectNode) {
            object.put("additionalProperties", false);
        }
        // References lead to files beside; what they describe is not part of our answers.
        if (schema instanceof ObjectNode object && object.has("$ref")) {
            object.removeAll();
        }
        schema.forEach(HsdsIT::close);
    }

    private static JsonNode answer(String path) throws IOException {
        return JSON.readTree(when().get("/hsds/" + path.replaceAll("[?&]$", ""))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static String id(String list) {
        return when().get("/hsds/" + list).path("contents[0].id");
    }

    private static String termId(String name) {
        return given().queryParam("per_page", 500)
                .get("/hsds/taxonomy_terms")
                .path("contents.find { it.name == '%s' }.id".formatted(name));
    }

    private static List<String> services(String filter, Object value) {
        return given().queryParam(filter, value).get("/hsds/services").path("contents.name");
    }

    private static Response upload(RequestSpecification who, String csv, String path) {
        return who.header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .body(csv)
                .post(path);
    }
}
