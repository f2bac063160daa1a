package org.partnershipfund.allocation.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.THREE_INDEXES;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.THREE_SCHOOLS;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.appropriate;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.allocation.adapter.Tables;

/** Policy §9 to §14 through the doors: scenarios with every rule, copied, changed, compared, and their cliff curve. */
@Backbone
@QuarkusTest
class ScenarioDoorsIT {

    private static final String FLAT = "\"formula\": {\"kind\": \"flat-per-pupil\"}";
    private static final String TOP_TWO = "\"eligibility\": {\"kind\": \"top\", \"schools\": 2}";
    private static final String TOP_ONE = "\"eligibility\": {\"kind\": \"top\", \"schools\": 1}";

    private String enrollment = "";
    private String index = "";
    private String fund = "";

    @BeforeEach
    void open_a_fund_for_three_schools() {
        enrollment = importSchools(THREE_SCHOOLS, "2017-11-01").then().extract().path("snapshot.id");
        index = importIndex(THREE_INDEXES, "Need 2017").then().extract().path("index.id");
        fund = openFund("Partnership Fund", "1000.00").then().extract().path("id");
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void every_rule_is_taken_kept_told_and_explained() {
        String notice = notice("2017-12-01");
        var computed = compute("""
                {"reserve": {"amount": "100.00", "currency": "USD"},
                 "eligibility": {"kind": "taper", "from": "0.30", "to": "0.65"},
                 "formula": {"kind": "tiers", "decidedOn": "2017-10-18", "steps": [
                     {"atLeast": "0.01", "weight": "1"}, {"atLeast": "0.60", "weight": "1.5"},
                     {"atLeast": "0.70", "weight": "2"}]},
                 "guardrails": {"floor": {"amount": "50.00", "currency": "USD"},
                                "cap": {"amount": "700.00", "currency": "USD"}},
                 "holdHarmless": {"noticeId": "%s", "phaseOut": ["1/3", "2/3", "1"]},
                 "unit": "dollar"}
                """.formatted(notice));

        computed.then()
                .statusCode(201)
                .body("sharedOut.amount", equalTo("900.00"))
                .body("rules.reserve.amount", equalTo("100.00"))
                .body("rules.eligibility.to", equalTo("0.65"))
                .body("rules.formula.steps[1].weight", equalTo("1.5"))
                .body("rules.guardrails.cap.amount", equalTo("700.00"))
                .body("rules.holdHarmless.phaseOut", equalTo(List.of("1/3", "2/3", "1")))
                .body("rules.holdHarmless.fiscalYear", equalTo(2018))
                .body("rules.holdHarmless.noticeOn", equalTo("2017-12-01"))
                .body("rules.holdHarmless.year", equalTo(1))
                .body("rules.holdHarmless.illustrative", equalTo(false))
                .body("rules.unit", equalTo("dollar"))
                .body("schoolsFunded", equalTo(3))
                .body("schoolsEligible", equalTo(2))
                .body("guaranteed.schools", equalTo(1))
                .body("guaranteed.amount.amount", equalTo("60.00"))
                .body("holdHarmlessCost.amount.amount", equalTo("60.00"))
                .body("holdHarmlessCost.schoolsGaining", equalTo(1))
                .body("holdHarmlessCost.byRounding.amount", equalTo("0.00"))
                .body("holdHarmlessCost.schoolsRoundedUp", equalTo(0))
                .body("holdHarmlessCost.schoolsPaying", equalTo(2));
        String scenario = computed.path("id");
        budgetOffice()
                .get("/scenarios/{id}", scenario)
                .then()
                .body("rules", equalTo(computed.then().extract().path("rules")));

        publish(scenario, computed.header("ETag")).then().statusCode(200);
        var published = given().queryParam("funded", true).get("/allocations").then();
        published
                .body("items.amount.amount", equalTo(List.of("588.00", "252.00", "60.00")))
                .body("items.outcome", equalTo(List.of("funded", "funded", "held-harmless")));
        given().get("/allocations/{id}", published.extract().<String>path("items[2].id"))
                .then()
                .statusCode(200)
                .body("sentence", containsString("2/3 of the $90.00 that was paid there in FY2018"))
                .body("explanation.part", equalTo("guarantee"))
                .body("explanation.reserve.amount", equalTo("100.00"))
                .body("explanation.sharedByWeight.amount", equalTo("840.00"))
                .body("explanation.holdHarmless.before.amount", equalTo("90.00"))
                .body("explanation.holdHarmless.kept", equalTo("2/3"))
                .body("explanation.holdHarmless.guarantee.amount", equalTo("60.00"))
                .body("explanation.holdHarmless.withoutGuarantees.amount", equalTo("0.00"))
                .body("explanation.holdHarmless.difference.amount", equalTo("60.00"))
                .body("explanation.steps[3]", containsString("This school receives $60.00 more"));
        given().get("/allocations/{id}", published.extract().<String>path("items[0].id"))
                .then()
                .body("explanation.part", equalTo("share"))
                .body("explanation.weight", equalTo("210"))
                .body("explanation.totalWeight", equalTo("300"))
                .body("explanation.roundingUnit.amount", equalTo("1.00"));
        // What was shared out is what the budget adopts; the reserve stays in the pool.
        appropriate(fund, "\"2\"", "1000.00", "2018-03-28").then().statusCode(422);
        appropriate(fund, "\"2\"", "900.00", "2018-03-28").then().statusCode(200);
    }

    @ParameterizedTest(name = "{0} is {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'reserve': {'amount': '1000.00', 'currency': 'USD'} | 422 | reserve-not-below-pool",
                "'reserve': {'amount': '0.50', 'currency': 'USD'}, 'unit': 'dollar' | 422 | not-in-whole-units",
                "'guardrails': {'floor': {'amount': '0.50', 'currency': 'USD'}}, 'unit': 'dollar' | 422 | not-in-whole-units",
                "'guardrails': {'floor': {'amount': '500.01', 'currency': 'USD'}} | 422 | floors-above-pool",
                "'guardrails': {'floor': {'amount': '9999999999999999.00', 'currency': 'USD'}} | 422 | floors-above-pool",
                "'guardrails': {'cap': {'amount': '499.99', 'currency': 'USD'}} | 422 | caps-below-pool",
                "'guardrails': {'floor': {'amount': '2.00', 'currency': 'USD'}, 'cap': {'amount': '1.00', 'currency': 'USD'}} | 400 | malformed-json",
                "'holdHarmless': {'noticeId': '018f4a2e-7d3c-7c1a-9b1e-0123456789ab', 'phaseOut': ['1']} | 422 | unknown-notice",
                "'holdHarmless': {'noticeId': '018f4a2e-7d3c-7c1a-9b1e-0123456789ab', 'phaseOut': ['3/2']} | 400 | malformed-json",
                "'reserve': {'amount': '900.00', 'currency': 'USD'}, 'unit': 'hundred-dollars' | 422 | share-rounds-to-nothing",
                "'holdHarmless': {'noticeId': null, 'phaseOut': null} | 400 | invalid-request",
                "'holdHarmless': {'noticeId': '018f4a2e-7d3c-7c1a-9b1e-0123456789ab', 'phaseOut': [null]} | 400 | malformed-json",
                "'guardrails': {'floor': null, 'cap': null} | 400 | malformed-json",
                "'guardrails': {'floor': {'amount': null, 'currency': 'USD'}} | 400 | malformed-json",
                "'unit': 'euro' | 400 | malformed-json",
                "'colour': 'green' | 400 | unknown-field",
            })
    void rules_that_cannot_be_met_are_refused(String part, int status, String problem) {
        compute("{%s, %s, %s}".formatted(TOP_TWO, FLAT, part.replace('\'', '"')))
                .then()
                .statusCode(status)
                .body("type", endsWith(problem));

        budgetOffice().get("/funds/{id}/scenarios", fund).then().body("items", hasSize(0));
    }

