package org.partnershipfund.allocation.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
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
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.allocation.adapter.Tables;

/** What the doors of funds and scenarios refuse, and what they say then. */
@Backbone
@QuarkusTest
class FundDoorsIT {

    private static final String TOP_TWO = "{\"kind\": \"top\", \"schools\": 2}";

    private String enrollment = "";
    private String index = "";

    @BeforeEach
    void import_three_schools() {
        enrollment = importSchools(THREE_SCHOOLS, "2017-11-01").then().extract().path("snapshot.id");
        index = importIndex(THREE_INDEXES, "Need 2017").then().extract().path("index.id");
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @ParameterizedTest(name = "a pool of {0} is {1}")
    @CsvSource({
        "0.00, 422, pool-not-positive",
        "-1.00, 422, pool-not-positive",
        "10.001, 400, malformed-json",
        "NaN, 400, malformed-json",
        "1e3, 400, malformed-json",
    })
    void a_pool_is_dollars_and_cents_and_more_than_nothing(String pool, int status, String problem) {
        openFund("Partnership Fund", pool).then().statusCode(status).body("type", endsWith(problem));

        budgetOffice().get("/funds").then().body("items", hasSize(0));
    }

    @Test
    void a_second_fund_of_the_year_needs_a_name_of_its_own() {
        String first = openFund("Partnership Fund", "10.00").then().extract().path("id");

        openFund("Partnership Fund", "20.00")
                .then()
                .statusCode(409)
                .body("type", endsWith("fund-exists"))
                .body("detail", containsString(first));
        openFund("Another", "20.00").then().statusCode(201);
    }

    @Test
    void a_field_that_nobody_knows_and_a_chart_that_is_none_are_refused() {
        budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{\"name\": \"x\", \"colour\": \"green\"}")
                .post("/funds")
                .then()
                .statusCode(400);
        budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("""
                        {"name": "x", "fiscalYear": 2019, "pool": {"amount": "1.00", "currency": "USD"},
                         "chart": {"account": "5290", "fund": "100", "program": "2536", "subclass": "00000"}}""")
                .post("/funds")
                .then()
                .statusCode(400)
                .body("violations[0].field", endsWith("account"))
                .body("violations[0].reason", containsString("five digits"));
    }

    @ParameterizedTest(name = "{0} is {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"threshold\", \"atLeast\": \"0.71\"} | 422 | nobody-eligible",
                "{\"kind\": \"top\", \"schools\": 4} | 422 | more-places-than-schools",
                "{\"kind\": \"top\", \"schools\": 0} | 400 | malformed-json",
                "{\"kind\": \"threshold\", \"atLeast\": \"NaN\"} | 400 | malformed-json",
                "{\"kind\": \"threshold\", \"schools\": 2} | 400 | malformed-json",
                "{\"kind\": \"lottery\"} | 400 | malformed-json",
            })
    void rules_that_serve_nobody_are_refused(String eligibility, int status, String problem) {
        String fund = openFund("Partnership Fund", "1000.00").then().extract().path("id");

        run(fund, index, enrollment, eligibility).then().statusCode(status).body("type", endsWith(problem));
    }

    @Test
    void the_threshold_itself_is_served() {
        String fund = openFund("Partnership Fund", "1000.00").then().extract().path("id");

        run(fund, index, enrollment, "{\"kind\": \"threshold\", \"atLeast\": \"0.60\"}")
                .then()
                .statusCode(201)
                .body("schoolsFunded", equalTo(2))
                .body("rules.eligibility.atLeast", equalTo("0.60"));
    }

    @Test
    void a_scenario_needs_a_fund_an_index_set_and_a_snapshot_that_exist() {
        String fund = openFund("Partnership Fund", "1000.00").then().extract().path("id");
        String nothing = UUID.randomUUID().toString();

        run(nothing, index, enrollment, TOP_TWO).then().statusCode(404).body("type", endsWith("no-such-fund"));
        run(fund, nothing, enrollment, TOP_TWO).then().statusCode(422).body("type", endsWith("unknown-index-set"));
        run(fund, index, nothing, TOP_TWO).then().statusCode(422).body("type", endsWith("unknown-snapshot"));
    }

    @Test
    void a_school_without_an_index_makes_the_scenario_impossible() {
        String fund = openFund("Partnership Fund", "1000.00").then().extract().path("id");
        String partial = importIndex("school_code,index\n00350001,0.70\n", "Only Adams")
                .then()
                .extract()
                .path("index.id");

        run(fund, partial, enrollment, TOP_TWO)
                .then()
                .statusCode(422)
                .body("type", endsWith("index-missing"))
                .body("detail", containsString("00350002, 00350003"));
    }

