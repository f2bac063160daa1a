package org.partnershipfund.portfolio.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
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
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.program;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.put;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerPartner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.team;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.today;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.portfolio.adapter.Tables;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswers;

/** What programs say of themselves, one by one and by the file (policy catalogue §1 to §3). */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
class ProgramCatalogueIT {

    private static final String HEADER =
            "partner_name,program_name,service_area,terms,description,grades,languages,capacity,pupils_per_adult,schedule,sites,prices_from,prices\n";

    private static final String CLUB =
            "harbor YOUTH alliance,Harbor Homework Club,afterschool-and-recreation,enrichment;arts,Homework help,K;1;2,en;kea,400,15,monday 15:00-17:30;thursday 15:00-17:30,Harbor House|Dorchester|42.315312|-71.061544,2017-09-01,small|per-pupil|145.00|A small group|1-29;large|per-pupil|120.00|A large group|30-;whole|flat|9000.00|The whole school\n";

    private static final String READERS =
            "Harbor Youth Alliance,Harbor Readers,academic,,Reading in pairs,PK,,40,,,,2017-09-01,year|agreed|5000.00|One year\n";

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void a_program_says_how_where_and_when_it_is_given_and_for_how_many_a_price_counts() {
        String partner = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");
        String body = detailed("15", "17:30", "42.315312");

        String id = post(partner(DIRECTOR), body, "/partners/" + partner + "/programs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        when().get("/programs/{id}", id)
                .then()
                .body("terms", equalTo(List.of("enrichment", "arts")))
                .body("languages", equalTo(List.of("en", "kea")))
                .body("schedule.day", equalTo(List.of("monday", "thursday")))
                .body("schedule[0].until", equalTo("17:30"))
                .body("sites[0].neighborhood", equalTo("Dorchester"))
                .body("sites[0].latitude.toString()", startsWith("42.315"))
                .body("sites[1].latitude", nullValue())
                .body("pupilsPerAdult", equalTo(15))
                .body("priceSheet.prices[0].fromQuantity", nullValue())
                .body("priceSheet.prices[1].fromQuantity", equalTo(10))
                .body("priceSheet.prices[1].untilQuantity", equalTo(20));
        put(partner(DIRECTOR), "\"1\"", body, "/programs/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        put(partner(DIRECTOR), "\"1\"", detailed("12", "18:00", "42.315313"), "/programs/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("pupilsPerAdult", equalTo(12))
                .body("schedule[0].until", equalTo("18:00"))
                .body("sites", hasSize(2));
        given().accept("text/csv")
                .get("/programs")
                .then()
                .body(
                        containsString("monday 15:00-18:00|thursday 15:00-18:00"),
                        containsString("Harbor House (Dorchester)"),
                        containsString("session 450.00 per-session for 10 to 20"));
        assertThat(when().get("/programs/export")
                        .then()
                        .statusCode(200)
                        .header("Content-Disposition", containsString("programs.csv"))
                        .extract()
                        .asString())
                .isEqualTo(given().accept("text/csv").get("/programs").asString());
    }

    @ParameterizedTest(name = "{0} instead of {1}: {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"pupilsPerAdult\": 15 | \"pupilsPerAdult\": 0 | 400 | invalid-request",
                "\"until\": \"17:30\" | \"until\": \"15:00\" | 400 | malformed-json",
                "\"until\": \"17:30\" | \"until\": \"half past five\" | 400 | malformed-json",
                "\"monday\" | \"someday\" | 400 | malformed-json",
                "\"longitude\": -71.061544 | \"name\": \"x\" | 400 | malformed-json",
                "-71.061544 | -181 | 400 | invalid-request",
                "\"kea\" | \"Kriolu\" | 400 | invalid-request",
                "\"arts\" | \"crafts\" | 400 | invalid-request",
                "\"arts\" | \"literacy\" | 422 | term-of-another-area",
                "\"untilQuantity\": 20 | \"untilQuantity\": 9 | 422 | tier-not-possible",
                "\"450.00\" | \"450.005\" | 400 | malformed-json",
            })
    void what_cannot_be_is_not_registered(String good, String bad, int status, String problem) {
        String partner = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");
        String body = detailed("15", "17:30", "42.315312").replace(good, bad);

        ProblemAnswers.check(post(partner(DIRECTOR), body, "/partners/" + partner + "/programs"), status, problem);
    }

    @Test
    void the_team_imports_programs_of_all_partners_and_says_so_for_each() {
        registerPartner(DIRECTOR, "Harbor Youth Alliance").then().statusCode(201);

        upload(team(TEAM_LEAD), HEADER + CLUB + READERS, true)
                .then()
                .statusCode(200)
                .body("lines", equalTo(2))
                .body("faultCount", equalTo(0));
        when().get("/programs").then().body("items", hasSize(0));
        String digest = upload(team(TEAM_LEAD), HEADER + CLUB + READERS, false)
                .then()
                .statusCode(201)
                .body("lines", equalTo(2))
                .extract()
                .path("digest");

        String id = when().get("/programs")
                .then()
                .body("items.name", equalTo(List.of("Harbor Homework Club", "Harbor Readers")))
                .body("items[0].schedule", hasSize(2))
                .body("items[0].sites[0].name", equalTo("Harbor House"))
                .body("items[0].priceSheet.prices.code", equalTo(List.of("small", "large", "whole")))
                .body("items[0].priceSheet.prices[1].fromQuantity", equalTo(30))
                .extract()
                .path("items[0].id");
        assertThat(Tables.texts(
                        "SELECT payload FROM event_log WHERE type LIKE '%.ProgramRegistered.v1' AND subject = ?", id))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"flat\"", "\"fromQuantity\":30", "\"untilQuantity\":29");
        assertThat(Tables.texts("SELECT state_after FROM audit_log WHERE subject = ?", digest))
                .hasSize(1)
                .first()
                .asString()
                .contains("2");
    }