    @Test
    void holding_harmless_needs_a_notice_of_an_earlier_year_that_is_told_before_it_is_published() {
        String sameYear = notice("2019", "2018-12-01");
        String untold = notice("2018", "2199-12-01");

        compute(holding(sameYear)).then().statusCode(422).body("type", endsWith("notice-not-of-an-earlier-year"));
        Response computed = compute(holding(untold));
        computed.then().statusCode(201);
        publish(computed.path("id"), computed.header("ETag"))
                .then()
                .statusCode(409)
                .body("type", endsWith("notice-not-told-yet"))
                .body("detail", containsString("2199-12-01"));
    }

    @Test
    void a_copy_is_as_the_original_but_for_what_is_given() {
        Response original = run(fund, index, enrollment, "{\"kind\": \"top\", \"schools\": 2}");
        String id = original.path("id");
        publish(id, original.header("ETag")).then().statusCode(200);

        var copy = copy(id, "{\"name\": \"As it was\"}").then().statusCode(201);
        copy.header("Location", endsWith("/scenarios/" + copy.extract().path("id")))
                .header("ETag", "\"1\"")
                .body("id", not(equalTo(id)))
                .body("name", equalTo("As it was"))
                .body("state", equalTo("computed"))
                .body("fundId", equalTo(fund))
                .body("indexId", equalTo(index))
                .body("enrollmentId", equalTo(enrollment))
                .body("rules", equalTo(original.then().extract().path("rules")));
        copy(id, "{\"name\": \"One school\", \"rules\": {%s, %s}}".formatted(TOP_ONE, FLAT))
                .then()
                .statusCode(201)
                .body("schoolsFunded", equalTo(1))
                .body("indexId", equalTo(index));

        copy(id, "{}").then().statusCode(400);
        copy(id, "{\"name\": \"x\", \"indexId\": \"%s\"}".formatted(UUID.randomUUID()))
                .then()
                .statusCode(422)
                .body("type", endsWith("unknown-index-set"));
        copy(UUID.randomUUID().toString(), "{\"name\": \"x\"}")
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-scenario"));
        as("school-leader")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{\"name\": \"x\"}")
                .post("/scenarios/{id}/copies", id)
                .then()
                .statusCode(403);
    }

