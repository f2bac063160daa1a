package org.partnershipfund.allocation.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
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
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.openRetruedFund;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.publish;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.run;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.allocation.adapter.Tables;
import org.partnershipfund.allocation.fixtures.Procurement;

/** Policy §7 through the doors and over Kafka: Adams was published $600.00 and Baker $400.00, Curie nothing. */
@Backbone
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the address, and each test its doors
public class RevisionDoorsIT {

    /** The lists with {@code modifiedAfter} below a path parameter, which are asked here. */
    public static final Set<String> LISTS =
            Set.of("/funds/{id}/revisions", "/funds/{id}/scenarios", "/scenarios/{id}/allocations");

    private static final String ADAMS = "00350001";
    private static final String BAKER = "00350002";
    private static final String CURIE = "00350003";
    private static final String TOP_TWO = "{\"kind\": \"top\", \"schools\": 2}";

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private Procurement procurement;
    private String fund = "";
    private String scenario = "";
    private String enrollment = "";
    private String index = "";

    @BeforeEach
    void publish_six_hundred_and_four_hundred_dollars() {
        procurement = new Procurement(kafka);
        enrollment = importSchools(THREE_SCHOOLS, "2017-11-01").then().extract().path("snapshot.id");
        index = importIndex(THREE_INDEXES, "Need 2017").then().extract().path("index.id");
        fund = openFund("Partnership Fund", "1000.00").then().extract().path("id");
        var computed = run(fund, index, enrollment, TOP_TWO);
        scenario = computed.path("id");
        publish(scenario, computed.header("ETag")).then().statusCode(200);
    }

    @AfterEach
    void empty_the_tables() {
        procurement.close();
        Tables.empty();
    }

    @Test
    void money_moves_when_the_ledger_gives_it_up() {
        var proposed = propose(ADAMS, BAKER, "50.00")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("proposed"))
                .body("fundId", equalTo(fund))
                .body("fromSchool", equalTo(ADAMS))
                .body("toSchool", equalTo(BAKER))
                .body("amount.amount", equalTo("50.00"))
                .body("settledAt", nullValue())
                .extract();
        String id = proposed.path("id");
        assertThat(proposed.header("Location")).endsWith("/funds/%s/revisions/%s".formatted(fund, id));
        assertThat(said("RevisionProposed", id)).containsExactly(ADAMS);
        assertThat(amounts()).containsExactly("600.00", "400.00");
        when().get("/funds/{f}/revisions/{r}", fund, id)
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-revision"));
        when().get("/funds/{f}/revisions", fund).then().statusCode(200).body("items", hasSize(0));
        as("records-auditor").get("/funds/{f}/revisions", fund).then().body("items.id", equalTo(List.of(id)));

        UUID _ = procurement.accepts(id, fund, ADAMS, "50.00");
        awaitState(id, "accepted");
        UUID _ = procurement.accepts(id, fund, ADAMS, "50.00");
        awaitHeard(procurement.accepts(id, fund, ADAMS, "50.00"));

