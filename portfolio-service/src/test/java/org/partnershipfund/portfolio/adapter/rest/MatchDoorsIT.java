package org.partnershipfund.portfolio.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.DIRECTOR;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.TEAM_LEAD;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.announceCycle;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.apply;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.as;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.post;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerPartner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.review;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.suspend;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.team;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.today;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.vet;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.adapter.Tables;
import org.partnershipfund.portfolio.fixtures.PolicyPage;
import org.partnershipfund.portfolio.matching.Item;
import org.partnershipfund.portfolio.matching.PointsTable;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswers;
import org.partnershipfund.testkit.Tokens;

/** Matching programs to a school through the doors (policy matching). */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
class MatchDoorsIT {

    private static final String PERKINS = "00350231";
    private static final String LEE = "00350001";
    private static final String LEADER = "matching-leader-of-perkins";
    private static final int THIS_YEAR = FiscalYear.of(today()).endYear();

    private static final String PROGRAMS = """
            partner_name,program_name,service_area,terms,description,grades,languages,capacity,pupils_per_adult,schedule,sites,prices_from,prices
            Harbor Youth Alliance,Harbor Homework Club,afterschool-and-recreation,enrichment,Homework help and games,K;1;2,en,400,15,monday 15:00-17:30,Pier Room|South Boston|42.331187|-71.058071,2017-09-01,pupil|per-pupil|100.00|One pupil;most|agreed|60000.00|A year
            Harbor Youth Alliance,Tide Tables,afterschool-and-recreation,,Games at the shore,2;3,,60,,,Annex|Dorchester|42.300000|-71.060000,2017-09-01,visit|flat|900.00|A visit
            Harbor Youth Alliance,Night Owls,afterschool-and-recreation,,For the oldest,12,,60,,,,2017-09-01,visit|flat|900.00|A visit
            Harbor Youth Alliance,Pier Sports,afterschool-and-recreation,sports,Suspended below,1;2,,60,,,,2017-09-01,visit|flat|900.00|A visit
            Harbor Youth Alliance,Newcomers,afterschool-and-recreation,,Not vetted yet,1;2,,60,,,,2017-09-01,visit|flat|900.00|A visit
            """;

    private static final String NEEDS = """
            {"goals": [{"serviceArea": "afterschool-and-recreation", "term": "enrichment"}], "grades": ["1", "2"],
             "pupils": 45, "times": [{"day": "monday", "from": "15:00", "until": "17:30"}], "languages": ["en", "es"],
             "budget": {"amount": "4000.00", "currency": "USD"}}
            """;

    @Inject
    PointsTable.Book points;