    @Test
    void a_draft_is_changed_as_it_was_seen_and_what_is_published_never() {
        Response computed = run(fund, index, enrollment, "{\"kind\": \"top\", \"schools\": 2}");
        String id = computed.path("id");

        change(id, null, TOP_ONE).then().statusCode(428).body("type", endsWith("if-match-missing"));
        change(id, "\"7\"", TOP_ONE).then().statusCode(412).body("type", endsWith("stale-state"));
        change(UUID.randomUUID().toString(), "\"1\"", TOP_ONE).then().statusCode(404);
        change(id, "\"1\"", "\"eligibility\": {\"kind\": \"top\", \"schools\": 4}")
                .then()
                .statusCode(422)
                .body("type", endsWith("more-places-than-schools"));
        var changed = change(id, "\"1\"", TOP_ONE)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("id", equalTo(id))
                .body("name", equalTo("changed"))
                .body("schoolsFunded", equalTo(1));
        budgetOffice()
                .get("/scenarios/{id}/allocations", id)
                .then()
                .body("items.amount.amount", equalTo(List.of("1000.00", "0.00", "0.00")));

        publish(id, changed.extract().header("ETag")).then().statusCode(200);
        given().get("/allocations").then().body("items", hasSize(3));
        change(id, "\"3\"", TOP_TWO)
                .then()
                .statusCode(409)
                .body("type", endsWith("scenario-is-final"))
                .body("detail", containsString("Copy it"));
        assertThat(Tables.texts("SELECT count(*)::text FROM allocation WHERE scenario_id = ?::uuid", id))
                .as("what was computed before is kept")
                .containsExactly("6");
    }

    @Test
    void scenarios_are_compared_school_by_school_in_pages_and_as_csv() {
        String two = run(fund, index, enrollment, "{\"kind\": \"top\", \"schools\": 2}")
                .path("id");
        String one = run(fund, index, enrollment, "{\"kind\": \"top\", \"schools\": 1}")
                .path("id");

        var first = budgetOffice()
                .queryParam("scenario", two, one)
                .queryParam("limit", 2)
                .get("/scenario-comparisons")
                .then()
                .statusCode(200)
                .body("items.schoolCode", equalTo(List.of("00350001", "00350002")))
                .body("items.collect { it.first.amount.amount }", equalTo(List.of("600.00", "400.00")))
                .body("items.second.amount.amount", equalTo(List.of("1000.00", "0.00")))
                .body("items.second.difference.amount", equalTo(List.of("400.00", "-400.00")))
                .body("items[1].second.outcome", equalTo("below-the-cut"))
                .body("items[0].third", nullValue())
                .extract();
        budgetOffice()
                .queryParam("scenario", two, one)
                .queryParam("limit", 2)
                .queryParam("after", first.<String>path("next"))
                .get("/scenario-comparisons")
                .then()
                .body("items.schoolName", equalTo(List.of("Curie")))
                .body("next", nullValue());
        String csv = budgetOffice()
                .accept("text/csv")
                .queryParam("scenario", two, one)
                .get("/scenario-comparisons")
                .asString();
        assertThat(csv.lines().findFirst().orElseThrow())
                .startsWith(
                        "school_code,school_name,first_allocation_id,first_rank,first_index,first_illustrative,first_pupils,first_outcome,first_amount_amount");
        assertThat(csv.lines()).hasSize(4);
    }

