package org.partnershipfund.allocation.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.THREE_INDEXES;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.THREE_SCHOOLS;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.as;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.budgetOffice;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.importIndex;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.importSchools;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.allocation.adapter.Tables;

/** Files of schools and indexes: every fault is reported, and an import is all or nothing. */
@Backbone
@QuarkusTest
class ImportingFilesIT {

    private static final String HEADER =
            "school_code,name,grades,enrolment,economically_disadvantaged,responsibility_centre,bps_location_code\n";

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void schools_are_public_with_their_latest_count() {
        importSchools(THREE_SCHOOLS, "2017-11-01").then().statusCode(201);

        when().get("/schools/00350001")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Adams"))
                .body("bpsLocationCode", equalTo("4001"))
                .body("enrollment.pupils", equalTo(300))
                .body("enrollment.economicallyDisadvantaged", equalTo(210));
        when().get("/schools/00350002").then().body("bpsLocationCode", nullValue());
        when().get("/schools/00359999").then().statusCode(404).body("type", endsWith("no-such-school"));
        when().get("/schools/35").then().statusCode(400).body("type", endsWith("invalid-parameter"));
    }

    @Test
    void a_count_that_would_show_fewer_than_ten_pupils_is_not_answered() {
        importSchools(THREE_SCHOOLS.replace("100,20,", "100,9,").replace("300,210,", "300,291,"), "2017-11-01")
                .then()
                .statusCode(201);

        when().get("/schools/00350003")
                .then()
                .body("enrollment.pupils", equalTo(100))
                .body("enrollment.economicallyDisadvantaged", nullValue());
        when().get("/schools/00350001").then().body("enrollment.economicallyDisadvantaged", nullValue());
    }

