package org.partnershipfund.allocation.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.as;
import static org.partnershipfund.allocation.adapter.rest.NeedDoors.MODEL;
import static org.partnershipfund.allocation.adapter.rest.NeedDoors.TRACTS;
import static org.partnershipfund.allocation.adapter.rest.NeedDoors.importTracts;
import static org.partnershipfund.allocation.adapter.rest.NeedDoors.makeModel;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.allocation.adapter.Tables;

/** How need is measured is the district's decision, and what is known of tracts has a source. */
@Backbone
@QuarkusTest
class ModelsAndTractsIT {

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void a_name_that_is_there_already_gets_its_next_version_and_the_old_one_stays() {
        String first = makeModel(MODEL)
                .then()
                .statusCode(201)
                .header("Location", containsString("/index-models/"))
                .body("model.version", equalTo(1))
                .body("model.illustrative", equalTo(true))
                .body("weights.individual", equalTo("0.35"))
                .body("factors.key", equalTo(List.of("median_income", "disadvantaged", "attendance")))
                .body("factors[0].highest", nullValue())
                .body("factors[1].highest", equalTo("1"))
                .extract()
                .path("model.id");

        makeModel(MODEL.replace("\"0.35\"", "\"0.25\"").replace("\"0.25\"}", "\"0.35\"}"))
                .then()
                .statusCode(201)
                .body("model.version", equalTo(2));

        as("records-auditor")
                .get("/index-models/{id}", first)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("weights.individual", equalTo("0.35"));
        as("partnerships-team").get("/index-models").then().body("items.version", equalTo(List.of(1, 2)));
        String csv =
                as("records-auditor").accept("text/csv").get("/index-models").asString();
        assertThat(csv.lines()).first().isEqualTo("id,name,version,decided_by,illustrative,missing,made_at");
    }

    @ParameterizedTest(name = "{0} instead of {1}: {2}")
    @CsvSource({
        "'\"0.4\", \"ind', '\"0.5\", \"ind', component-weights-do-not-add-up",
        "'\"lowest\": \"0\", \"weight\": \"1\"', '\"lowest\": \"0\", \"weight\": \"0.9\"', factor-weights-do-not-add-up",
        "'\"component\": \"performance\"', '\"component\": \"neighborhood\"', factor-weights-do-not-add-up",
        "'\"key\": \"attendance\"', '\"key\": \"disadvantaged\"', factor-twice",
        "'\"key\": \"attendance\"', '\"key\": \"school_code\"', factor-is-a-key-column",
        "'\"lowest\": \"0\", \"highest\": \"1\"', '\"lowest\": \"1\", \"highest\": \"0\"', nothing-admitted",
    })
    void a_model_that_does_not_add_up_is_refused(String part, String instead, String problem) {
        assertThat(MODEL).contains(part);

        makeModel(MODEL.replace(part, instead)).then().statusCode(422).body("type", endsWith(problem));

        as("records-auditor").get("/index-models").then().body("items", hasSize(0));
    }