    @Test
    void what_is_not_published_is_compared_by_the_offices_only() {
        Response two = run(fund, index, enrollment, "{\"kind\": \"top\", \"schools\": 2}");
        String one = run(fund, index, enrollment, "{\"kind\": \"top\", \"schools\": 1}")
                .path("id");
        String id = two.path("id");
        publish(id, two.header("ETag")).then().statusCode(200);

        for (var reader : List.of(given(), as("school-leader"), as("partner"))) {
            reader.queryParam("scenario", id, one)
                    .get("/scenario-comparisons")
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("no-such-scenario"));
        }
        as("records-auditor")
                .queryParam("scenario", id, one)
                .get("/scenario-comparisons")
                .then()
                .statusCode(200);
        given().queryParams("from", "0.20", "to", "0.70", "step", "0.10")
                .get("/scenarios/{id}/sensitivity", one)
                .then()
                .statusCode(404);
        given().queryParams("from", "0.20", "to", "0.70", "step", "0.10")
                .get("/scenarios/{id}/sensitivity", id)
                .then()
                .statusCode(200);
    }

    @Test
    void two_to_five_different_scenarios_are_compared() {
        String one = run(fund, index, enrollment, "{\"kind\": \"top\", \"schools\": 1}")
                .path("id");

        budgetOffice().get("/scenario-comparisons").then().statusCode(400).body("type", endsWith("invalid-parameter"));
        budgetOffice()
                .queryParam("scenario", one)
                .get("/scenario-comparisons")
                .then()
                .statusCode(400);
        budgetOffice()
                .queryParam("scenario", one, one)
                .get("/scenario-comparisons")
                .then()
                .statusCode(400)
                .body("detail", containsString("different"));
        budgetOffice()
                .queryParam("scenario", one, "seven")
                .get("/scenario-comparisons")
                .then()
                .statusCode(400);
        budgetOffice()
                .queryParam("scenario", one, UUID.randomUUID())
                .get("/scenario-comparisons")
                .then()
                .statusCode(404);
    }

    @Test
    void the_cliff_curve_says_who_is_left_behind() {
        String two = run(fund, index, enrollment, "{\"kind\": \"top\", \"schools\": 2}")
                .path("id");

        budgetOffice()
                .queryParams("from", "0.20", "to", "0.80", "step", "0.10")
                .get("/scenarios/{id}/sensitivity", two)
                .then()
                .statusCode(200)
                .body("items.threshold", equalTo(List.of("0.20", "0.30", "0.40", "0.50", "0.60", "0.70", "0.80")))
                .body("items[0].schools", equalTo(3))
                .body("items.illustrative", everyItem(equalTo(true)))
                .body("items[1].pupils", equalTo(500))
                .body("items[1].dollarsPerPupil", equalTo("2.0000"))
                .body("items[1].leaving.schoolName", equalTo(List.of("Curie")))
                .body("items[5].leaving.schoolCode", equalTo(List.of("00350002")))
                .body("items[6].schools", nullValue())
                .body("items[6].impossible", containsString("nobody would be eligible"))
                .body("next", nullValue());
        budgetOffice().get("/scenarios/{id}", two).then().body("schoolsFunded", equalTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to=0.70&step=0.10",
                "from=0.00&to=0.70&step=0.10",
                "from=0.70&to=0.60&step=0.10",
                "from=0.20&to=0.70&step=0",
                "from=0.20&to=0.70&step=-0.1",
                "from=0.20&to=0.70&step=NaN",
                "from=0.01&to=0.99&step=0.009",
                "from=0.20&to=0.70",
            })
    void a_curve_that_goes_nowhere_or_on_and_on_is_refused(String query) {
        String two = run(fund, index, enrollment, "{\"kind\": \"top\", \"schools\": 2}")
                .path("id");

        budgetOffice()
                .get("/scenarios/" + two + "/sensitivity?" + query)
                .then()
                .statusCode(400)
                .body("type", endsWith("invalid-parameter"));
    }

    private Response compute(String rules) {
        return budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("""
                        {"name": "a scenario", "indexId": "%s", "enrollmentId": "%s", "rules": %s}
                        """.formatted(index, enrollment, rules))
                .post("/funds/{id}/scenarios", fund);
    }

    private static String holding(String notice) {
        return "{%s, %s, \"holdHarmless\": {\"noticeId\": \"%s\", \"phaseOut\": [\"1/3\"]}}"
                .formatted(TOP_TWO, FLAT, notice);
    }

    private static Response copy(String scenario, String body) {
        return budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post("/scenarios/{id}/copies", scenario);
    }

    private Response change(String scenario, @Nullable String etag, String eligibility) {
        var request = budgetOffice().contentType("application/json").body("""
                {"name": "changed", "indexId": "%s", "enrollmentId": "%s", "rules": {%s, %s}}
                """.formatted(
                        index, enrollment, eligibility, FLAT));
        return (etag == null ? request : request.header("If-Match", etag)).put("/scenarios/{id}", scenario);
    }

    private static String notice(String on) {
        return notice("2018", on);
    }

    /** Curie had $90.00 in that year. */
    private static String notice(String fiscalYear, String on) {
        return budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .queryParam("fiscalYear", fiscalYear)
                .queryParam("noticeOn", on)
                .queryParam("source", "a test")
                .body("""
                        school_code,partner,service_area,amount
                        00350003,Old Partner,After school,90.00
                        """)
                .post("/prior-year-funding/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("notice.id");
    }
}