    @BeforeEach
    void five_programs_of_which_three_are_on_the_menu_and_a_school_with_its_leader() {
        registerPartner(DIRECTOR, "Harbor Youth Alliance").then().statusCode(201);
        upload(PROGRAMS, "/programs/imports");
        upload("""
                school_code,name,neighborhood,latitude,longitude,need
                00350231,Michael J Perkins,South Boston,42.331187,-71.058071,0.82
                00350001,Lee Academy,Dorchester,,,
                """, "/schools/imports");
        String cycle = announceCycle("Portfolio", today().minusDays(1), today().plusDays(1))
                .path("id");
        for (String name : List.of("Harbor Homework Club", "Tide Tables", "Night Owls", "Pier Sports")) {
            String application = apply(DIRECTOR, id(name), cycle).path("id");
            review(application);
            vet(application, "\"3\"", today(), today().plusYears(1)).then().statusCode(200);
            if (name.equals("Pier Sports")) {
                suspend(team(TEAM_LEAD), application, "\"4\"").then().statusCode(200);
            }
        }
        Tables.leads(LEADER, PERKINS);
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void the_menu_is_ranked_with_points_reasons_what_is_missing_and_the_price_for_the_school() {
        var answer = match(leader(), PERKINS, NEEDS).then().statusCode(200);

        answer.header("ETag", nullValue())
                .body("schoolCode", equalTo(PERKINS))
                .body("fiscalYear", equalTo(THIS_YEAR))
                .body("asOf", equalTo(today().toString()))
                .body("most", equalTo(90))
                .body("points.validFrom", equalTo("2017-07-01"))
                .body("points.source", startsWith("Ours"))
                .body("total", equalTo(2))
                .body("next", nullValue())
                .body("items.programName", equalTo(List.of("Harbor Homework Club", "Tide Tables")))
                .body("items.rank", equalTo(List.of(1, 2)));
        answer.body("items[0].score", equalTo(77))
                .body(
                        "items[0].rules.rule",
                        equalTo(List.of("goal", "grades", "places", "week", "budget", "languages", "where")))
                .body("items[0].rules.points", equalTo(List.of(35, 15, 10, 10, 0, 2, 5)))
                .body("items[0].rules.most", equalTo(List.of(35, 15, 10, 10, 10, 5, 5)))
                .body("items[0].rules[0].reason", equalTo("It does enrichment, which is a goal of the school."))
                .body("items[0].rules[0].missing", nullValue())
                .body(
                        "items[0].missing",
                        equalTo(List.of("It is over the budget by $500.00.", "It is not given in es.")))
                .body("items[0].price.code", equalTo("pupil"))
                .body("items[0].price.quantity", equalTo(45))
                .body("items[0].price.amount.amount", equalTo("4500.00"))
                .body("items[0].price.assumed", equalTo("For 45 pupils."))
                .body("items[0].otherPrices.code", equalTo(List.of("most")))
                .body("items[0].otherPrices[0].upTo", equalTo(true))
                .body("items[0].priceSheetVersion", equalTo(1))
                .body("items[0].vettedUntil", equalTo(today().plusYears(1).toString()));
        answer.body("items[1].rules.points", equalTo(List.of(20, 7, 10, 0, 10, 0, 0)))
                .body("items[1].missing[0]", equalTo("It does not say that it does enrichment."));
    }

    @Test
    void what_is_not_ranked_is_counted_and_listed_with_its_reason() {
        Map<String, Integer> counts = Map.of("suspended", 1, "not-on-the-menu", 1, "no-grade-in-common", 1);
        Response ranked = match(leader(), PERKINS, NEEDS);
        for (var count : counts.entrySet()) {
            assertThat(ranked.<Integer>path("excluded.find { it.reason == '%s' }.programs".formatted(count.getKey())))
                    .isEqualTo(count.getValue());
        }

        leader().contentType("application/json")
                .body(body(PERKINS, THIS_YEAR, NEEDS))
                .post("/matches/excluded")
                .then()
                .statusCode(200)
                .body("items.programName", equalTo(List.of("Night Owls", "Pier Sports", "Newcomers")))
                .body("items.reason", equalTo(List.of("no-grade-in-common", "suspended", "not-on-the-menu")))
                .body("items[0].sentence", equalTo("It serves none of the grades."));
        leader().contentType("application/json")
                .accept("text/csv")
                .body(body(PERKINS, THIS_YEAR, NEEDS))
                .post("/matches/excluded")
                .then()
                .statusCode(200)
                .body(startsWith("program_id,program_name,"));
    }

    @Test
    void pages_follow_and_miss_nothing() {
        Response first = match(leader().queryParam("limit", 1), PERKINS, NEEDS);
        first.then().body("items.rank", equalTo(List.of(1))).body("total", equalTo(2));
        Response second =
                match(leader().queryParam("limit", 1).queryParam("after", first.<String>path("next")), PERKINS, NEEDS);
        second.then().body("items.rank", equalTo(List.of(2))).body("next", nullValue());

        String next = null;
        for (String name : List.of("Night Owls", "Pier Sports", "Newcomers")) {
            var who = next == null ? leader() : leader().queryParam("after", next);
            Response page = who.queryParam("limit", 1)
                    .contentType("application/json")
                    .body(body(PERKINS, THIS_YEAR, NEEDS))
                    .post("/matches/excluded");
            page.then().body("items.programName", equalTo(List.of(name)));
            next = page.path("next");
        }
        assertThat(next).isNull();
        ProblemAnswers.check(
                match(leader().queryParam("after", "bm90LW91cnM"), PERKINS, NEEDS), 400, "invalid-parameter");
        ProblemAnswers.check(match(leader().queryParam("limit", 0), PERKINS, NEEDS), 400, "invalid-parameter");
    }

    @Test
    void places_are_what_other_schools_leave_and_a_few_pupils_count_as_ten() {
        partnership(LEE, 3);
        partnership(PERKINS, 20);

        Response ranked = match(leader(), PERKINS, NEEDS.replace("45", "51"));

        ranked.then()
                .body("items[1].programName", equalTo("Tide Tables"))
                .body("items[1].rules[2].reason", equalTo("It has 50 places left in FY%d.".formatted(THIS_YEAR)))
                .body("items[1].rules[2].missing", equalTo("It has places for 50 of 51 pupils."));
    }

    @Test
    void another_day_has_another_menu() {
        String tomorrow =
                "\"asOf\": \"%s\", \"needs\"".formatted(today().plusYears(1).plusDays(1));

        ask(leader(), body(PERKINS, THIS_YEAR, NEEDS).replace("\"needs\"", tomorrow))
                .then()
                .statusCode(200)
                .body("total", equalTo(0))
                .body("items", hasSize(0))
                .body("excluded.find { it.reason == 'not-on-the-menu' }.programs", equalTo(5));
    }

    @Test
    void nothing_is_kept_and_the_same_question_has_the_same_answer() {
        String first = match(leader(), PERKINS, NEEDS).asString();

        assertThat(match(leader(), PERKINS, NEEDS).asString()).isEqualTo(first);
        assertThat(Tables.texts("SELECT path FROM idempotency_key WHERE path LIKE '/matches%'"))
                .isEmpty();
    }

    @Test
    void a_school_is_matched_by_its_own_people_and_the_offices() {
        match(as("partnerships-team"), PERKINS, NEEDS).then().statusCode(200);
        match(as("budget-office"), LEE, NEEDS).then().statusCode(200);

        ProblemAnswers.check(match(leader(), LEE, NEEDS), 404, "no-school-to-match");
        ProblemAnswers.check(match(as("instructional-superintendent"), PERKINS, NEEDS), 404, "no-school-to-match");
        ProblemAnswers.check(match(as("partnerships-team"), "00350009", NEEDS), 404, "no-school-to-match");
        ProblemAnswers.check(match(as("partner"), PERKINS, NEEDS), 403, "not-allowed");
        ProblemAnswers.check(match(given(), PERKINS, NEEDS), 401, "not-signed-in");
        ProblemAnswers.check(
                leader().contentType("application/json")
                        .body(body(LEE, THIS_YEAR, NEEDS))
                        .post("/matches/excluded"),
                404,
                "no-school-to-match");
    }

    @Test
    void what_cannot_be_matched_is_refused_with_field_value_and_remedy() {
        for (var wrong : Map.of(
                        "\"goals\": []", "needs.goals",
                        "\"goals\": [{\"serviceArea\": \"music\"}]", "needs.goals[0].serviceArea",
                        "\"goals\": [{\"serviceArea\": \"academic\", \"term\": \"latin\"}]", "needs.goals[0].term")
                .entrySet()) {
            Response answer = match(leader(), PERKINS, NEEDS.replaceFirst("\"goals\": \\[.*?\\]", wrong.getKey()));
            ProblemAnswers.check(answer, 400, "invalid-request");
            assertThat(answer.<String>path("violations[0].field")).isEqualTo(wrong.getValue());
        }
        Map.of(
                        "\"pupils\": 45", "\"pupils\": 0",
                        "\"grades\": [\"1\", \"2\"]", "\"grades\": [\"13\"]",
                        "\"es\"", "\"Spanish\"",
                        "\"budget\"", "\"sessions\": 0, \"budget\"")
                .forEach((right, wrong) -> ProblemAnswers.check(
                        match(leader(), PERKINS, NEEDS.replace(right, wrong)), 400, "invalid-request"));
        for (String wrong : List.of(NEEDS.replace("15:00", "18:00"), NEEDS.replace("4000.00", "0.00"))) {
            Response answer = match(leader(), PERKINS, wrong);
            ProblemAnswers.check(answer, 400, "malformed-json");
            assertThat(answer.<String>path("violations[0].reason")).startsWith("it must be ");
        }
        ProblemAnswers.check(ask(leader(), body(PERKINS, 1999, NEEDS)), 400, "invalid-request");
        ProblemAnswers.check(ask(leader(), body("231", THIS_YEAR, NEEDS)), 400, "invalid-request");
        ProblemAnswers.check(ask(leader(), "{"), 400, "malformed-json");
        ProblemAnswers.check(
                match(leader(), PERKINS, NEEDS.replace("\"pupils\"", "\"puppies\": 1, \"pupils\"")),
                400,
                "unknown-field");
        Response outside = match(leader(), PERKINS, NEEDS.replace("\"enrichment\"", "\"literacy\""));
        ProblemAnswers.check(outside, 422, "goal-outside-area");
        assertThat(outside.<String>path("detail")).contains("literacy", "afterschool-and-recreation", "academic");
    }

    @Test
    void the_points_are_those_of_the_policy_page() {
        Map<String, Integer> page = PolicyPage.table("matching.md", "### Points table").stream()
                .collect(toMap(row -> row.get(0), row -> Integer.valueOf(row.get(1))));

        for (LocalDate day : List.of(LocalDate.of(2000, 1, 1), LocalDate.of(2017, 7, 1), today())) {
            assertThat(points.on(day).validFrom()).isEqualTo("2017-07-01");
            assertThat(points.on(day).values().entrySet().stream()
                            .collect(toMap(entry -> entry.getKey().word(), Map.Entry::getValue)))
                    .isEqualTo(page)
                    .hasSize(Item.values().length);
        }
    }

    @Test
    void needs_are_sent_as_approval_service_keeps_them_and_a_question_needs_no_key() throws IOException {
        Path mine = Path.of("target", "openapi", "openapi.yaml");
        Path theirs = Path.of("..", "docs", "api", "approval-service.openapi.yaml");

        for (String schema : List.of("SchoolNeeds", "SchoolGoal", "Session")) {
            assertThat(below(mine, "    " + schema + ":")).isNotEmpty().isEqualTo(below(theirs, "    " + schema + ":"));
        }
        for (String door : List.of("  /matches:", "  /matches/excluded:")) {
            assertThat(below(mine, door)).isNotEmpty().noneMatch(line -> line.contains("Idempotency-Key"));
        }
    }

    /** The lines of a document that stand deeper than this one. */
    private static List<String> below(Path document, String heading) throws IOException {
        String deeper = " ".repeat(heading.length() - heading.stripLeading().length() + 1);
        return Files.readAllLines(document).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> line.startsWith(deeper))
                .toList();
    }

    private static RequestSpecification leader() {
        return given().auth().oauth2(Tokens.of(LEADER, "school-leader"));
    }

    private static Response match(RequestSpecification who, String school, String needs) {
        return ask(who, body(school, THIS_YEAR, needs));
    }

    private static Response ask(RequestSpecification who, String body) {
        return who.contentType("application/json").body(body).post("/matches");
    }

    private static String body(String school, int year, String needs) {
        return "{\"schoolCode\": \"%s\", \"fiscalYear\": %d, \"needs\": %s}".formatted(school, year, needs);
    }

    private static void partnership(String school, int pupils) {
        post(team(TEAM_LEAD), """
                {"programId": "%s", "schoolCode": "%s", "fiscalYear": %d,
                 "details": {"funding": "school-budget", "pupils": %d}}
                """.formatted(id("Tide Tables"), school, THIS_YEAR, pupils), "/partnerships")
                .then()
                .statusCode(201);
    }

    private static String id(String name) {
        return when().get("/programs").path("items.find { it.name == '%s' }.id".formatted(name));
    }

    private static void upload(String csv, String path) {
        team(TEAM_LEAD)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv; charset=utf-8")
                .body(csv)
                .post(path)
                .then()
                .statusCode(201);
    }
}
