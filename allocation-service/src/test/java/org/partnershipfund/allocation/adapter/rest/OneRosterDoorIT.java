package org.partnershipfund.allocation.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.THREE_SCHOOLS;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.as;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.importSchools;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.allocation.adapter.Tables;

/** The October count as the student information system exports it. */
@Backbone
@QuarkusTest
class OneRosterDoorIT {

    @BeforeEach
    void import_three_schools() {
        importSchools(THREE_SCHOOLS, "2017-09-01").then().statusCode(201);
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void the_pupils_of_a_roster_become_a_snapshot_of_their_day() {
        String location = post(as("budget-office"), new Roster().zip(), false)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("snapshot.kind", equalTo("october"))
                .body("snapshot.asOf", equalTo("2017-10-01"))
                .body("schools", equalTo(3))
                .extract()
                .header("Location");

        as("records-auditor").get(location).then().statusCode(200).body("pupils", equalTo(4));
        when().get("/schools/00350001")
                .then()
                .body("name", equalTo("Adams"))
                .body("responsibilityCentre", equalTo("900001"))
                .body("enrollment.kind", equalTo("october"))
                .body("enrollment.pupils", equalTo(3))
                .body("enrollment.economicallyDisadvantaged", nullValue());
        post(as("budget-office"), new Roster().zip(), false)
                .then()
                .statusCode(409)
                .body("type", endsWith("snapshot-exists"));
        assertThat(Tables.texts("SELECT action FROM audit_log WHERE subject = ?", location.replaceAll(".*/", "")))
                .containsExactly("SchoolsImported");
    }

    @Test
    void a_dry_run_tells_every_fault_and_nothing_is_kept() {
        byte[] faulty = new Roster()
                .with("orgs.csv", "00350003", "00359999")
                .with("enrollments.csv", "2017-10-02", "soon")
                .zip();

        post(as("budget-office"), faulty, true)
                .then()
                .statusCode(200)
                .body("faultCount", equalTo(2))
                .body("faults.column", hasItem("enrollments.csv beginDate"));
        post(as("budget-office"), faulty, false)
                .then()
                .statusCode(400)
                .body("type", endsWith("faulty-upload"))
                .body("violations.field", hasItem("line 5, orgs.csv identifier"));
        post(as("budget-office"), "no zip".getBytes(StandardCharsets.UTF_8), false)
                .then()
                .statusCode(400)
                .body("type", endsWith("faulty-upload"));
        when().get("/schools/00350001").then().body("enrollment.kind", equalTo("projected"));
    }

    @Test
    void a_zip_bomb_is_too_large() {
        post(
                        as("budget-office"),
                        new Roster().file("orgs.csv", "a".repeat(8 << 20)).zip(),
                        false)
                .then()
                .statusCode(413)
                .body("type", endsWith("too-large"));
    }

    @Test
    void only_the_offices_import_and_only_zips() {
        post(given(), new Roster().zip(), false).then().statusCode(401);
        post(as("school-leader"), new Roster().zip(), false).then().statusCode(403);
        as("budget-office")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .queryParam("asOf", "2017-10-01")
                .queryParam("source", "a test")
                .body("sourcedId")
                .post("/schools/oneroster-imports")
                .then()
                .statusCode(415);
    }

    private static Response post(RequestSpecification by, byte[] zip, boolean dryRun) {
        return by.header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/zip")
                .queryParam("kind", "october")
                .queryParam("asOf", "2017-10-01")
                .queryParam("source", "the student information system")
                .queryParam("dryRun", dryRun)
                .body(zip)
                .post("/schools/oneroster-imports");
    }
}