    @Test
    void a_component_that_counts_and_measures_nothing_is_refused() {
        String withoutPerformance = MODEL.replaceAll("(?s),\\s*\\{\"key\": \"attendance\".*?}", "");

        makeModel(withoutPerformance).then().statusCode(422).body("type", endsWith("nothing-measured"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource({
        "'\"more-is-need\"', '\"upwards\"', 'factors[1].direction'",
        "'\"min-max\", \"lowest\": \"0\", \"weight\"', '\"rank\", \"lowest\": \"0\", \"weight\"', 'factors[0].normalisation'",
        "'\"component\": \"individual\"', '\"component\": \"family\"', 'factors[1].component'",
        "'\"missing\": \"refuse\"', '\"missing\": \"guess\"', 'missing'",
        "'\"0.35\"', '\"NaN\"', 'weights.individual'",
        "'\"0.35\"', '\"1.5\"', 'weights.individual'",
        "'\"key\": \"disadvantaged\"', '\"key\": \"Dis advantaged\"', 'factors[1].key'",
        "'\"decidedBy\": \"nobody: a test\"', '\"decidedBy\": \" \"', 'decidedBy'",
    })
    void a_word_or_number_that_no_model_has_is_named(String part, String instead, String field) {
        assertThat(MODEL).contains(part);

        makeModel(MODEL.replace(part, instead))
                .then()
                .statusCode(400)
                .body("type", endsWith("invalid-request"))
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void tracts_are_kept_under_a_name_with_their_source() {
        String id = importTracts(TRACTS, "Three tracts", false)
                .then()
                .statusCode(201)
                .body("count", equalTo(3))
                .body("tracts.factors", equalTo(List.of("median_income")))
                .extract()
                .path("tracts.id");

        importTracts(TRACTS, "Three tracts", false).then().statusCode(409).body("type", endsWith("tract-name-taken"));
        as("records-auditor")
                .get("/tract-imports/{id}", id)
                .then()
                .statusCode(200)
                .body("tracts.source", equalTo("a test"))
                .body("tracts.asOf", equalTo("2016-12-31"))
                .body("count", equalTo(3));
        as("partnerships-team").get("/tract-imports").then().body("items.name", equalTo(List.of("Three tracts")));
    }

    @Test
    void every_fault_of_a_file_of_tracts_is_reported_by_line_and_column() {
        String faulty = TRACTS + "2502500030,NaN\n25025000100,5\n25025000400,\n";

        importTracts(faulty, "Three tracts", true)
                .then()
                .statusCode(200)
                .body("lines", equalTo(6))
                .body("faults.line", equalTo(List.of(5, 5, 6)))
                .body("faults.column", equalTo(List.of("tract_geoid", "median_income", "tract_geoid")))
                .body("faults[1].value", equalTo("NaN"))
                .body("faults[2].reason", equalTo("line 2 has it already"));
        importTracts(faulty, "Three tracts", false)
                .then()
                .statusCode(400)
                .body("type", endsWith("faulty-upload"))
                .body("violations", hasSize(3));
        as("records-auditor").get("/tract-imports").then().body("items", hasSize(0));
    }

    @Test
    void a_file_of_more_factors_or_tracts_than_can_be_held_is_refused() {
        String factors = IntStream.rangeClosed(1, 61)
                .mapToObj(",factor_%d"::formatted)
                .collect(Collectors.joining("", "tract_geoid", "\n"));
        String tracts = IntStream.rangeClosed(1, 20_001)
                .mapToObj("25025%06d,1\n"::formatted)
                .collect(Collectors.joining("", "tract_geoid,median_income\n", ""));

        importTracts(factors, "Wide", false).then().statusCode(400).body("detail", containsString("at most 60"));
        importTracts(tracts, "Long", false).then().statusCode(413).body("detail", containsString("20,000"));
        as("records-auditor").get("/tract-imports").then().body("items", hasSize(0));
    }

    @ParameterizedTest(name = "the header {0} is refused")
    @CsvSource({
        "'geoid,median_income'",
        "'tract_geoid'",
        "'tract_geoid,Median Income'",
        "'tract_geoid,median_income,median_income'",
        "'tract_geoid,median_income,'",
    })
    void a_file_of_tracts_names_each_column_once_by_its_key(String header) {
        importTracts(header + "\n25025000100,5,5\n", "Three tracts", false)
                .then()
                .statusCode(400)
                .body("type", endsWith("faulty-upload"))
                .body("detail", containsString("The first line must name tract_geoid and one column per factor"));
    }

    @Test
    void what_nobody_made_is_not_found_and_others_than_the_offices_are_not_let_in() {
        as("budget-office")
                .get("/index-models/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-index-model"));
        as("budget-office")
                .get("/tract-imports/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-tract-set"));
        as("school-leader")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(MODEL)
                .post("/index-models")
                .then()
                .statusCode(403);
        when().get("/tract-imports").then().statusCode(401);
        given().contentType("text/csv")
                .body(TRACTS)
                .post("/tract-imports")
                .then()
                .statusCode(401);
    }
}
