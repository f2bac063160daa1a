package org.partnershipfund.allocation.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
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
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.allocation.adapter.Tables;

/** docs/policy/equity.md through the doors: Adams was published $600.00 and Baker $400.00, Curie nothing. */
@Backbone
@QuarkusTest
class EquityDoorsIT {

    private static final String YEAR_BEFORE = """
            school_code,partner,service_area,amount
            00350001,Harbor,after school,500.00
            00350002,Harbor,after school,100.00
            00350002,Lark,music,450.00
            00350003,Lark,music,50.00
            """;

    private String scenario = "";
    private String etag = "";
    private String index = "";
    private String enrollment = "";

    @BeforeEach
    void compute_a_scenario() {
        enrollment = importSchools(THREE_SCHOOLS, "2017-11-01").then().extract().path("snapshot.id");
        index = importIndex(THREE_INDEXES, "Need 2017").then().extract().path("index.id");
        String fund = openFund("Partnership Fund", "1000.00").then().extract().path("id");
        var computed = run(fund, index, enrollment, "{\"kind\": \"top\", \"schools\": 2}");
        scenario = computed.path("id");
        etag = computed.header("ETag");
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void what_a_draft_says_after_it_was_computed_anew_has_another_tag() {
        String before = budgetOffice().get("/scenarios/{id}/equity", scenario).header("ETag");
        String again = budgetOffice().get("/scenarios/{id}/equity", scenario).header("ETag");

        budgetOffice()
                .header("If-Match", etag)
                .contentType("application/json")
                .body("""
                        {"name": "changed", "indexId": "%s", "enrollmentId": "%s",
                         "rules": {"eligibility": {"kind": "top", "schools": 1}, "formula": {"kind": "flat-per-pupil"}}}
                        """.formatted(index, enrollment))
                .put("/scenarios/{id}", scenario)
                .then()
                .statusCode(200);

        assertThat(again).isEqualTo(before);
        assertThat(budgetOffice().get("/scenarios/{id}/equity", scenario).header("ETag"))
                .isNotEqualTo(before);
    }

    @Test
    void both_years_are_measured_side_by_side() {
        String alone = budgetOffice()
                .get("/scenarios/{id}/equity", scenario)
                .then()
                .statusCode(200)
                .body("before", nullValue())
                .body("caveats", hasSize(1))
                .extract()
                .header("ETag");
        publish(scenario, etag).then().statusCode(200);
        importNotice("2017-12-01", true).then().statusCode(201).body("notice.illustrative", equalTo(true));

        var report = when().get("/scenarios/{id}/equity", scenario)
                .then()
                .statusCode(200)
                .body("fiscalYear", equalTo(2019))
                .body("after.schoolsFunded", equalTo(2))
                .body("after.concentrationIndex", equalTo("0.166667"))
                .body("after.targetingRatio", equalTo("1.200000"))
                .body("after.slopePerTenth", equalTo("0.4071"))
                .body("after.rangeRatio", nullValue())
                .body(
                        "after.quintiles.amount.amount",
                        equalTo(List.of("40.00", "240.00", "240.00", "240.00", "240.00")))
                .body("after.curve.last().money", equalTo("1.000000"))
                .body("before.fiscalYear", equalTo(2018))
                .body("before.illustrative", equalTo(true))
                .body("before.measures.amount.amount", equalTo("1100.00"))
                .body("before.schoolsLeftOut", equalTo(0))
                .body("caveats", hasItem(containsString("proves nothing")))
                .extract();

        assertThat(report.header("ETag")).isNotEqualTo(alone);
    }

    @Test
    void the_table_has_a_measure_per_line_each_with_the_caveats() {
        importNotice("2017-12-01", true).then().statusCode(201);

        List<String> lines = budgetOffice()
                .accept("text/csv")
                .get("/scenarios/{id}/equity", scenario)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines.getFirst()).isEqualTo("measure,before,after,caveats");
        assertThat(lines).hasSize(1 + 17 + 5);
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("concentration_index,")
                        .contains(",0.166667,")
                        .contains("is generated"));
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("amount_of_fifth_5,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"concentration-curve", "dollars-per-pupil", "change-per-school"})
    void a_plot_is_a_picture_that_can_do_nothing(String plot) {
        importNotice("2017-12-01", true).then().statusCode(201);

        String svg = budgetOffice()
                .get("/scenarios/{id}/equity/" + plot + ".svg", scenario)
                .then()
                .statusCode(200)
                .contentType(startsWith("image/svg+xml"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; sandbox"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .extract()
                .asString();

        assertThat(svg).startsWith("<svg ").endsWith("</svg>").contains("is generated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "equity",
                "equity/concentration-curve.svg",
                "equity/dollars-per-pupil.svg",
                "equity/change-per-school.svg",
                "changes",
                "changes/partners",
                "changes/in-all"
            })
    void what_is_not_published_does_not_exist_for_others(String door) {
        importNotice("2017-12-01", true).then().statusCode(201);

        given().get("/scenarios/{id}/" + door, scenario)
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-scenario"));
        as("school-leader").get("/scenarios/{id}/" + door, scenario).then().statusCode(404);
        as("partnerships-team").get("/scenarios/{id}/" + door, scenario).then().statusCode(200);
        as("records-auditor").get("/scenarios/{id}/" + door, scenario).then().statusCode(200);
        budgetOffice()
                .get("/scenarios/{id}/" + door, UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-scenario"));
        publish(scenario, etag).then().statusCode(200);
        given().get("/scenarios/{id}/" + door, scenario).then().statusCode(200);
    }

    @Test
    void a_notice_whose_day_has_not_come_is_measured_for_the_offices_only() {
        importNotice("2199-12-01", false).then().statusCode(201);
        publish(scenario, etag).then().statusCode(200);

        when().get("/scenarios/{id}/equity", scenario).then().statusCode(200).body("before", nullValue());
        when().get("/scenarios/{id}/changes", scenario)
                .then()
                .statusCode(404)
                .body("type", endsWith("year-before-not-told"))
                .body("detail", containsString("FY2018"));
        when().get("/scenarios/{id}/equity/change-per-school.svg", scenario)
                .then()
                .statusCode(404);
        budgetOffice()
                .get("/scenarios/{id}/equity", scenario)
                .then()
                .body("before.measures.amount.amount", equalTo("1100.00"))
                .body("caveats", hasSize(1));
    }

    @Test
    void winners_and_losers_are_listed_page_by_page() {
        importNotice("2017-12-01", true).then().statusCode(201);
        publish(scenario, etag).then().statusCode(200);

        String next = given().queryParam("limit", 2)
                .get("/scenarios/{id}/changes", scenario)
                .then()
                .statusCode(200)
                .body("items.schoolName", equalTo(List.of("Baker", "Curie")))
                .body("items.change.amount", equalTo(List.of("-150.00", "-50.00")))
                .body("items.beforeIllustrative", equalTo(List.of(true, true)))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .path("next");
        given().queryParam("limit", 2)
                .queryParam("after", next)
                .get("/scenarios/{id}/changes", scenario)
                .then()
                .body("items.schoolName", equalTo(List.of("Adams")))
                .body("items[0].index", equalTo("0.70"))
                .body("items[0].indexIllustrative", equalTo(true))
                .body("next", nullValue());
        given().queryParam("after", "nonsense")
                .get("/scenarios/{id}/changes", scenario)
                .then()
                .statusCode(400);
        when().get("/scenarios/{id}/changes/partners", scenario)
                .then()
                .statusCode(200)
                .body("items.partner", equalTo(List.of("Harbor", "Lark")))
                .body("items.ends.amount", equalTo(List.of("600.00", "500.00")))
                .body("items.schoolsWithAllocation", equalTo(List.of(2, 1)))
                .body("items.endsWhereNothingComes.amount", equalTo(List.of("0.00", "50.00")));
        when().get("/scenarios/{id}/changes/in-all", scenario)
                .then()
                .statusCode(200)
                .body("schoolsThatGain", equalTo(1))
                .body("loss.amount", equalTo("-200.00"))
                .body("before.amount", equalTo("1100.00"))
                .body("after.amount", equalTo("1000.00"))
                .body("partners", equalTo(2))
                .body("caveats", hasSize(2));
        assertThat(given().accept("text/csv")
                        .get("/scenarios/{id}/changes", scenario)
                        .asString()
                        .lines()
                        .toList())
                .hasSize(4)
                .element(0)
                .asString()
                .contains("school_code,school_name,index,pupils,before_amount");
    }

    private static Response importNotice(String noticeOn, boolean illustrative) {
        return budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .queryParam("fiscalYear", 2018)
                .queryParam("noticeOn", noticeOn)
                .queryParam("source", "a test")
                .queryParam("illustrative", illustrative)
                .body(YEAR_BEFORE)
                .post("/prior-year-funding/imports");
    }
}
