package org.partnershipfund.allocation.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.appropriate;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.as;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.disadvantagedShares;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.importIndex;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.importSchools;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.openFund;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.publish;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.run;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.sample;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.allocation.adapter.Tables;

/**
 * From a file of schools to an adopted budget, through the doors, with the FY2019 district by the share of its
 * disadvantaged pupils (policy allocation §5).
 */
@Backbone
@QuarkusTest
class TheFundsYearIT {

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void the_fy2019_district_is_served_to_the_cent() {
        String enrollment = importSchools(
                        sample(
                                "school_code",
                                "name",
                                "grades",
                                "enrolment",
                                "economically_disadvantaged",
                                "responsibility_centre",
                                "bps_location_code"),
                        "2017-11-01")
                .then()
                .statusCode(201)
                .body("schools", equalTo(118))
                .body("pupils", equalTo(53_263))
                .extract()
                .path("snapshot.id");
        String index = importIndex(disadvantagedShares(), "Need 2017")
                .then()
                .statusCode(201)
                .body("schools", equalTo(118))
                .body("highest", equalTo("0.844538"))
                .extract()
                .path("index.id");
        var opened = openFund("Partnership Fund", "5700000.00")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("open"))
                .body("startsOn", equalTo("2018-07-01"))
                .extract();
        String fund = opened.path("id");
        assertThat(opened.header("Location")).endsWith("/funds/" + fund);

        var computed = run(fund, index, enrollment, "{\"kind\": \"top\", \"schools\": 60}")
                .then()
                .statusCode(201)
                .body("state", equalTo("computed"))
                .body("schoolsRanked", equalTo(118))
                .body("schoolsFunded", equalTo(60))
                .body("pupilsFunded", equalTo(25_705))
                .body("leftOverUnits", equalTo(31))
                .body("illustrative", equalTo(true))
                .extract();
        String scenario = computed.path("id");

        when().get("/scenarios/{id}", scenario).then().statusCode(404).body("type", problem("no-such-scenario"));
        when().get("/scenarios/{id}/allocations", scenario).then().statusCode(404);
        when().get("/funds/{id}", fund).then().statusCode(404).body("type", problem("no-such-fund"));
        when().get("/funds").then().statusCode(200).body("items", hasSize(0));
        when().get("/allocations").then().statusCode(200).body("items", hasSize(0));
        as("records-auditor").get("/scenarios/{id}", scenario).then().statusCode(200);
        as("school-leader").get("/scenarios/{id}", scenario).then().statusCode(404);

        publish(scenario, computed.header("ETag"))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("published"))
                .body("publishedAt", notNullValue());

        JsonPath funded = given().queryParam("fundId", fund)
                .queryParam("funded", true)
                .queryParam("limit", 500)
                .get("/allocations")
                .then()
                .statusCode(200)
                .body("items", hasSize(60))
                .body("items[0].schoolCode", equalTo("00350231"))
                .body("items[0].rank", equalTo(1))
                .body("items[0].pupils", equalTo(238))
                .body("items[0].amount.amount", equalTo("52775.72"))
                .extract()
                .jsonPath();
        assertThat(funded.getList("items.amount.amount", String.class).stream()
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(new BigDecimal("5700000.00"));
        when().get("/allocations/{id}", funded.getString("items[0].id"))
                .then()
                .statusCode(200)
                .body("schoolName", equalTo("Michael J Perkins"))
                .body("explanation.dollarsPerUnit", equalTo("221.7467"))
                .body("explanation.remainder", equalTo("2348/5141"))
                .body("explanation.leftOverUnitCameHere", equalTo(false))
                .body("explanation.steps", hasSize(5))
                .body("explanation.steps[3]", startsWith("Share: $5,700,000.00 / 25,705 x 238 is $52,775.72"));
        given().queryParam("fundId", fund)
                .queryParam("funded", false)
                .queryParam("limit", 500)
                .get("/allocations")
                .then()
                .body("items", hasSize(58))
                .body("items[0].amount.amount", equalTo("0.00"))
                .body("items[0].outcome", equalTo("below-the-cut"));

        assertThat(Tables.texts(
                        "SELECT subject FROM event_log WHERE type LIKE '%AllocationPublished.v1' AND payload LIKE ?",
                        "%" + fund + "%"))
                .hasSize(60)
                .contains("00350231")
                .doesNotHaveDuplicates();

        String etag = when().get("/funds/{id}", fund)
                .then()
                .statusCode(200)
                .body("state", equalTo("allocated"))
                .body("allocation.scenarioId", equalTo(scenario))
                .body("appropriation", nullValue())
                .extract()
                .header("ETag");
        appropriate(fund, etag, "5700000.01", "2018-03-28")
                .then()
                .statusCode(422)
                .body("type", problem("adopted-differs"));
        appropriate(fund, etag, "5700000.00", "2018-03-28")
                .then()
                .statusCode(200)
                .body("state", equalTo("appropriated"))
                .body("appropriation.vote", equalTo("School Committee, 28 March 2018"));
        assertThat(Tables.texts("SELECT type FROM event_log WHERE subject = ? ORDER BY seq", fund))
                .isEqualTo(List.of(
                        "org.partnershipfund.allocation.FundOpened.v1",
                        "org.partnershipfund.allocation.FundAppropriated.v1"));
        assertThat(Tables.texts("SELECT action FROM audit_log WHERE subject IN (?, ?) ORDER BY seq", fund, scenario))
                .isEqualTo(List.of(
                        "FundOpened", "ScenarioComputed", "ScenarioPublished", "FundAllocated", "FundAppropriated"));
    }

    private static Matcher<String> problem(String slug) {
        return equalTo("urn:partnership-fund:problem:" + slug);
    }
}