        when().get("/funds/{f}/revisions/{r}", fund, id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("accepted"));
        assertThat(said("AllocationRevised", id)).containsExactly(ADAMS, BAKER);
        assertThat(Tables.texts("SELECT action FROM audit_log WHERE subject = ? ORDER BY seq", id))
                .containsExactly("RevisionProposed", "RevisionAccepted");
        assertThat(amounts()).containsExactly("550.00", "450.00");
        String adams = given().queryParam("schoolCode", ADAMS)
                .get("/allocations")
                .then()
                .body("items[0].publishedAmount.amount", equalTo("600.00"))
                .body("items[0].sentence", endsWith("Revised since: it has $550.00 now."))
                .extract()
                .path("items[0].id");
        when().get("/allocations/{id}", adams)
                .then()
                .header("ETag", "\"2\"")
                .body("amount.amount", equalTo("550.00"))
                .body("explanation.revisions[0].id", equalTo(id))
                .body("explanation.revisions[0].otherSchool", equalTo(BAKER))
                .body("explanation.revisions[0].change.amount", equalTo("-50.00"))
                .body("explanation.revisions[0].after.amount", equalTo("550.00"))
                .body("explanation.steps[5]", containsString("$50.00 went to school 00350002"));
        when().get("/scenarios/{id}/allocations", scenario)
                .then()
                .body("items[0].amount.amount", equalTo("600.00"))
                .body("items[0].publishedAmount", nullValue());
    }

    @Test
    void nothing_moves_when_the_ledger_refuses() {
        String id = propose(ADAMS, BAKER, "50.00").then().extract().path("id");

        UUID _ = procurement.refuses(id, fund, ADAMS, "50.00", "12.50");
        awaitState(id, "refused");

        budgetOffice()
                .get("/funds/{f}/revisions/{r}", fund, id)
                .then()
                .header("ETag", "\"2\"")
                .body("available.amount", equalTo("12.50"))
                .body("refusal", equalTo("The line has $12.50 available."));
        assertThat(said("AllocationRevised", id)).isEmpty();
        assertThat(amounts()).containsExactly("600.00", "400.00");
        when().get("/funds/{f}/revisions/{r}", fund, id).then().statusCode(404);
        propose(ADAMS, BAKER, "12.50").then().statusCode(201);
    }

    @Test
    void an_answer_that_contradicts_the_question_is_a_dead_letter() {
        String id = propose(ADAMS, BAKER, "50.00").then().extract().path("id");

        UUID other = procurement.accepts(id, fund, ADAMS, "49.00");
        soon().untilAsserted(() -> assertThat(deadReason(other))
                .singleElement()
                .asString()
                .contains("asks for $50.00 of school 00350001", "the answer is about $49.00"));
        UUID unknown = procurement.accepts(UUID.randomUUID().toString(), fund, BAKER, "1.00");
        soon().untilAsserted(() ->
                assertThat(deadReason(unknown)).singleElement().asString().contains("has no revision"));

        assertThat(amounts()).containsExactly("600.00", "400.00");
        discard(other);
        discard(unknown);
    }

    @Test
    void the_budget_is_adopted_as_revised_and_not_before_the_ledger_answered() {
        String id = propose(ADAMS, BAKER, "50.00").then().extract().path("id");
        String etag = when().get("/funds/{id}", fund).header("ETag");
        appropriate(fund, etag, "1000.00", "2018-03-28")
                .then()
                .statusCode(409)
                .body("type", endsWith("revision-unanswered"))
                .body("detail", containsString(id));

        UUID _ = procurement.accepts(id, fund, ADAMS, "50.00");
        awaitState(id, "accepted");

        appropriate(fund, etag, "1000.00", "2018-03-28").then().statusCode(200);
        assertThat(Tables.texts(
                        "SELECT line->'amount'->>'amount' FROM event_log, jsonb_array_elements(payload::jsonb->'lines') line WHERE subject = ? AND type LIKE '%FundAppropriated.v1' ORDER BY line->>'schoolCode'",
                        fund))
                .containsExactly("550.00", "450.00");
        propose(ADAMS, BAKER, "1.00").then().statusCode(409).body("type", endsWith("too-late-to-revise"));
    }

    @Test
    void where_less_is_adopted_the_schools_give_to_the_reserve_and_what_is_free_can_return() {
        lower("1000.00").then().statusCode(422).body("type", endsWith("not-a-lower-sum"));
        var revisions = lower("900.00")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/funds/%s/revisions".formatted(fund)))
                .body("to.amount", equalTo("900.00"))
                .body("revisions.fromSchool", equalTo(List.of(ADAMS, BAKER)))
                .body("revisions.amount.amount", equalTo(List.of("60.00", "40.00")))
                .body("revisions[0].toSchool", nullValue())
                .extract();
        lower("800.00").then().statusCode(409).body("type", endsWith("revision-open"));
        String adams = revisions.path("revisions[0].id");
        String baker = revisions.path("revisions[1].id");
        assertThat(said("RevisionProposed", adams)).containsExactly(ADAMS);

        UUID _ = procurement.accepts(adams, fund, ADAMS, "60.00");
        UUID _ = procurement.refuses(baker, fund, BAKER, "40.00", "15.00");
        awaitState(adams, "accepted");
        awaitState(baker, "refused");

        assertThat(said("AllocationRevised", adams)).containsExactly(ADAMS);
        assertThat(amounts()).containsExactly("540.00", "400.00");
        propose(null, BAKER, "60.01").then().statusCode(422).body("type", endsWith("reserve-too-small"));
        String back = propose(null, BAKER, "10.00")
                .then()
                .statusCode(201)
                .body("state", equalTo("accepted"))
                .body("fromSchool", nullValue())
                .extract()
                .path("id");
        assertThat(said("AllocationRevised", back)).containsExactly(BAKER);
        assertThat(said("RevisionProposed", back)).isEmpty();
        assertThat(amounts()).containsExactly("540.00", "410.00");
        String etag = when().get("/funds/{id}", fund).header("ETag");
        appropriate(fund, etag, "1000.00", "2018-03-28")
                .then()
                .statusCode(422)
                .body("type", endsWith("adopted-differs"));
        appropriate(fund, etag, "950.00", "2018-03-28").then().statusCode(200);
        lower("800.00").then().statusCode(409).body("type", endsWith("too-late-to-revise"));
    }

    @Test
    void only_the_budget_office_lowers_the_allocations_of_a_fund_that_was_published() {
        lowerAs("partnerships-team", fund, "900.00").then().statusCode(403);
        lowerAs("budget-office", UUID.randomUUID().toString(), "900.00")
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-fund"));
        String open = openFund("Another", "10.00").then().extract().path("id");
        lowerAs("budget-office", open, "9.00").then().statusCode(409).body("type", endsWith("nothing-to-revise"));
    }

    @Test
    void a_fund_that_is_retrued_follows_the_october_count_as_far_as_the_ledger_gives() {
        String retrued = publishedAndRetrued();
        String october = over(retrued, counted(250, 250, 100, "2017-10-01"), TOP_TWO);

        var first = retrue(retrued, october)
                .then()
                .statusCode(201)
                .header("Location", endsWith("/funds/%s/revisions".formatted(retrued)))
                .body("scenarioId", equalTo(october))
                .body("countedOn", equalTo("2017-10-01"))
                .body("revisions.fromSchool", equalTo(List.of(ADAMS)))
                .body("revisions[0].amount.amount", equalTo("100.00"))
                .body("revisions[0].state", equalTo("proposed"))
                .body(
                        "revisions[0].reason",
                        equalTo(
                                "The count is certified. October count as of 2017-10-01: 250 pupils instead of 300, by the same rules $500.00 instead of $600.00."))
                .body("missing.amount", equalTo("100.00"))
                .extract();
        String gives = first.path("revisions[0].id");
        assertThat(said("RevisionProposed", gives)).containsExactly(ADAMS);
        assertThat(amounts(retrued)).containsExactly("600.00", "400.00");
        retrue(retrued, october).then().statusCode(409).body("type", endsWith("revision-open"));

        UUID _ = procurement.accepts(gives, retrued, ADAMS, "100.00");
        awaitState(retrued, gives, "accepted");
        assertThat(amounts(retrued)).containsExactly("500.00", "400.00");
        String receives = retrue(retrued, october)
                .then()
                .statusCode(201)
                .body("revisions.toSchool", equalTo(List.of(BAKER)))
                .body("revisions[0].amount.amount", equalTo("100.00"))
                .body("revisions[0].state", equalTo("accepted"))
                .body("missing.amount", equalTo("0.00"))
                .extract()
                .path("revisions[0].id");

        assertThat(said("AllocationRevised", receives)).containsExactly(BAKER);
        assertThat(amounts(retrued)).containsExactly("500.00", "500.00");
        retrue(retrued, october).then().statusCode(409).body("type", endsWith("nothing-to-retrue"));
        when().get("/funds/{id}", retrued).then().body("retruedToOctober", equalTo(true));
        String etag = when().get("/funds/{id}", retrued).header("ETag");
        appropriate(retrued, etag, "1000.00", "2018-03-28").then().statusCode(200);
        retrue(retrued, october).then().statusCode(409).body("type", endsWith("too-late-to-revise"));
    }

    @Test
    void what_is_no_count_or_more_than_a_count_retrues_nothing() {
        String retrued = publishedAndRetrued();
        String count = counted(250, 250, 100, "2017-10-01");

        retrue(retrued, UUID.randomUUID().toString()).then().statusCode(422).body("type", endsWith("unknown-scenario"));
        retrue(retrued, scenario).then().statusCode(422).body("type", endsWith("unknown-scenario"));
        retrue(retrued, over(retrued, enrollment, TOP_TWO))
                .then()
                .statusCode(422)
                .body("type", endsWith("not-an-october-count"));
        retrue(retrued, over(retrued, count, "{\"kind\": \"top\", \"schools\": 3}"))
                .then()
                .statusCode(422)
                .body("type", endsWith("other-rules"));
        retrue(retrued, over(retrued, counted(250, 0, 100, "2016-10-01"), TOP_TWO))
                .then()
                .statusCode(422)
                .body("type", endsWith("serves-other-schools"))
                .body("detail", containsString("00350002, 00350003"));
        retrueAs("budget-office", retrued, "{\"scenarioId\": null, \"reason\": \" \"}")
                .then()
                .statusCode(400)
                .body("type", endsWith("invalid-request"))
                .body("violations.field", containsInAnyOrder("scenarioId", "reason"));

        budgetOffice().get("/funds/{f}/revisions", retrued).then().body("items", hasSize(0));
    }

    @Test
    void only_the_budget_office_retrues_and_only_a_fund_that_was_opened_for_it_and_published() {
        String october = over(fund, counted(250, 250, 100, "2017-10-01"), TOP_TWO);

        retrue(fund, october).then().statusCode(409).body("type", endsWith("fund-not-retrued"));
        when().get("/funds/{id}", fund).then().body("retruedToOctober", equalTo(false));
        String open = openRetruedFund("Not published", "10.00").then().extract().path("id");
        retrue(open, october).then().statusCode(409).body("type", endsWith("nothing-to-revise"));
        retrue(UUID.randomUUID().toString(), october).then().statusCode(404).body("type", endsWith("no-such-fund"));
        retrueAs("partnerships-team", fund, retruing(october)).then().statusCode(403);
        given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(retruing(october))
                .post("/funds/{id}/revisions/retruing", fund)
                .then()
                .statusCode(401);
        budgetOffice()
                .contentType("application/json")
                .body(retruing(october))
                .post("/funds/{id}/revisions/retruing", fund)
                .then()
                .statusCode(400)
                .body("type", endsWith("idempotency-key-missing"));
    }

    /** Another fund with the setting: Adams $600.00, Baker $400.00. */
    private String publishedAndRetrued() {
        String retrued =
                openRetruedFund("Follows October", "1000.00").then().extract().path("id");
        var computed = run(retrued, index, enrollment, TOP_TWO);
        publish(computed.path("id"), computed.header("ETag")).then().statusCode(200);
        return retrued;
    }

    private static String counted(int adams, int baker, int curie, String day) {
        return importSchools("""
                        school_code,name,grades,enrolment,economically_disadvantaged,responsibility_centre,bps_location_code
                        00350001,Adams,K;01;02,%d,0,900001,4001
                        00350002,Baker,K;01;02,%d,0,900002,
                        00350003,Curie,K;01;02,%d,0,900003,4003
                        """.formatted(adams, baker, curie), "october", day)
                .then()
                .statusCode(201)
                .extract()
                .path("snapshot.id");
    }

    private String over(String fund, String enrollment, String eligibility) {
        return run(fund, index, enrollment, eligibility)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response retrue(String fund, String october) {
        return retrueAs("budget-office", fund, retruing(october));
    }

    private static String retruing(String october) {
        return "{\"scenarioId\": \"%s\", \"reason\": \"The count is certified.\"}".formatted(october);
    }

    private static Response retrueAs(String role, String fund, String body) {
        return as(role).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/funds/{id}/revisions/retruing", fund);
    }

    private Response lower(String to) {
        return lowerAs("budget-office", fund, to);
    }

    private static Response lowerAs(String role, String fund, String to) {
        return as(role).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"to": {"amount": "%s", "currency": "USD"}, "reason": "The School Committee adopted less."}
                        """.formatted(to))
                .post("/funds/{id}/revisions/reductions", fund);
    }

    @ParameterizedTest(name = "{2} from {0} to {1} is {3} {4}")
    @CsvSource({
        "00350001, 00350002, 600.00, 422, more-than-allocated",
        "00350001, 00350002, 0.00, 422, revision-of-nothing",
        "00350001, 00350001, 1.00, 422, revision-within-one-school",
        "00350001, 00350003, 1.00, 422, school-not-funded",
        "00359999, 00350001, 1.00, 422, school-not-funded",
        "0035, 00350001, 1.00, 400, invalid-request",
        "00350001, 00350002, 1.001, 400, malformed-json",
    })
    void what_cannot_move_is_refused(String from, String to, String dollars, int status, String problem) {
        propose(from, to, dollars).then().statusCode(status).body("type", endsWith(problem));

        budgetOffice().get("/funds/{f}/revisions", fund).then().body("items", hasSize(0));
    }

    @Test
    void every_list_of_a_fund_or_scenario_tells_what_changed_since() {
        propose(ADAMS, BAKER, "50.00").then().statusCode(201);

        for (String list : LISTS) {
            String id = list.startsWith("/funds") ? fund : scenario;
            budgetOffice()
                    .get(list + "?modifiedAfter=2000-01-01T00:00:00Z", id)
                    .then()
                    .statusCode(200)
                    .body("items", not(empty()));
            budgetOffice()
                    .get(list + "?modifiedAfter=2100-01-01T00:00:00Z", id)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
    }

    @Test
    void a_school_is_part_of_one_open_revision_at_a_time() {
        String id = propose(ADAMS, BAKER, "50.00").then().extract().path("id");

        propose(BAKER, ADAMS, "1.00")
                .then()
                .statusCode(409)
                .body("type", endsWith("revision-open"))
                .body("detail", containsString(id));
    }

    @Test
    void only_the_budget_office_moves_money_and_only_in_a_fund_that_was_published() {
        given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body(ADAMS, BAKER, "1.00"))
                .post("/funds/{id}/revisions", fund)
                .then()
                .statusCode(401);
        proposeAs("partnerships-team", fund, ADAMS, CURIE, "1.00").then().statusCode(403);
        String open = openFund("Another", "10.00").then().extract().path("id");
        proposeAs("budget-office", open, ADAMS, BAKER, "1.00")
                .then()
                .statusCode(409)
                .body("type", endsWith("nothing-to-revise"));
        proposeAs("budget-office", UUID.randomUUID().toString(), ADAMS, BAKER, "1.00")
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-fund"));
        when().get("/funds/{id}/revisions", open).then().statusCode(404).body("type", endsWith("no-such-fund"));
    }

    private Response propose(@Nullable String from, String to, String dollars) {
        return proposeAs("budget-office", fund, from, to, dollars);
    }

    private static Response proposeAs(String role, String fund, @Nullable String from, String to, String dollars) {
        return as(role).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body(from, to, dollars))
                .post("/funds/{id}/revisions", fund);
    }

    private static String body(@Nullable String from, String to, String dollars) {
        return """
                {%s"toSchool": "%s", "amount": {"amount": "%s", "currency": "USD"},
                 "reason": "Projected enrolment was corrected."}
                """.formatted(from == null ? "" : "\"fromSchool\": \"%s\", ".formatted(from), to, dollars);
    }

    private List<String> amounts() {
        return amounts(fund);
    }

    private static List<String> amounts(String fund) {
        return given().queryParam("fundId", fund)
                .queryParam("funded", true)
                .get("/allocations")
                .jsonPath()
                .getList("items.amount.amount", String.class);
    }

    private void awaitState(String revision, String state) {
        awaitState(fund, revision, state);
    }

    private static void awaitState(String fund, String revision, String state) {
        soon().untilAsserted(() -> budgetOffice()
                .get("/funds/{f}/revisions/{r}", fund, revision)
                .then()
                .body("state", equalTo(state)));
    }

    private static void awaitHeard(UUID event) {
        soon().untilAsserted(() -> assertThat(
                        Tables.texts("SELECT event_id FROM inbox WHERE event_id = ?", event.toString()))
                .hasSize(1));
    }

    private static List<String> said(String event, String revision) {
        return Tables.texts(
                "SELECT subject FROM event_log WHERE type = ? AND payload LIKE ? ORDER BY seq",
                "org.partnershipfund.allocation.%s.v1".formatted(event),
                "%" + revision + "%");
    }

    private static List<String> deadReason(UUID event) {
        return Tables.texts("SELECT reason FROM dead_letter WHERE event_id = ? AND state = 'dead'", event.toString());
    }

    /** Later events of the school wait behind its dead letter, also those of the next test. */
    private static void discard(UUID event) {
        String id = Tables.texts("SELECT id FROM dead_letter WHERE event_id = ?", event.toString())
                .getFirst();
        as("operator")
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"reason\": \"a test\"}")
                .post("/dead-letters/{id}/discard", id)
                .then()
                .statusCode(200);
    }
}