    @Test
    void publishing_needs_the_version_that_was_seen() {
        String fund = openFund("Partnership Fund", "1000.00").then().extract().path("id");
        Response computed = run(fund, index, enrollment, TOP_TWO);
        String scenario = computed.then().extract().path("id");

        budgetOffice()
                .put("/scenarios/{id}/publication", scenario)
                .then()
                .statusCode(428)
                .body("type", endsWith("if-match-missing"));
        publish(scenario, "\"7\"").then().statusCode(412).body("type", endsWith("stale-state"));
        publish(UUID.randomUUID().toString(), "\"1\"")
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-scenario"));
        as("school-leader")
                .header("If-Match", "\"1\"")
                .put("/scenarios/{id}/publication", scenario)
                .then()
                .statusCode(403);
        budgetOffice().get("/scenarios/{id}", scenario).then().body("state", equalTo("computed"));
        when().get("/allocations").then().body("items", hasSize(0));
    }

    @Test
    void before_its_day_a_fund_publishes_nothing_and_only_the_offices_read_its_scenario() {
        var opened =
                openFund("Partnership Fund", "1000.00", "2199-12-08").then().statusCode(201);
        String fund = opened.body("allocationsPublishedOn", equalTo("2199-12-08"))
                .extract()
                .path("id");
        Response computed = run(fund, index, enrollment, TOP_TWO);
        String scenario = computed.then().extract().path("id");

        publish(scenario, computed.header("ETag"))
                .then()
                .statusCode(409)
                .body("type", endsWith("publication-too-early"))
                .body("detail", containsString("2199-12-08"));

        for (var reader : List.of(given(), as("school-leader"), as("partner"))) {
            reader.get("/scenarios/{id}/allocations", scenario).then().statusCode(404);
        }
        when().get("/allocations").then().body("items", hasSize(0));
        budgetOffice().get("/scenarios/{id}", scenario).then().body("state", equalTo("computed"));
        assertThat(events(fund, "AllocationPublished")).isEmpty();
    }

    @Test
    void from_its_day_on_a_fund_publishes() {
        String fund = openFund("Partnership Fund", "1000.00", "2017-12-08")
                .then()
                .extract()
                .path("id");
        Response computed = run(fund, index, enrollment, TOP_TWO);

        publish(computed.then().extract().path("id"), computed.header("ETag"))
                .then()
                .statusCode(200);

        when().get("/funds/{id}", fund).then().body("allocationsPublishedOn", equalTo("2017-12-08"));
    }

    @Test
    void a_fund_is_published_once() {
        String fund = openFund("Partnership Fund", "1000.00").then().extract().path("id");
        Response first = run(fund, index, enrollment, TOP_TWO);
        Response second = run(fund, index, enrollment, "{\"kind\": \"top\", \"schools\": 1}");
        String scenario = first.then().extract().path("id");

        publish(scenario, first.header("ETag")).then().statusCode(200);

        publish(scenario, "\"2\"").then().statusCode(409).body("type", endsWith("scenario-already-published"));
        publish(second.then().extract().path("id"), second.header("ETag"))
                .then()
                .statusCode(409)
                .body("type", endsWith("fund-already-allocated"))
                .body("detail", containsString(scenario));
        when().get("/funds/{id}/scenarios", fund).then().body("items.id", equalTo(List.of(scenario)));
        budgetOffice().get("/funds/{id}/scenarios", fund).then().body("items", hasSize(2));
        assertThat(events(fund, "AllocationPublished")).hasSize(2);
    }

    @Test
    void of_many_scenarios_published_at_the_same_moment_one_wins() throws InterruptedException {
        String fund = openFund("Partnership Fund", "1000.00").then().extract().path("id");
        List<String> scenarios = Stream.generate(() -> run(fund, index, enrollment, TOP_TWO))
                .limit(4)
                .map(computed -> computed.then().extract().<String>path("id"))
                .toList();

        List<Integer> answers;
        var start = new CountDownLatch(1);
        try (var people = Executors.newFixedThreadPool(scenarios.size())) {
            var asked = scenarios.stream()
                    .map(scenario -> people.submit(() -> {
                        start.await();
                        return publish(scenario, "\"1\"").statusCode();
                    }))
                    .toList();
            start.countDown();
            answers = asked.stream().map(FundDoorsIT::answer).sorted().toList();
        }

        assertThat(answers).isEqualTo(List.of(200, 409, 409, 409));
        assertThat(events(fund, "AllocationPublished")).hasSize(2);
    }