    @Test
    void a_list_of_schools_is_paged_and_is_csv_when_asked() {
        importSchools(THREE_SCHOOLS, "2017-11-01").then().statusCode(201);

        String next = given().queryParam("limit", 2)
                .get("/schools")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.schoolCode", equalTo(List.of("00350001", "00350002")))
                .extract()
                .path("next");
        given().queryParam("limit", 2)
                .queryParam("after", next)
                .get("/schools")
                .then()
                .body("items.schoolCode", equalTo(List.of("00350003")))
                .body("next", nullValue());
        String csv = given().accept("text/csv")
                .get("/schools")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv.lines())
                .startsWith(
                        "school_code,name,grades,bps_location_code,responsibility_centre,enrollment_kind,enrollment_as_of,enrollment_pupils,enrollment_economically_disadvantaged",
                        "00350001,Adams,K;01;02,4001,900001,projected,2017-11-01,300,210")
                .hasSize(4);
    }

    @Test
    void a_dry_run_reports_every_faulty_line_and_imports_nothing() {
        String faulty = HEADER
                + "00350001,Adams,K,300,210,900001,4001\n"
                + "0035,Baker,K,200,120,900002,\n"
                + "00350003,,K,-1,20,9003,40\n"
                + "00350004,Dewey,K,NaN,1.5,900004,\n"
                + "00350001,Adams again,K,10,5,900005,\n"
                + "00350006,Evans,K,10,11,900006,\n"
                + "00350007,Field,K,10,5,900001,4001\n";

        dryRun(faulty)
                .statusCode(200)
                .body("lines", equalTo(7))
                .body("faultyLines", equalTo(6))
                .body("faultCount", equalTo(faultsExpected()))
                .body("faults.findAll { it.line == 3 }.column", equalTo(List.of("school_code")))
                .body("faults.findAll { it.line == 4 }", hasSize(4))
                .body(
                        "faults.findAll { it.line == 5 }.column.sort()",
                        equalTo(List.of("economically_disadvantaged", "enrolment")))
                .body("faults.find { it.line == 6 }.reason", equalTo("line 2 has it already"))
                .body("faults.find { it.line == 7 }.value", equalTo("11 of 10"))
                .body("faults.findAll { it.line == 8 }", hasSize(2))
                .body(
                        "faults.find { it.line == 8 }.reason",
                        equalTo("00350001 (Adams) has it; each school needs its own"));
        importSchools(faulty, "2017-11-01")
                .then()
                .statusCode(400)
                .body("type", endsWith("faulty-upload"))
                .body("detail", containsString("6 of 7 lines"))
                .body("violations", hasSize(faultsExpected()));
        when().get("/schools").then().body("items", hasSize(0));
    }

    private static int faultsExpected() {
        return 1 + 4 + 2 + 1 + 1 + 2;
    }

    @Test
    void a_good_dry_run_imports_nothing_either() {
        dryRun(THREE_SCHOOLS).statusCode(200).body("lines", equalTo(3)).body("faultCount", equalTo(0));

        when().get("/schools").then().body("items", hasSize(0));
    }

    @Test
    void two_schools_may_swap_their_codes_in_one_file() {
        importSchools(THREE_SCHOOLS, "2017-11-01").then().statusCode(201);

        importSchools(
                        THREE_SCHOOLS
                                .replace("900001", "swapped")
                                .replace("900002", "900001")
                                .replace("swapped", "900002"),
                        "2017-12-01")
                .then()
                .statusCode(201);

        when().get("/schools/00350001").then().header("ETag", "\"2\"").body("responsibilityCentre", equalTo("900002"));
        // Nothing of Curie was corrected, but it was counted anew, and its pupils are part of the answer.
        when().get("/schools/00350003").then().header("ETag", "\"2\"");
    }

    @Test
    void a_count_of_a_day_that_has_not_come_is_refused() {
        importSchools(THREE_SCHOOLS, "2199-10-01")
                .then()
                .statusCode(422)
                .body("type", endsWith("count-of-a-day-to-come"))
                .body("detail", containsString("asOf is 2199-10-01"));

        when().get("/schools").then().body("items", hasSize(0));
    }

    @Test
    void who_asks_what_changed_learns_of_a_new_count() {
        importSchools(THREE_SCHOOLS, "2017-11-01").then().statusCode(201);
        String first = when().get("/schools/00350001").header("ETag");
        String before = Tables.texts(
                        "SELECT to_char(max(modified_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM school")
                .getFirst();
        given().queryParam("modifiedAfter", before).get("/schools").then().body("items", hasSize(0));

        importSchools(THREE_SCHOOLS.replace("300,210,", "301,210,"), "2017-12-01")
                .then()
                .statusCode(201);

        given().queryParam("modifiedAfter", before)
                .get("/schools")
                .then()
                .body("items", hasSize(3))
                .body("items[0].enrollment.pupils", equalTo(301));
        assertThat(when().get("/schools/00350001").header("ETag")).isNotEqualTo(first);
    }

    @Test
    void a_code_of_a_school_that_the_file_leaves_alone_is_taken() {
        importSchools(THREE_SCHOOLS, "2017-11-01").then().statusCode(201);

        importSchools(HEADER + "00350009,Gardner,K,10,5,900003,\n", "2017-12-01")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("line 2, responsibility_centre"))
                .body("violations[0].reason", containsString("00350003 (Curie)"));
    }

    @Test
    void the_same_day_is_not_imported_twice() {
        importSchools(THREE_SCHOOLS, "2017-11-01").then().statusCode(201);

        importSchools(THREE_SCHOOLS, "2017-11-01").then().statusCode(409).body("type", endsWith("snapshot-exists"));
    }

    @Test
    void the_same_request_again_is_answered_the_same() {
        String key = UUID.randomUUID().toString();
        String first = importWithKey(key).statusCode(201).extract().asString();

        String second = importWithKey(key)
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .extract()
                .asString();

        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest(name = "an index of {0} is refused")
    @CsvSource({"NaN", "-0.5", "0", "1", "0.995", "0.1234567", "'0,5'", "5e-1", "''"})
    void only_an_index_is_an_index(String value) {
        importSchools(THREE_SCHOOLS, "2017-11-01").then().statusCode(201);

        importIndex(THREE_INDEXES.replace("0.60", value.contains(",") ? "\"" + value + "\"" : value), "Need 2017")
                .then()
                .statusCode(400)
                .body("violations", hasSize(1))
                .body("violations[0].field", equalTo("line 3, index"))
                .body("violations[0].value", equalTo(value));
        as("records-auditor").get("/index-imports").then().body("items", hasSize(0));
    }

    @Test
    void unknown_and_repeated_schools_in_an_index_file_are_refused() {
        importSchools(THREE_SCHOOLS, "2017-11-01").then().statusCode(201);

        importIndex(THREE_INDEXES + "00359999,0.5\n00350001,0.6\n", "Need 2017")
                .then()
                .statusCode(400)
                .body("violations", hasSize(2))
                .body("violations[0].field", equalTo("line 5, school_code"))
                .body("violations[0].reason", containsString("import the schools first"))
                .body("violations[1].field", equalTo("line 6, school_code"));
    }

    @Test
    void an_index_set_has_a_name_of_its_own_and_its_provenance() {
        importSchools(THREE_SCHOOLS, "2017-11-01").then().statusCode(201);
        String id = importIndex(THREE_INDEXES, "Need 2017")
                .then()
                .statusCode(201)
                .extract()
                .path("index.id");

        importIndex(THREE_INDEXES, "Need 2017").then().statusCode(409).body("type", endsWith("index-name-taken"));
        as("records-auditor")
                .get("/index-imports/{id}", id)
                .then()
                .statusCode(200)
                .body("index.illustrative", equalTo(true))
                .body("index.source", equalTo("a test"))
                .body("lowest", equalTo("0.20"))
                .body("highest", equalTo("0.70"));
    }

    @Test
    void a_file_without_a_line_or_with_other_columns_is_refused() {
        importSchools(HEADER, "2017-11-01")
                .then()
                .statusCode(400)
                .body("violations[0].reason", equalTo("the file has a header and no line of data"));
        importSchools(THREE_INDEXES, "2017-11-01")
                .then()
                .statusCode(400)
                .body("detail", containsString("must name exactly these columns"));
    }

    @Test
    void what_the_importer_says_about_the_file_is_checked_too() {
        budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .queryParam("kind", "guessed")
                .queryParam("asOf", "2017-11-01")
                .queryParam("source", "a test")
                .body(THREE_SCHOOLS)
                .post("/schools/imports")
                .then()
                .statusCode(400)
                .body("type", endsWith("invalid-parameter"))
                .body("violations[0].field", equalTo("kind"));
        budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .queryParam("asOf", "2017-11-01")
                .body(THREE_SCHOOLS)
                .post("/schools/imports")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("source"));
    }

    @ParameterizedTest(name = "{0} may not import")
    @CsvSource({"school-leader", "records-auditor", "partner"})
    void only_the_offices_import(String role) {
        as(role).header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .body(THREE_SCHOOLS)
                .post("/schools/imports")
                .then()
                .statusCode(403)
                .body("type", endsWith("not-allowed"));
        given().contentType("text/csv")
                .body(THREE_SCHOOLS)
                .post("/schools/imports")
                .then()
                .statusCode(401);
        when().get("/schools/imports").then().statusCode(401);
    }

    private static ValidatableResponse importWithKey(String key) {
        return budgetOffice()
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .queryParam("asOf", "2017-11-01")
                .queryParam("source", "a test")
                .body(THREE_SCHOOLS)
                .post("/schools/imports")
                .then();
    }

    private static ValidatableResponse dryRun(String csv) {
        return budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .queryParam("dryRun", true)
                .queryParam("asOf", "2017-11-01")
                .queryParam("source", "a test")
                .body(csv)
                .post("/schools/imports")
                .then();
    }
}
