package org.partnershipfund.portfolio.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.COLLEAGUE;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.DIRECTOR;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.REVIEWER;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.SECOND_REVIEWER;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.STRANGER;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.TEAM_LEAD;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.announceCycle;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.application;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.apply;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.as;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.category;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.partner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.post;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.put;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerPartner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerProgram;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.review;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.team;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.today;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.vet;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.portfolio.adapter.Tables;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswers;
import org.partnershipfund.testkit.Tokens;

/** From a cycle to the menu, through the doors. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
class VettingDoorsIT extends VettingStory {

    @Test
    void a_program_comes_onto_the_menu() {
        Response applied = apply(DIRECTOR, club, cycle);
        String id = applied.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("submitted"))
                .body("partnerId", equalTo(alliance))
                .body("answers.criterion", equalTo(List.of("quality", "safety")))
                .body("reviews", nullValue())
                .extract()
                .path("id");
        assertThat(applied.header("Location")).endsWith("/applications/" + id);

        review(team(REVIEWER), id, "meets", "none")
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("reviews", hasSize(1))
                .body("reviews[0].reviewer.subject", equalTo(REVIEWER))
                .body("reviews[0].round", equalTo(1))
                .body("reviews[0].ratings.rating", equalTo(List.of("exceeds", "meets")));
        review(team(SECOND_REVIEWER), id, "exceeds", "none")
                .then()
                .statusCode(201)
                .body("findings.rating", equalTo(List.of("exceeds", "meets")));
        when().get("/portfolio").then().body("items", hasSize(0));

        vet(id, "\"3\"", today(), today().plusYears(1))
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("state", equalTo("vetted"))
                .body("endedAt", notNullValue())
                .body("validFrom", equalTo(today().toString()));

        when().get("/portfolio")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].programId", equalTo(club))
                .body("items[0].partnerName", equalTo("Harbor Youth Alliance"))
                .body("items[0].partnerKind", equalTo("nonprofit"))
                .body("items[0].category", equalTo("afterschool-and-recreation"))
                .body("items[0].validUntil", equalTo(today().plusYears(1).toString()))
                .body("items[0].priceSheetVersion", equalTo(1))
                .body("items[0].prices[0].amount.amount", equalTo("60000.00"));
        given().queryParam("asOf", today().plusYears(1).toString())
                .get("/portfolio")
                .then()
                .body("items", hasSize(1));
        given().queryParam("asOf", today().plusYears(1).plusDays(1).toString())
                .get("/portfolio")
                .then()
                .body("items", hasSize(0));
        given().queryParam("asOf", today().minusDays(1).toString())
                .get("/portfolio")
                .then()
                .body("items", hasSize(0));
        given().queryParam("grade", "12").get("/portfolio").then().body("items", hasSize(0));
        given().queryParam("asOf", "soon").get("/portfolio").then().statusCode(400);
        given().accept("text/csv")
                .get("/portfolio")
                .then()
                .body(
                        containsString("program_id,program_name,partner_id,partner_name"),
                        containsString("year 60000.00 agreed|session 450.00 per-session"));
        given().queryParam("vetted", true).get("/programs").then().body("items.id", equalTo(List.of(club)));
        when().get("/programs/{id}", club).then().body("vetting.applicationId", equalTo(id));
        assertThat(events("ApplicationSubmitted")).hasSize(1);
        assertThat(events("ProgramVetted")).hasSize(1).first().asString().contains(id);
        assertThat(Tables.texts(
                        "SELECT action FROM audit_log WHERE subject = ? AND action <> 'ReviewsRead' ORDER BY seq", id))
                .containsExactly(
                        "ApplicationSubmitted", "ApplicationReviewed", "ApplicationReviewed", "ApplicationDecided");
    }

    @ParameterizedTest(name = "{0} instead of {1} is {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "afterschool-and-recreation | health-and-wellness | 422 | category-not-in-cycle",
                "afterschool-and-recreation | academic | 422 | category-not-served",
                "\"yearsOfDelivery\": 6 | \"yearsOfDelivery\": 1 | 422 | below-minimum",
                "\"safety\" | \"quality\" | 422 | answers-do-not-fit",
                "\"yearsOfDelivery\": 6 | \"yearsOfDelivery\": -1 | 400 | invalid-request",
                "afterschool-and-recreation | sports | 422 | category-not-in-cycle",
                "\"yearsOfDelivery\": 6 | \"yearsOfDelivery\": 6, \"ratios\": {\"1-8\": \"0:15\"} | 400 | malformed-json",
                "\"yearsOfDelivery\": 6 | \"yearsOfDelivery\": 6, \"ratios\": {\"1-8\": \"1:0\"} | 400 | malformed-json",
                "\"yearsOfDelivery\": 6 | \"yearsOfDelivery\": 6, \"days\": 0 | 400 | invalid-request",
            })
    void an_application_that_breaks_a_rule_is_refused(String good, String bad, int status, String problem) {
        ProblemAnswers.check(
                post(partner(DIRECTOR), application(club, cycle).replace(good, bad), "/applications"), status, problem);

        as("partnerships-team").get("/applications").then().body("items", hasSize(0));
        assertThat(events("ApplicationSubmitted")).isEmpty();
    }

    @Test
    void one_applies_with_a_program_of_one_s_own_in_a_cycle_that_is_open() {
        registerPartner(STRANGER, "Another").then().statusCode(201);
        String closed = announceCycle("Closed", today().minusDays(9), today().minusDays(2))
                .path("id");

        ProblemAnswers.check(apply(STRANGER, club, cycle), 422, "unknown-program");
        ProblemAnswers.check(apply(DIRECTOR, UUID.randomUUID().toString(), cycle), 422, "unknown-program");
        ProblemAnswers.check(apply(DIRECTOR, club, UUID.randomUUID().toString()), 422, "unknown-cycle");
        ProblemAnswers.check(apply(DIRECTOR, club, closed), 409, "cycle-not-open");
        ProblemAnswers.check(post(team(TEAM_LEAD), application(club, cycle), "/applications"), 403, "not-allowed");
    }

    @Test
    void one_applies_once_and_again_only_after_withdrawing() {
        String first = apply(DIRECTOR, club, cycle).path("id");
        ProblemAnswers.check(apply(DIRECTOR, club, cycle), 409, "already-applied");

        put(partner(DIRECTOR), "\"1\"", "{\"reason\": \"Too early\"}", "/applications/" + first + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"))
                .body("reasons", equalTo("Too early"));

        apply(DIRECTOR, club, cycle).then().statusCode(201);
        ProblemAnswers.check(
                put(partner(DIRECTOR), "\"2\"", "{}", "/applications/" + first + "/withdrawal"),
                409,
                "application-already-ended");
        given().spec(as("partnerships-team"))
                .queryParam("state", "withdrawn")
                .get("/applications")
                .then()
                .body("items.id", equalTo(List.of(first)));
    }

    @Test
    void of_many_applications_at_the_same_moment_one_is_kept() throws InterruptedException, ExecutionException {
        var start = new CountDownLatch(1);
        List<Integer> answers;
        try (var people = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> asked = Stream.generate(() -> people.submit(() -> {
                        start.await();
                        return apply(DIRECTOR, club, cycle).statusCode();
                    }))
                    .limit(4)
                    .toList();
            start.countDown();
            answers = List.of(
                    asked.get(0).get(),
                    asked.get(1).get(),
                    asked.get(2).get(),
                    asked.get(3).get());
        }

        assertThat(answers).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(events("ApplicationSubmitted")).hasSize(1);
    }

    @Test
    void the_applications_of_others_do_not_exist_for_a_partner() {
        registerPartner(STRANGER, "Another").then().statusCode(201);
        String id = apply(DIRECTOR, club, cycle).path("id");

        ProblemAnswers.check(partner(STRANGER).get("/applications/{id}", id), 404, "no-such-application");
        partner(STRANGER).get("/applications").then().statusCode(200).body("items", hasSize(0));
        partner(COLLEAGUE).get("/applications").then().statusCode(200).body("items", hasSize(0));
        ProblemAnswers.check(
                put(partner(STRANGER), "\"1\"", "{}", "/applications/" + id + "/withdrawal"),
                404,
                "no-such-application");
        partner(DIRECTOR).get("/applications").then().body("items.id", equalTo(List.of(id)));
        partner(DIRECTOR).get("/applications/{id}", id).then().statusCode(200).body("answers", hasSize(2));
        as("records-auditor")
                .get("/applications/{id}", id)
                .then()
                .statusCode(200)
                .body("reviews", hasSize(0));
        as("school-leader").get("/applications").then().statusCode(403);
        when().get("/applications").then().statusCode(401);
        given().spec(as("partnerships-team"))
                .queryParam("cycleId", cycle)
                .queryParam("programId", club)
                .accept("text/csv")
                .get("/applications")
                .then()
                .body(containsString(id), containsString("review_count"));
    }

    @Test
    void a_declared_tie_is_kept_and_its_person_neither_reviews_nor_decides() {
        String id = apply(DIRECTOR, club, cycle).path("id");

        post(team(REVIEWER), "{\"ratings\": [], \"tie\": \"board\"}", "/applications/" + id + "/reviews")
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("reviews", hasSize(0))
                .body("ties[0].person.subject", equalTo(REVIEWER))
                .body("ties[0].tie", equalTo("board"));

        ProblemAnswers.check(review(team(REVIEWER), id, "meets", "none"), 422, "tie-declared");
        ProblemAnswers.check(
                put(
                        team(REVIEWER),
                        "\"2\"",
                        "{\"outcome\": \"refused\", \"reasons\": \"Not good\"}",
                        "/applications/" + id + "/decision"),
                422,
                "tie-declared");
        given().spec(partner(DIRECTOR)).get("/applications/{id}", id).then().body("ties", nullValue());
        assertThat(Tables.texts(
                        "SELECT action || ' ' || coalesce(state_after, '') FROM audit_log WHERE subject = ? ORDER BY seq",
                        id))
                .anyMatch(line -> line.startsWith("TieDeclared"))
                .noneMatch(line -> line.contains("board"));
        review(team(TEAM_LEAD), id, "meets", "none").then().statusCode(201);
        review(team(SECOND_REVIEWER), id, "meets", "none").then().statusCode(201);
        vet(id, "\"4\"", today(), today().plusYears(1)).then().statusCode(200).body("ties", hasSize(1));
    }

    @Test
    void a_member_does_not_judge() {
        String id = apply(DIRECTOR, club, cycle).path("id");

        ProblemAnswers.check(review(team(DIRECTOR), id, "meets", "none"), 422, "acts-for-the-partner");
        ProblemAnswers.check(review(team(REVIEWER), id, "meets", "friend"), 400, "invalid-request");
        ProblemAnswers.check(review(partner(DIRECTOR), id, "meets", "none"), 403, "not-allowed");
        ProblemAnswers.check(
                review(team(REVIEWER), UUID.randomUUID().toString(), "meets", "none"), 404, "no-such-application");
        ProblemAnswers.check(
                post(
                        team(REVIEWER),
                        "{\"ratings\": [{\"criterion\": \"quality\", \"rating\": \"meets\", \"reason\": \"Seen\"}], \"tie\": \"none\"}",
                        "/applications/" + id + "/reviews"),
                422,
                "ratings-do-not-fit");
        review(team(REVIEWER), id, "meets", "none").then().statusCode(201);
        ProblemAnswers.check(review(team(REVIEWER), id, "exceeds", "none"), 409, "already-reviewed");
        ProblemAnswers.check(
                put(
                        given().auth().oauth2(Tokens.of(DIRECTOR, "partner", "partnerships-team")),
                        "\"2\"",
                        "{\"outcome\": \"refused\", \"reasons\": \"Mine\"}",
                        "/applications/" + id + "/decision"),
                422,
                "acts-for-the-partner");
        partner(DIRECTOR)
                .get("/applications/{id}", id)
                .then()
                .body("reviewCount", equalTo(1))
                .body("reviews", nullValue());
    }

    @Test
    void vetting_needs_two_reviewers_who_agree_and_days_and_is_final() {
        String id = apply(DIRECTOR, club, cycle).path("id");
        String path = "/applications/" + id + "/decision";

        ProblemAnswers.check(vet(id, "\"1\"", today(), today().plusDays(9)), 422, "too-few-reviews");
        review(team(REVIEWER), id, "does-not-meet", "none").then().statusCode(201);
        ProblemAnswers.check(vet(id, "\"1\"", today(), today().plusDays(9)), 412, "stale-state");
        ProblemAnswers.check(vet(id, "\"2\"", today(), today().plusDays(9)), 422, "too-few-reviews");
        review(team(COLLEAGUE), id, "meets", "none")
                .then()
                .statusCode(201)
                .body("findings.agreed", equalTo(List.of(true, false)));
        ProblemAnswers.check(vet(id, "\"3\"", today(), today().plusDays(9)), 422, "reviewers-disagree");
        ProblemAnswers.check(restate(TEAM_LEAD, id, "meets"), 409, "not-a-reviewer");
        ProblemAnswers.check(
                post(
                        team(REVIEWER),
                        "{\"ratings\": [{\"criterion\": \"cost\", \"rating\": \"meets\", \"reason\": \"Cheap\"}]}",
                        "/applications/" + id + "/restatements"),
                422,
                "ratings-do-not-fit");
        restate(COLLEAGUE, id, "does-not-meet")
                .then()
                .statusCode(201)
                .header("ETag", "\"4\"")
                .body("restatements[0].rating", equalTo("does-not-meet"))
                .body("restatements[0].reviewer.subject", equalTo(COLLEAGUE))
                .body("findings.rating", equalTo(List.of("exceeds", "does-not-meet")));
        ProblemAnswers.check(vet(id, "\"4\"", today(), today().plusDays(9)), 422, "criteria-not-met");
        restate(COLLEAGUE, id, "meets").then().statusCode(201);
        restate(REVIEWER, id, "meets")
                .then()
                .statusCode(201)
                .header("ETag", "\"6\"")
                .body("reviews[0].ratings.rating", equalTo(List.of("exceeds", "does-not-meet")))
                .body("findings.rating", equalTo(List.of("exceeds", "meets")));
        ProblemAnswers.check(vet(id, "\"6\"", today(), today().minusDays(1)), 422, "validity-does-not-fit");
        ProblemAnswers.check(vet(id, "\"6\"", today().minusDays(1), today().plusDays(1)), 422, "validity-does-not-fit");
        ProblemAnswers.check(
                put(team(TEAM_LEAD), "\"6\"", "{\"outcome\": \"vetted\", \"reasons\": \"Good\"}", path),
                422,
                "validity-does-not-fit");
        ProblemAnswers.check(
                put(team(TEAM_LEAD), "\"6\"", "{\"outcome\": \"refused\", \"reasons\": \" \"}", path),
                400,
                "invalid-request");
        ProblemAnswers.check(
                team(TEAM_LEAD)
                        .contentType("application/json")
                        .body("{\"outcome\": \"refused\", \"reasons\": \"No\"}")
                        .put(path),
                428,
                "if-match-missing");

        put(team(TEAM_LEAD), "\"6\"", "{\"outcome\": \"refused\", \"reasons\": \"Safety is not shown.\"}", path)
                .then()
                .statusCode(200)
                .body("state", equalTo("refused"))
                .body("reasons", equalTo("Safety is not shown."))
                .body("validFrom", nullValue());
        ProblemAnswers.check(vet(id, "\"7\"", today(), today().plusDays(9)), 409, "application-already-ended");
        ProblemAnswers.check(review(team(TEAM_LEAD), id, "meets", "none"), 409, "application-already-ended");
        partner(DIRECTOR)
                .get("/applications/{id}", id)
                .then()
                .body("reasons", equalTo("Safety is not shown."))
                .body("restatements", nullValue())
                .body("findings", nullValue());
        assertThat(events("ProgramVetted")).isEmpty();
        when().get("/portfolio").then().body("items", hasSize(0));
    }

    @Test
    void a_partner_says_that_it_applies_and_answers_later() {
        String id = post(partner(DIRECTOR), intent(), "/applications")
                .then()
                .statusCode(201)
                .body("state", equalTo("intended"))
                .body("round", equalTo(0))
                .body("submittedAt", nullValue())
                .extract()
                .path("id");
        assertThat(events("ApplicationSubmitted")).isEmpty();
        ProblemAnswers.check(review(team(REVIEWER), id, "meets", "none"), 409, "nothing-to-judge");
        ProblemAnswers.check(answer(DIRECTOR, id, "\"1\"", "cost"), 422, "answers-do-not-fit");
        ProblemAnswers.check(answer(DIRECTOR, id, "\"7\"", "safety"), 412, "stale-state");
        registerPartner(STRANGER, "Another").then().statusCode(201);
        ProblemAnswers.check(answer(STRANGER, id, "\"1\"", "safety"), 404, "no-such-application");

        answer(DIRECTOR, id, "\"1\"", "safety")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("submitted"))
                .body("submittedAt", notNullValue())
                .body("answers.criterion", equalTo(List.of("quality", "safety")));

        assertThat(events("ApplicationSubmitted")).hasSize(1);
        ProblemAnswers.check(answer(DIRECTOR, id, "\"2\"", "safety"), 409, "waits-for-the-team");
    }

    @Test
    void an_application_is_sent_back_answered_anew_and_reviewed_again() {
        String id = apply(DIRECTOR, club, cycle).path("id");
        review(id);
        ProblemAnswers.check(
                sendBack(TEAM_LEAD, id, "\"3\"", today().minusDays(1).toString()), 422, "due-day-past");
        ProblemAnswers.check(
                put(partner(DIRECTOR), "\"3\"", "{}", "/applications/" + id + "/change-request"), 403, "not-allowed");

        sendBack(TEAM_LEAD, id, "\"3\"", today().toString())
                .then()
                .statusCode(200)
                .body("state", equalTo("returned"))
                .body("dueOn", equalTo(today().toString()));
        partner(DIRECTOR)
                .get("/applications/{id}", id)
                .then()
                .body("changeRequests.what", equalTo(List.of("Say who supervises.")))
                .body("reviews", nullValue());
        ProblemAnswers.check(vet(id, "\"4\"", today(), today()), 409, "nothing-to-judge");
        answer(DIRECTOR, id, "\"4\"", "safety")
                .then()
                .statusCode(200)
                .body("state", equalTo("submitted"))
                .body("round", equalTo(2));
        ProblemAnswers.check(vet(id, "\"5\"", today(), today()), 422, "too-few-reviews");
        review(id);
        vet(id, "\"7\"", today(), today().plusDays(30))
                .then()
                .statusCode(200)
                .body("state", equalTo("vetted"))
                .body("reviews.round", equalTo(List.of(1, 1, 2, 2)));
        assertThat(events("ApplicationSubmitted")).hasSize(2);
        assertThat(Tables.texts(
                        "SELECT round || ' ' || text FROM answer WHERE application_id = ?::uuid AND criterion = 'safety' ORDER BY round",
                        id))
                .containsExactly("1 Two adults", "2 Three adults");
    }

    @Test
    void a_tie_is_to_the_partner_in_all_of_its_applications() {
        String tied = apply(DIRECTOR, club, cycle).path("id");
        post(team(REVIEWER), "{\"ratings\": [], \"tie\": \"family\"}", "/applications/" + tied + "/reviews")
                .then()
                .statusCode(201);
        String sailing = registerProgram(DIRECTOR, alliance, "Harbor Sailing").path("id");
        String other = apply(DIRECTOR, sailing, cycle).path("id");

        ProblemAnswers.check(review(team(REVIEWER), other, "meets", "none"), 422, "tie-declared");
        ProblemAnswers.check(sendBack(REVIEWER, other, "\"1\"", today().toString()), 422, "tie-declared");
        review(team(SECOND_REVIEWER), other, "meets", "none").then().statusCode(201);
        String stranger = registerPartner(STRANGER, "Another").path("id");
        String theirs = registerProgram(STRANGER, stranger, "Choir").path("id");
        String unrelated = apply(STRANGER, theirs, cycle).path("id");
        review(team(REVIEWER), unrelated, "meets", "none").then().statusCode(201);
    }

    @Test
    void the_summer_category_is_checked_by_its_numbers() {
        String summer = post(team(TEAM_LEAD), """
                        {"name": "Summer", "fiscalYear": 2019, "opensOn": "%s", "intentBy": "%s", "closesOn": "%s",
                         "categories": [{"code": "summer", "name": "5th Quarter",
                           "serviceAreas": ["afterschool-and-recreation", "academic"],
                           "minimums": {"years": 3, "days": 20, "hours": 80,
                                        "ratios": {"PK-K": "1:11", "1-8": "1:15", "9-12": "1:25"}},
                           "criteria": [{"code": "quality", "text": "Good"}, {"code": "safety", "text": "Safe"}],
                           "reviewers": 3}]}
                        """.formatted(today(), today(), today().plusDays(3)), "/cycles")
                .then()
                .statusCode(201)
                .body("categories[0].minimums.ratios.PK-K", equalTo("1:11"))
                .body("categories[0].reviewers", equalTo(3))
                .extract()
                .path("id");
        String little = intent().replace(cycle, summer)
                .replace("\"category\": \"afterschool-and-recreation\"", "\"category\": \"summer\", \"days\": 19");

        ProblemAnswers.check(post(partner(DIRECTOR), little, "/applications"), 422, "below-minimum");
        assertThat(post(partner(DIRECTOR), little, "/applications").<String>path("detail"))
                .contains(
                        "days at least 20, and the application says 19",
                        "hours at least 80, and the application says nothing",
                        "ratio PK-K at least 1:11",
                        "ratio 1-8 at least 1:15")
                .doesNotContain("9-12", "years");
        post(
                        partner(DIRECTOR),
                        little.replace(
                                "\"days\": 19",
                                "\"days\": 20, \"hours\": 80, \"ratios\": {\"PK-K\": \"2:22\", \"1-8\": \"1:10\"}"),
                        "/applications")
                .then()
                .statusCode(201)
                .body("ratios.PK-K", equalTo("2:22"))
                .body("hours", equalTo(80));
    }

    @Test
    void a_cycle_is_announced_once_with_the_district_s_years_unless_it_says() {
        when().get("/cycles/{id}", cycle)
                .then()
                .statusCode(200)
                .body("categories.code", equalTo(List.of("afterschool-and-recreation", "academic")))
                .body("categories[0].minimums.years", equalTo(2))
                .body("categories[0].minimums.days", nullValue())
                .body("categories[0].reviewers", equalTo(2))
                .body("categories[0].criteria.code", equalTo(List.of("quality", "safety")))
                .body("intentBy", nullValue());
        given().queryParam("fiscalYear", 2019).get("/cycles").then().body("items", hasSize(1));
        given().queryParam("fiscalYear", 2020).get("/cycles").then().body("items", hasSize(0));
        given().accept("text/csv")
                .get("/cycles")
                .then()
                .body(containsString("afterschool-and-recreation: quality, safety|academic: quality, safety"));

        ProblemAnswers.check(announceCycle("Portfolio", today(), today()), 409, "cycle-exists");
        ProblemAnswers.check(announceCycle("Beside it", today(), today()), 409, "cycles-overlap");
        ProblemAnswers.check(
                announceCycle("Backwards", today(), today().minusDays(1)), 422, "cycle-closes-before-it-opens");
        ProblemAnswers.check(announceCycle("Twice", today(), today(), "academic", "academic"), 422, "category-twice");
        ProblemAnswers.check(
                post(team(TEAM_LEAD), """
                        {"name": "Twice", "fiscalYear": 2019, "opensOn": "2017-10-02", "closesOn": "2017-10-20",
                         "categories": [%s]}
                        """.formatted(category("academic").replace("safety", "quality")), "/cycles"),
                422,
                "criterion-twice");
        ProblemAnswers.check(
                post(team(TEAM_LEAD), """
                        {"name": "Outside", "fiscalYear": 2019, "opensOn": "2017-10-02", "closesOn": "2017-10-20",
                         "intentBy": "2017-10-21", "categories": [%s]}
                        """.formatted(category("academic")), "/cycles"), 422, "intent-day-outside");
        ProblemAnswers.check(
                post(
                        team(TEAM_LEAD),
                        """
                        {"name": "One", "fiscalYear": 2019, "opensOn": "2017-10-02", "closesOn": "2017-10-20",
                         "categories": [%s]}
                        """.formatted(category("academic").replace("\"criteria\"", "\"reviewers\": 1, \"criteria\"")),
                        "/cycles"),
                400,
                "invalid-request");
        ProblemAnswers.check(post(partner(DIRECTOR), "{}", "/cycles"), 403, "not-allowed");
        ProblemAnswers.check(given().get("/cycles/{id}", UUID.randomUUID()), 404, "no-such-cycle");
    }

    private String intent() {
        return """
                {"programId": "%s", "cycleId": "%s", "category": "afterschool-and-recreation", "yearsOfDelivery": 6}
                """.formatted(club, cycle);
    }

    private static Response answer(String subject, String application, String etag, String criterion) {
        return put(partner(subject), etag, """
                {"answers": [{"criterion": "%s", "text": "Three adults"}, {"criterion": "quality", "text": "Observed"}]}
                """.formatted(criterion), "/applications/" + application + "/answers");
    }

    private static Response sendBack(String subject, String application, String etag, String dueOn) {
        return put(team(subject), etag, """
                {"what": "Say who supervises.", "dueOn": "%s"}
                """.formatted(dueOn), "/applications/" + application + "/change-request");
    }

    private static Response restate(String subject, String application, String safety) {
        return post(team(subject), """
                {"ratings": [{"criterion": "safety", "rating": "%s", "reason": "We looked again together."}]}
                """.formatted(safety), "/applications/" + application + "/restatements");
    }
}
