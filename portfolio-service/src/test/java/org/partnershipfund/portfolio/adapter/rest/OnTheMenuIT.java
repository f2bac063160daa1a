package org.partnershipfund.portfolio.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.DIRECTOR;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.TEAM_LEAD;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.announceCycle;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.application;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.as;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.partner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.post;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.program;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.put;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.reinstate;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.review;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.suspend;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.team;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.today;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.vet;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswers;

/** Who is on the menu of a day: vetted, suspended, reinstated, soon to end (policy partner-vetting §5). */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
class OnTheMenuIT extends VettingStory {

    @Test
    void the_menu_shows_the_prices_of_its_day() {
        var _ = vetted(club);
        put(
                        partner(DIRECTOR),
                        "\"1\"",
                        program("Harbor Homework Club", today().plusDays(90), "65000.00"),
                        "/programs/" + club)
                .then()
                .statusCode(200);

        when().get("/portfolio").then().body("items[0].prices[0].amount.amount", equalTo("60000.00"));
        given().queryParam("asOf", today().plusDays(90).toString())
                .get("/portfolio")
                .then()
                .body("items[0].priceSheetVersion", equalTo(2))
                .body("items[0].prices[0].amount.amount", equalTo("65000.00"));
    }

    @Test
    void of_several_vettings_the_one_that_lasts_longest_counts() {
        var _ = vetted(club);
        String code = "afterschool-and-recreation.next";
        String next = announceCycle("Next", today(), today(), code).path("id");
        String id = post(
                        partner(DIRECTOR),
                        application(club, next).replace("\"afterschool-and-recreation\"", "\"" + code + "\""),
                        "/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        review(id);
        vet(id, "\"3\"", today(), today().plusYears(3)).then().statusCode(200);

        when().get("/portfolio")
                .then()
                .body("items", hasSize(1))
                .body("items[0].validUntil", equalTo(today().plusYears(3).toString()));
    }

    @Test
    void a_suspended_program_is_off_the_menu_until_it_is_reinstated() {
        String id = vetted(club);
        ProblemAnswers.check(reinstate(team(TEAM_LEAD), id, "\"4\""), 409, "not-suspended");
        ProblemAnswers.check(suspend(team(DIRECTOR), id, "\"4\""), 422, "acts-for-the-partner");
        ProblemAnswers.check(suspend(partner(DIRECTOR), id, "\"4\""), 403, "not-allowed");
        ProblemAnswers.check(
                suspend(team(TEAM_LEAD), UUID.randomUUID().toString(), "\"4\""), 404, "no-such-application");
        ProblemAnswers.check(
                put(team(TEAM_LEAD), "\"4\"", "{\"reasons\": \"\"}", "/applications/" + id + "/suspension"),
                400,
                "invalid-request");

        suspend(team(TEAM_LEAD), id, "\"4\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("suspended"))
                .body("suspensions[0].from", equalTo(today().toString()));

        when().get("/portfolio").then().body("items", hasSize(0));
        given().queryParam("vetted", true).get("/programs").then().body("items", hasSize(0));
        given().queryParam("vetted", true).get("/programs/search").then().body("total", equalTo(0));
        given().queryParam("vetted", false).get("/programs/search").then().body("items.program.id", hasItem(club));
        when().get("/programs/{id}", club).then().body("vetting", nullValue());
        partner(DIRECTOR)
                .get("/applications/{id}", id)
                .then()
                .body("suspensions[0].reasons", equalTo("The insurance has ended."));
        ProblemAnswers.check(suspend(team(TEAM_LEAD), id, "\"5\""), 409, "not-on-the-menu");
        assertThat(events("ProgramSuspended")).hasSize(1).first().asString().contains(id);

        reinstate(team(TEAM_LEAD), id, "\"5\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("vetted"))
                .body("suspensions[0].reinstatedOn", equalTo(today().toString()));

        when().get("/portfolio").then().body("items.programId", equalTo(List.of(club)));
        given().queryParam("vetted", true)
                .get("/programs/search")
                .then()
                .body("items.program.id", equalTo(List.of(club)));
        suspend(team(TEAM_LEAD), id, "\"6\"").then().statusCode(200).body("suspensions", hasSize(2));
        assertThat(events("ProgramReinstated")).hasSize(1).first().asString().contains(id);
    }

    @Test
    void a_program_that_is_vetted_twice_is_off_the_menu_while_one_of_both_is_suspended() {
        String summer = "afterschool-and-recreation.summer";
        String other = announceCycle("Summer", today().minusDays(1), today().plusDays(1), summer)
                .path("id");
        String first = vetted(club);
        String second = post(
                        partner(DIRECTOR),
                        application(club, other).replace("afterschool-and-recreation", summer),
                        "/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        review(second);
        vet(second, "\"3\"", today(), today().plusDays(365)).then().statusCode(200);

        suspend(team(TEAM_LEAD), first, "\"4\"").then().statusCode(200);

        when().get("/portfolio").then().body("items", hasSize(0));
        when().get("/programs/{id}", club).then().body("vetting", nullValue());
        given().queryParam("vetted", true).get("/programs/search").then().body("items", hasSize(0));
        reinstate(team(TEAM_LEAD), first, "\"5\"").then().statusCode(200);
        when().get("/portfolio").then().body("items.programId", equalTo(List.of(club)));
    }

    @Test
    void whose_days_on_the_menu_end_soon_is_listed_for_the_partner_as_for_the_team() {
        String id = vetted(club);

        for (var who : List.of(partner(DIRECTOR), as("partnerships-team"))) {
            given().spec(who)
                    .queryParam("endsWithinDays", 366)
                    .get("/applications")
                    .then()
                    .body("items.id", equalTo(List.of(id)));
        }
        given().spec(as("partnerships-team"))
                .queryParam("endsWithinDays", 364)
                .get("/applications")
                .then()
                .body("items", hasSize(0));
        given().spec(as("partnerships-team"))
                .queryParam("endsWithinDays", -1)
                .get("/applications")
                .then()
                .statusCode(400);
    }
}