    @Test
    void a_file_with_faults_tells_all_of_them_and_registers_nothing() {
        registerPartner(DIRECTOR, "Harbor Youth Alliance").then().statusCode(201);
        upload(partner(DIRECTOR), HEADER + READERS, false).then().statusCode(201);
        String faulty = HEADER
                + CLUB
                + CLUB.replace("400,15", "400,0")
                + CLUB
                + READERS
                + CLUB.replace("harbor YOUTH alliance", "Nobody")
                + CLUB.replace("Club", "Circle").replace("enrichment;arts", "literacy")
                + CLUB.replace("Club", "Corner").replace("1-29", "29")
                + CLUB.replace("Club", "Hour").replace("145.00", "145.005");

        upload(team(TEAM_LEAD), faulty, true)
                .then()
                .statusCode(200)
                .body("lines", equalTo(8))
                .body("faultCount", equalTo(7))
                .body("faults.findAll { it.line == 3 }.column", equalTo(List.of("pupils_per_adult")))
                .body("faults.findAll { it.line == 4 }[0].reason", containsString("offers 'Harbor Homework Club'"))
                .body("faults.findAll { it.line == 5 }[0].reason", containsString("offers 'Harbor Readers'"))
                .body("faults.findAll { it.line == 6 }.column", equalTo(List.of("partner_name")))
                .body("faults.findAll { it.line == 7 }[0].reason", containsString("literacy"))
                .body("faults.findAll { it.line == 8 }[0].reason", containsString("tier"))
                .body("faults.findAll { it.line == 9 }[0].reason", containsString("two decimals"));
        ProblemAnswers.check(upload(team(TEAM_LEAD), faulty, false), 400, "faulty-upload");
        when().get("/programs").then().body("items", hasSize(1));
    }

    @Test
    void a_member_imports_for_its_own_partner_only() {
        registerPartner(DIRECTOR, "Harbor Youth Alliance").then().statusCode(201);
        registerPartner(STRANGER, "Another").then().statusCode(201);

        ProblemAnswers.check(upload(partner(STRANGER), HEADER + CLUB, false), 400, "faulty-upload");
        ProblemAnswers.check(upload(as("school-leader"), HEADER + CLUB, false), 403, "not-allowed");
        ProblemAnswers.check(upload(given(), HEADER + CLUB, false), 401, "not-signed-in");
        ProblemAnswers.check(
                team(TEAM_LEAD).contentType("text/csv").body(HEADER + CLUB).post("/programs/imports"),
                400,
                "idempotency-key-missing");
        when().get("/programs").then().body("items", hasSize(0));
    }

    @Test
    void a_file_has_at_most_ten_thousand_programs() {
        var tooLong = new StringBuilder(HEADER);
        for (int line = 0; line <= ProgramsCsv.MOST_LINES; line++) {
            tooLong.append(READERS);
        }

        ProblemAnswers.check(upload(team(TEAM_LEAD), tooLong.toString(), true), 413, "too-large");
    }

    private static Response upload(RequestSpecification who, String csv, boolean dryRun) {
        return who.header("Idempotency-Key", UUID.randomUUID())
                .queryParam("dryRun", dryRun)
                .contentType("text/csv")
                .body(csv)
                .post("/programs/imports");
    }

    private static String detailed(String pupilsPerAdult, String until, String latitude) {
        return program("Harbor Homework Club", today().minusDays(30), "60000.00")
                .replace(
                        "\"amount\": \"450.00\", \"currency\": \"USD\"}",
                        "\"amount\": \"450.00\", \"currency\": \"USD\"}, \"fromQuantity\": 10, \"untilQuantity\": 20")
                .replace("\"capacity\": 400,", """
                        "capacity": 400, "terms": ["arts", "enrichment"], "languages": ["kea", "en"],
                        "schedule": [{"day": "thursday", "from": "15:00", "until": "%2$s"},
                                     {"day": "monday", "from": "15:00", "until": "%2$s"}],
                        "sites": [{"name": "Harbor House", "neighborhood": "Dorchester",
                                   "latitude": %3$s, "longitude": -71.061544},
                                  {"name": "Pier Room", "neighborhood": "South Boston"}],
                        "pupilsPerAdult": %1$s,""".formatted(pupilsPerAdult, until, latitude));
    }
}