    @Test
    void a_budget_is_adopted_after_publication_with_the_published_sum_and_once() {
        String fund = openFund("Partnership Fund", "1000.00").then().extract().path("id");
        appropriate(fund, "\"1\"", "1000.00", "2018-03-28")
                .then()
                .statusCode(409)
                .body("type", endsWith("fund-not-allocated-yet"));
        Response computed = run(fund, index, enrollment, TOP_TWO);
        publish(computed.then().extract().path("id"), computed.header("ETag"))
                .then()
                .statusCode(200);

        appropriate(fund, "\"1\"", "1000.00", "2018-03-28").then().statusCode(412);
        appropriate(fund, "\"2\"", "999.99", "2018-03-28")
                .then()
                .statusCode(422)
                .body("type", endsWith("adopted-differs"))
                .body("detail", containsString("$1,000.00"));
        appropriate(fund, "\"2\"", "1000.00", "2199-01-01")
                .then()
                .statusCode(422)
                .body("type", endsWith("adopted-in-the-future"));
        appropriate(fund, "\"2\"", "1000.00", "2018-03-28").then().statusCode(200);
        appropriate(fund, "\"3\"", "1000.00", "2018-03-28")
                .then()
                .statusCode(409)
                .body("type", endsWith("fund-already-appropriated"));
        assertThat(events(fund, "FundAppropriated")).hasSize(1);
    }

    @Test
    void a_fund_is_closed_after_its_year_by_the_budget_office_and_once() {
        String fund = openFund("Partnership Fund", "1000.00").then().extract().path("id");
        close(budgetOffice(), fund, "\"1\"").then().statusCode(409).body("type", endsWith("fund-not-appropriated-yet"));
        Response computed = run(fund, index, enrollment, TOP_TWO);
        publish(computed.then().extract().path("id"), computed.header("ETag"))
                .then()
                .statusCode(200);
        appropriate(fund, "\"2\"", "1000.00", "2018-03-28").then().statusCode(200);

        close(as("partnerships-team"), fund, "\"3\"").then().statusCode(403);
        budgetOffice().put("/funds/{id}/closing", fund).then().statusCode(428);
        close(budgetOffice(), fund, "\"2\"").then().statusCode(412);
        close(budgetOffice(), fund, "\"3\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("closedAt", notNullValue());
        close(budgetOffice(), fund, "\"4\"").then().statusCode(409).body("type", endsWith("fund-already-closed"));
        close(budgetOffice(), UUID.randomUUID().toString(), "\"1\"")
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-fund"));
        assertThat(events(fund, "FundClosed")).hasSize(1);
    }

    @Test
    void a_fund_is_not_closed_while_its_year_runs() {
        String fund =
                openFund("Partnership Fund", "1000.00", 2199).then().extract().path("id");
        Response computed = run(fund, index, enrollment, TOP_TWO);
        publish(computed.then().extract().path("id"), computed.header("ETag"))
                .then()
                .statusCode(200);
        appropriate(fund, "\"2\"", "1000.00", "2018-03-28").then().statusCode(200);

        close(budgetOffice(), fund, "\"3\"")
                .then()
                .statusCode(409)
                .body("type", endsWith("year-not-over"))
                .body("detail", containsString("2199-06-30"));
    }

    private static Response close(RequestSpecification by, String fund, String etag) {
        return by.header("If-Match", etag).put("/funds/{id}/closing", fund);
    }

    @Test
    void a_request_that_is_repeated_opens_one_fund() {
        String key = UUID.randomUUID().toString();
        String first =
                openWithKey(key, "10.00").then().statusCode(201).extract().asString();

        Response again = openWithKey(key, "10.00");
        Response another = openWithKey(key, "11.00");

        assertThat(again.asString()).isEqualTo(first);
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        another.then().statusCode(422).body("type", endsWith("idempotency-key-reused"));
        budgetOffice().get("/funds").then().body("items", hasSize(1));
    }

    @Test
    void published_allocations_leave_as_csv_with_their_sentence() {
        String fund = openFund("Partnership Fund", "1000.00").then().extract().path("id");
        Response computed = run(fund, index, enrollment, TOP_TWO);
        publish(computed.then().extract().path("id"), computed.header("ETag"))
                .then()
                .statusCode(200);

        String csv = given().accept("text/csv")
                .queryParam("fundId", fund)
                .get("/allocations")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(csv.lines().findFirst().orElseThrow())
                .isEqualTo(
                        "id,fund_id,scenario_id,fiscal_year,rank,school_code,school_name,responsibility_centre,index,illustrative,pupils,outcome,amount_amount,amount_currency,published_amount_amount,published_amount_currency,sentence,published_at");
        assertThat(csv).contains("Adams receives $600.00: 300 of the 500 pupils");
        assertThat(csv.lines()).hasSize(4);
    }

    private static Response openWithKey(String key, String pool) {
        return budgetOffice()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("""
                        {"name": "Partnership Fund", "fiscalYear": 2019,
                         "pool": {"amount": "%s", "currency": "USD"},
                         "chart": {"account": "52907", "fund": "100", "program": "2536", "subclass": "00000"}}
                        """.formatted(pool))
                .post("/funds");
    }

    private static List<String> events(String fund, String name) {
        return Tables.texts(
                "SELECT subject FROM event_log WHERE type = ? AND payload LIKE ?",
                "org.partnershipfund.allocation." + name + ".v1",
                "%" + fund + "%");
    }

    private static int answer(Future<Integer> asked) {
        try {
            return asked.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a request did not end", e);
        }
    }
}
