package org.partnershipfund.allocation.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.THREE_INDEXES;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.THREE_SCHOOLS;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.as;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.budgetOffice;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.importIndex;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.importSchools;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.openFund;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.publish;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.run;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.allocation.adapter.Tables;

/** Policy letters §4 through the doors. */
@Backbone
@QuarkusTest
class BundleIT {

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void everybody_takes_the_bundle_once_the_scenario_is_published() throws NoSuchAlgorithmException {
        String enrollment = importSchools(THREE_SCHOOLS, "2017-11-01").path("snapshot.id");
        String index = importIndex(THREE_INDEXES, "Need 2017").path("index.id");
        String fund = openFund("Partnership Fund", "1000.00").path("id");
        var computed = run(fund, index, enrollment, "{\"kind\": \"top\", \"schools\": 2}");
        String scenario = computed.path("id");

        when().get("/scenarios/{id}/bundle", scenario)
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-scenario"));
        as("school-leader").get("/scenarios/{id}/bundle", scenario).then().statusCode(404);
        budgetOffice()
                .get("/scenarios/{id}/bundle", scenario)
                .then()
                .statusCode(200)
                .body("scenario.publishedAt", nullValue());
        given().get("/scenarios/{id}/bundle", UUID.randomUUID()).then().statusCode(404);

        publish(scenario, computed.header("ETag")).then().statusCode(200);

        var bundle = when().get("/scenarios/{id}/bundle", scenario);
        bundle.then()
                .statusCode(200)
                .contentType("application/json")
                .body("format", equalTo("partnership-fund.bundle.v1"))
                .body("scenario.publishedAt", notNullValue())
                .body("rules.eligibility.schools", equalTo(2))
                .body("index.illustrative", equalTo(true))
                .body("schools.schoolName", equalTo(List.of("Adams", "Baker", "Curie")))
                .body("schools.amount.amount", equalTo(List.of("600.00", "400.00", "0.00")))
                .body("schools.pupils", equalTo(List.of(300, 200, 100)))
                .body("schools[0].priorYearAmount", nullValue())
                .body("total.amount", equalTo("1000.00"));
        String document = bundle.asString();
        String digest = bundle.path("digest");
        String rest = document.replace(",\"digest\":\"%s\"".formatted(digest), "");
        assertThat(rest).isNotEqualTo(document);
        assertThat(digest)
                .isEqualTo("sha256:"
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256")
                                        .digest(rest.getBytes(StandardCharsets.UTF_8))));
        assertThat(when().get("/scenarios/{id}/bundle", scenario).asString()).isEqualTo(document);
        assertThat(bundle.header("ETag")).isEqualTo("\"%s\"".formatted(digest));
    }
}
