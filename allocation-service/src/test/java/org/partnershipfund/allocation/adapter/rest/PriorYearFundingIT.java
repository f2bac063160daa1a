package org.partnershipfund.allocation.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.THREE_SCHOOLS;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.as;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.budgetOffice;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.importSchools;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.allocation.adapter.Tables;

/** Policy §8 through the doors. */
@Backbone
@QuarkusTest
class PriorYearFundingIT {

    private static final String HEADER = "school_code,partner,service_area,amount\n";
    private static final String TWO_LINES = HEADER
            + "00350001,Harbor Youth Works,after school,24000.00\n"
            + "00350002,Harbor Youth Works,after school,12000.50\n";

    @BeforeEach
    void import_three_schools() {
        importSchools(THREE_SCHOOLS, "2017-11-01").then().statusCode(201);
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void from_its_day_on_everybody_reads_the_notice() {
        var imported = importNotice(TWO_LINES, "2017-12-01")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("lines", equalTo(2))
                .body("schools", equalTo(2))
                .body("total.amount", equalTo("36000.50"))
                .body("notice.fiscalYear", equalTo(2018))
                .extract();
        String id = imported.path("notice.id");
        assertThat(imported.header("Location")).endsWith("/prior-year-funding/imports/" + id);

        when().get("/prior-year-funding")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].partner", equalTo("Harbor Youth Works"))
                .body("items[0].serviceArea", equalTo("after school"))
                .body("items[0].noticeOn", equalTo("2017-12-01"))
                .body("items[0].amount.amount", equalTo("24000.00"));
        given().queryParam("schoolCode", "00350002")
                .queryParam("fiscalYear", 2018)
                .get("/prior-year-funding")
                .then()
                .body("items.schoolCode", equalTo(List.of("00350002")));
        given().queryParam("fiscalYear", 2017).get("/prior-year-funding").then().body("items", hasSize(0));
        given().queryParam("schoolCode", "35")
                .get("/prior-year-funding")
                .then()
                .statusCode(400)
                .body("type", endsWith("invalid-parameter"));
        given().queryParam("fiscalYear", 1066).get("/prior-year-funding").then().statusCode(400);
        String csv = given().accept("text/csv").get("/prior-year-funding").asString();
        assertThat(csv.lines()).hasSize(3);
        as("records-auditor").get("/prior-year-funding/imports/{id}", id).then().statusCode(200);
        as("school-leader").get("/prior-year-funding/imports/{id}", id).then().statusCode(403);
        budgetOffice().get("/prior-year-funding/imports").then().body("items.id", equalTo(List.of(id)));
        budgetOffice()
                .get("/prior-year-funding/imports/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-notice"));
        assertThat(Tables.texts("SELECT action FROM audit_log WHERE subject = ?", id))
                .containsExactly("PriorYearFundingImported");
    }

    @Test
    void before_its_day_a_notice_is_the_offices_own() {
        importNotice(TWO_LINES, "2017-12-01").then().statusCode(201);
        importNotice(HEADER + "00350003,Harbor Youth Works,after school,1.00\n", "2199-12-01")
                .then()
                .statusCode(201);

        when().get("/prior-year-funding").then().body("items", hasSize(2));
        as("school-leader").get("/prior-year-funding").then().body("items", hasSize(2));
        as("partnerships-team")
                .get("/prior-year-funding")
                .then()
                .body("items.schoolCode", equalTo(List.of("00350003")));
    }

    @Test
    void a_notice_never_changes() {
        String first = importNotice(TWO_LINES, "2017-12-01").then().extract().path("notice.id");

        importNotice(TWO_LINES, "2017-12-01")
                .then()
                .statusCode(409)
                .body("type", endsWith("notice-exists"))
                .body("detail", containsString(first));
        importNotice(TWO_LINES, "2017-12-02").then().statusCode(201);
        when().get("/prior-year-funding").then().body("items.noticeOn", equalTo(List.of("2017-12-02", "2017-12-02")));
    }

    @Test
    void a_dry_run_reports_every_faulty_line_and_imports_nothing() {
        String faulty = TWO_LINES
                + "00359999,Harbor Youth Works,after school,1.00\n"
                + "00350003,,after school,1.00\n"
                + "00350003,Harbor Youth Works,after school,0.00\n"
                + "00350003,Harbor Youth Works,after school,1\n"
                + "00350001,Harbor Youth Works,after school,5.00\n";

        request("2017-12-01")
                .queryParam("dryRun", true)
                .body(faulty)
                .post("/prior-year-funding/imports")
                .then()
                .statusCode(200)
                .body("lines", equalTo(7))
                .body("faultyLines", equalTo(5))
                .body("faults.line", equalTo(List.of(4, 5, 6, 7, 8)))
                .body("faults[4].reason", containsString("line 2 has the same school, partner and service_area"));
        importNotice(faulty, "2017-12-01").then().statusCode(400).body("type", endsWith("faulty-upload"));
        importNotice(HEADER, "2017-12-01").then().statusCode(400).body("type", endsWith("faulty-upload"));

        budgetOffice().get("/prior-year-funding/imports").then().body("items", hasSize(0));
    }

    @Test
    void only_the_offices_import() {
        given().contentType("text/csv")
                .body(TWO_LINES)
                .post("/prior-year-funding/imports")
                .then()
                .statusCode(401);
        as("school-leader")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .body(TWO_LINES)
                .post("/prior-year-funding/imports")
                .then()
                .statusCode(403);
    }

    private static Response importNotice(String csv, String noticeOn) {
        return request(noticeOn).body(csv).post("/prior-year-funding/imports");
    }

    private static io.restassured.specification.RequestSpecification request(String noticeOn) {
        return budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .queryParam("fiscalYear", 2018)
                .queryParam("noticeOn", noticeOn)
                .queryParam("source", "a test");
    }
}
