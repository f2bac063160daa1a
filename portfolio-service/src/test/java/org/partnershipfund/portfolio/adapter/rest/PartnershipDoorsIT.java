package org.partnershipfund.portfolio.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.DIRECTOR;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.STRANGER;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.TEAM_LEAD;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.as;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.partner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.post;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.put;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerPartner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerProgram;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.team;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.today;
import static org.partnershipfund.portfolio.adapter.rest.SpokenEvents.say;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.adapter.Tables;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswers;
import org.partnershipfund.testkit.Tokens;

/** Partnerships through the doors and from executed contracts (policy catalogue §5 and §6). */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
class PartnershipDoorsIT {

    private static final String PERKINS = "00350231";
    private static final String LEE = "00350001";
    private static final String LEADER = "leader-of-perkins";
    private static final int THIS_YEAR = FiscalYear.of(today()).endYear();

    private String program = "";

    @BeforeEach
    void a_program_and_two_schools_one_with_its_leader() {
        String alliance = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");
        registerPartner(STRANGER, "Another").then().statusCode(201);
        program = registerProgram(DIRECTOR, alliance, "Harbor Homework Club").path("id");
        upload(team(TEAM_LEAD), """
                        school_code,name,neighborhood,latitude,longitude,need
                        00350231,Michael J Perkins,South Boston,42.331187,-71.058071,0.82
                        00350001,Lee Academy,Dorchester,,,
                        """, "/schools/imports").then().statusCode(201);
        say(Events.COUNCIL_SEAT_TAKEN, PERKINS, """
                {"seatId": "%s", "schoolCode": "%s", "leads": true, "member": {"issuer": "%s", "subject": "%s"},
                 "from": "2017-10-15", "until": null, "cancelled": false, "takenAt": "2017-10-15T15:00:00Z"}
                """.formatted(UUID.randomUUID(), PERKINS, Tokens.ISSUER, LEADER));
        soon().untilAsserted(() -> assertThat(Tables.texts(
                        "SELECT school_code FROM scope_record WHERE subject = ? AND role = 'school-leader'", LEADER))
                .containsExactly(PERKINS));
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void school_partner_and_team_register_and_everybody_sees_all_but_the_reference_of_the_agreement() {
        String id = register(leader(), PERKINS, THIS_YEAR)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("programName", equalTo("Harbor Homework Club"))
                .body("schoolName", equalTo("Michael J Perkins"))
                .body("agreement.reference", equalTo("MOU 117"))
                .extract()
                .path("id");
        register(partner(DIRECTOR), PERKINS, THIS_YEAR + 1).then().statusCode(201);
        register(team(TEAM_LEAD), LEE, THIS_YEAR).then().statusCode(201);

        when().get("/partnerships/{id}", id)
                .then()
                .statusCode(200)
                .body("agreementOnFile", equalTo(true))
                .body("agreement", nullValue())
                .body("schedule[0].day", equalTo("monday"))
                .body("pupils", equalTo(60))
                .body("illustrative", equalTo(false));
        partner(DIRECTOR).get("/partnerships/{id}", id).then().body("agreement.signedOn", equalTo("2018-07-02"));
        as("records-auditor").get("/partnerships/{id}", id).then().body("agreement.reference", equalTo("MOU 117"));
        partner(STRANGER).get("/partnerships/{id}", id).then().body("agreement", nullValue());
        assertThat(Tables.texts(
                        "SELECT payload FROM event_log WHERE type LIKE '%.PartnershipRegistered.v1' AND subject = ?",
                        id))
                .hasSize(1)
                .first()
                .asString()
                .contains("school-budget", PERKINS);
    }

    @Test
    void how_few_pupils_there_are_is_for_those_who_speak_for_the_partnership() {
        String few = post(
                        leader(), body(PERKINS, THIS_YEAR).replace("\"pupils\": 60", "\"pupils\": 3"), "/partnerships")
                .then()
                .statusCode(201)
                .body("pupils", equalTo(3))
                .extract()
                .path("id");

        when().get("/partnerships/{id}", few)
                .then()
                .body("fewPupils", equalTo(true))
                .body("pupils", nullValue());
        when().get("/partnerships").then().body("items[0].pupils", nullValue());
        partner(STRANGER).get("/partnerships/{id}", few).then().body("pupils", nullValue());
        partner(DIRECTOR).get("/partnerships/{id}", few).then().body("pupils", equalTo(3));
        when().get("/programs/search").then().body("items[0].capacityLeft", equalTo(390));
    }

    @Test
    void nobody_else_registers_and_nothing_twice() {
        register(leader(), PERKINS, THIS_YEAR).then().statusCode(201);

        ProblemAnswers.check(register(partner(DIRECTOR), PERKINS, THIS_YEAR), 409, "partnership-exists");
        ProblemAnswers.check(register(leader(), LEE, THIS_YEAR), 404, "not-your-partnership");
        ProblemAnswers.check(register(partner(STRANGER), LEE, THIS_YEAR), 404, "not-your-partnership");
        ProblemAnswers.check(register(as("budget-office"), LEE, THIS_YEAR), 403, "not-allowed");
        ProblemAnswers.check(register(given(), LEE, THIS_YEAR), 401, "not-signed-in");
        ProblemAnswers.check(register(team(TEAM_LEAD), "00350009", THIS_YEAR), 404, "school-not-in-catalogue");
        ProblemAnswers.check(register(leader(), PERKINS, THIS_YEAR - 1), 422, "year-not-open");
        ProblemAnswers.check(
                post(
                        team(TEAM_LEAD),
                        body(LEE, THIS_YEAR).replace("school-budget", "partnership-fund"),
                        "/partnerships"),
                422,
                "fund-without-contract");
        ProblemAnswers.check(
                post(
                        team(TEAM_LEAD),
                        body(LEE, THIS_YEAR).replace(program, UUID.randomUUID().toString()),
                        "/partnerships"),
                404,
                "no-such-program");
        ProblemAnswers.check(
                post(team(TEAM_LEAD), body(LEE, THIS_YEAR).replace("2018-07-02", "2199-07-02"), "/partnerships"),
                422,
                "agreement-in-the-future");
        ProblemAnswers.check(
                post(team(TEAM_LEAD), body(LEE, THIS_YEAR).replace("school-budget", "lottery"), "/partnerships"),
                400,
                "invalid-request");
    }

    @Test
    void who_takes_part_says_more_and_the_school_verifies_and_rates_while_the_year_runs() {
        String id = register(partner(DIRECTOR), PERKINS, THIS_YEAR).path("id");
        String path = "/partnerships/" + id;
        String more = details().replace("60", "75").replace("school-budget", "other");

        put(partner(DIRECTOR), "\"1\"", more, path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("pupils", equalTo(75));
        put(leader(), "\"2\"", more, path).then().statusCode(200).header("ETag", "\"2\"");
        ProblemAnswers.check(put(partner(STRANGER), "\"2\"", more, path), 404, "no-such-partnership");
        ProblemAnswers.check(put(leader(), "\"1\"", more, path), 412, "stale-state");
        ProblemAnswers.check(leader().contentType("application/json").body(more).put(path), 428, "if-match-missing");

        String verdict = "{\"rating\": \"meets\"}";
        ProblemAnswers.check(put(partner(DIRECTOR), "\"2\"", verdict, path + "/verdict"), 403, "not-allowed");
        ProblemAnswers.check(put(team(TEAM_LEAD), "\"2\"", verdict, path + "/verdict"), 403, "not-allowed");
        ProblemAnswers.check(
                put(
                        given().auth().oauth2(Tokens.of("leader-of-nothing", "school-leader")),
                        "\"2\"",
                        verdict,
                        path + "/verdict"),
                404,
                "no-such-partnership");
        ProblemAnswers.check(
                put(leader(), "\"2\"", "{\"rating\": \"great\"}", path + "/verdict"), 400, "invalid-request");
        put(leader(), "\"2\"", verdict, path + "/verdict")
                .then()
                .statusCode(200)
                .body("verified", equalTo(true))
                .body("rating", equalTo("meets"));
        given().queryParam("verified", true).get("/partnerships").then().body("items", hasSize(1));
        put(partner(DIRECTOR), "\"3\"", more.replace("75", "400"), path)
                .then()
                .statusCode(200)
                .body("verified", equalTo(false));

        String before = register(team(TEAM_LEAD), PERKINS, THIS_YEAR - 1).path("id");
        ProblemAnswers.check(
                put(leader(), "\"1\"", verdict, "/partnerships/" + before + "/verdict"), 409, "not-the-time-to-verify");
        ProblemAnswers.check(put(leader(), "\"1\"", more, "/partnerships/" + before), 409, "year-is-over");
        put(team(TEAM_LEAD), "\"1\"", more, "/partnerships/" + before).then().statusCode(200);
    }

    @Test
    void an_executed_contract_registers_a_partnership_or_takes_over_the_one_that_is_there() {
        String there = register(leader(), PERKINS, THIS_YEAR).path("id");
        UUID contract = UUID.randomUUID();

        say(Events.CONTRACT_EXECUTED, "garbage", "{\"contractId\": 7");
        execute(UUID.randomUUID(), contract, program);
        execute(UUID.randomUUID(), contract, program);
        execute(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID().toString());

        soon().untilAsserted(() -> given().queryParam("funding", "partnership-fund")
                .get("/partnerships")
                .then()
                .body("items", hasSize(2)));
        when().get("/partnerships/{id}", there)
                .then()
                .body("funding", equalTo("partnership-fund"))
                .body("contractIds", equalTo(List.of(contract.toString())))
                .body("pupils", equalTo(60));
        given().queryParam("schoolCode", LEE)
                .get("/partnerships")
                .then()
                .body("items", hasSize(1))
                .body("items[0].pupils", nullValue())
                .body("items[0].contractIds", equalTo(List.of(contract.toString())));
        String etag = when().get("/partnerships/{id}", there).header("ETag");
        ProblemAnswers.check(put(leader(), etag, details(), "/partnerships/" + there), 409, "funded-by-contract");
        soon().untilAsserted(() -> assertThat(
                        Tables.texts("SELECT reason FROM dead_letter WHERE reason LIKE '%there is no program%'"))
                .isNotEmpty());
    }

    @Test
    void the_team_registers_a_year_by_the_file_and_the_statistics_count_it() {
        String header = "school_code,partner_name,program_name,funding,pupils,schedule,agreement,agreement_on\n";
        String line = "%s,Harbor Youth Alliance,Harbor Homework Club,no-cost,60,monday 15:00-17:30,MOU 1,2017-09-05\n"
                .formatted(PERKINS);
        String path = "/partnerships/imports";

        ProblemAnswers.check(upload(as("partner"), header + line, path), 403, "not-allowed");
        year(team(TEAM_LEAD))
                .queryParam("dryRun", true)
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(header
                        + line
                        + line
                        + line.replace(PERKINS, "00350009")
                        + line.replace("Club", "Circle")
                        + line.replace("no-cost", "free").replace(PERKINS, LEE)
                        + line.replace("2017-09-05", "").replace(PERKINS, LEE))
                .post(path)
                .then()
                .statusCode(200)
                .body("faults.line", containsInAnyOrder(3, 4, 5, 6, 7))
                .body("faultCount", equalTo(5))
                .body("faults.find { it.line == 7 }.reason", containsString("both or neither"));
        ProblemAnswers.check(upload(year(team(TEAM_LEAD)), header + line + line, path), 400, "faulty-upload");
        upload(year(team(TEAM_LEAD)), header + line, path)
                .then()
                .statusCode(201)
                .body("lines", equalTo(1));

        given().queryParam("fiscalYear", 2018)
                .get("/partnerships")
                .then()
                .body("items[0].source", equalTo("Generated, for the test"))
                .body("items[0].illustrative", equalTo(true));
        given().accept("text/csv")
                .get("/partnerships")
                .then()
                .body(containsString("no-cost,60,false,monday 15:00-17:30"));
        assertThat(given().queryParam("fiscalYear", 2018)
                        .get("/partnerships/export")
                        .then()
                        .statusCode(200)
                        .header("Content-Type", startsWith("text/csv"))
                        .extract()
                        .asString()
                        .lines())
                .hasSize(2);
        assertThat(given().queryParam("fiscalYear", 2017)
                        .get("/partnerships/export")
                        .asString()
                        .lines())
                .hasSize(1);
        given().queryParam("fiscalYear", 2018)
                .get("/partnership-statistics")
                .then()
                .statusCode(200)
                .body("schools", equalTo(2))
                .body("partnerships", equalTo(1))
                .body("illustrative", equalTo(1))
                .body("perSchool", equalTo(0.5f))
                .body("median", equalTo(0.5f))
                .body("schoolsWithout.schoolCode", equalTo(List.of(LEE)))
                .body("byNeed", hasSize(0));
        given().queryParam("fiscalYear", 2018)
                .queryParam("serviceArea", "academic")
                .get("/partnership-statistics")
                .then()
                .body("partnerships", equalTo(0))
                .body("schoolsWithout", hasSize(2));
        when().get("/partnership-statistics").then().body("fiscalYear", equalTo(THIS_YEAR));
    }

    private static RequestSpecification year(RequestSpecification who) {
        return who.queryParam("fiscalYear", 2018)
                .queryParam("source", "Generated, for the test")
                .queryParam("illustrative", true);
    }

    private static RequestSpecification leader() {
        return given().auth().oauth2(Tokens.of(LEADER, "school-leader"));
    }

    private Response register(RequestSpecification who, String school, int year) {
        return post(who, body(school, year), "/partnerships");
    }

    private String body(String school, int year) {
        return "{\"programId\": \"%s\", \"schoolCode\": \"%s\", \"fiscalYear\": %d, \"details\": %s}"
                .formatted(program, school, year, details());
    }

    private static String details() {
        return """
                {"funding": "school-budget", "pupils": 60,
                 "schedule": [{"day": "monday", "from": "15:00", "until": "17:30"}],
                 "agreement": {"reference": "MOU 117", "signedOn": "2018-07-02"}}
                """;
    }

    private void execute(UUID process, UUID contract, String ofProgram) {
        String share = """
                {"schoolCode": "%s", "selectionId": "018f3b5e-0000-7000-8000-000000000601",
                 "lineId": "018f3b5e-0000-7000-8000-000000000501", "amount": {"amount": "10.00", "currency": "USD"}}
                """;
        say(Events.CONTRACT_EXECUTED, process.toString(), """
                {"contractId": "%s", "processId": "%s", "fundId": "018f3b5e-0000-7000-8000-000000002019",
                 "fiscalYear": %d, "programId": "%s", "partnerId": "018f3b5e-0000-7000-8000-000000000301",
                 "amount": {"amount": "30.00", "currency": "USD"}, "startsOn": "2018-07-01", "endsOn": "2019-06-30",
                 "shares": [%s, %s, %s], "executedAt": "2018-07-02T15:00:00Z"}
                """.formatted(
                        contract,
                        process,
                        THIS_YEAR,
                        ofProgram,
                        share.formatted(PERKINS),
                        share.formatted(PERKINS),
                        share.formatted(LEE)));
    }

    private static Response upload(RequestSpecification who, String csv, String path) {
        return who.header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .body(csv)
                .post(path);
    }
}
