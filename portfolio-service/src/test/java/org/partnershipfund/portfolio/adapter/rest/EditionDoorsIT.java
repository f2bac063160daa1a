package org.partnershipfund.portfolio.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.DIRECTOR;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.TEAM_LEAD;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.announceCycle;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.apply;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.as;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.partner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.post;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.program;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.put;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerPartner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerProgram;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.review;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.suspend;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.team;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.today;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.vet;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.foundation.sql.SqlFailure;
import org.partnershipfund.portfolio.adapter.Tables;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswers;

/** A cycle publishes its edition of the menu, which stays as it was. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
class EditionDoorsIT {

    @Inject
    Sql sql;

    private String club = "";
    private String application = "";
    private String open = "";
    private String closed = "";

    @BeforeEach
    void a_vetted_program_and_a_cycle_that_has_closed() {
        String alliance = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");
        club = registerProgram(DIRECTOR, alliance, "Harbor Homework Club").path("id");
        open = announceCycle("Next", today().minusDays(1), today().plusDays(1)).path("id");
        closed = announceCycle("Portfolio", today().minusDays(9), today().minusDays(2))
                .path("id");
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void an_edition_stays_what_it_was_when_prices_change_and_its_digest_shows_it() throws Exception {
        vetTheClub();
        Response published = publish(closed);
        String id = published
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("number", equalTo(1))
                .body("programs", equalTo(1))
                .body("asOf", equalTo(today().toString()))
                .body("publishedBy.subject", equalTo(TEAM_LEAD))
                .extract()
                .path("id");
        assertThat(published.header("Location")).endsWith("/editions/" + id);
        byte[] menu = menu(id);

        put(partner(DIRECTOR), "\"1\"", program("Another Name", today(), "99.00"), "/programs/" + club)
                .then()
                .statusCode(200);
        suspend(team(TEAM_LEAD), application, "\"4\"").then().statusCode(200);

        assertThat(menu(id)).isEqualTo(menu);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(menu)))
                .isEqualTo(published.path("digest"));
        given().get("/editions/{id}/menu", id)
                .then()
                .header("ETag", equalTo("\"" + published.path("digest") + "\""))
                .body("cycleName", equalTo("Portfolio"))
                .body("programs.programName", equalTo(List.of("Harbor Homework Club")))
                .body("programs[0].cycleId", equalTo(open))
                .body("programs[0].prices[0].amount.amount", equalTo("60000.00"));
        given().accept("text/html")
                .get("/editions/{id}/print", id)
                .then()
                .statusCode(200)
                .body(
                        containsString("Edition 1 of Portfolio"),
                        containsString("<h3>Harbor Homework Club</h3>"),
                        containsString("Up to $60,000.00"));
        given().accept("application/pdf").get("/editions/{id}/print", id).then().statusCode(200);
        given().accept("text/html")
                .queryParam("serviceArea", "academic")
                .get("/editions/{id}/print", id)
                .then()
                .statusCode(200)
                .body(containsString("No program is on the menu of this day."));
        ProblemAnswers.check(
                given().queryParam("serviceArea", "sports").accept("text/html").get("/editions/{id}/print", id),
                400,
                "invalid-parameter");
    }

    @Test
    void everybody_reads_which_editions_there_are_and_only_the_offices_who_published_them() {
        vetTheClub();
        String id = publish(closed).path("id");

        given().get("/editions/{id}", id).then().statusCode(200).body("publishedBy", nullValue());
        as("records-auditor").get("/editions/{id}", id).then().body("publishedBy.subject", equalTo(TEAM_LEAD));
        given().queryParam("cycleId", closed)
                .get("/editions")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)))
                .body("items[0].publishedBy", nullValue());
        given().queryParam("cycleId", open).get("/editions").then().body("items", hasSize(0));
        given().accept("text/csv").get("/editions").then().body(containsString("cycle_id,number,as_of"));
        assertThat(Tables.texts("SELECT action FROM audit_log WHERE subject = ?", id))
                .containsExactly("EditionPublished");
    }

    @Test
    void a_second_edition_has_the_next_number_and_the_same_menu_is_no_second_one() {
        vetTheClub();
        String first = publish(closed).path("id");
        ProblemAnswers.check(publish(closed), 409, "edition-unchanged");

        put(partner(DIRECTOR), "\"1\"", program("Another Name", today(), "99.00"), "/programs/" + club)
                .then()
                .statusCode(200);
        Response second = publish(closed);

        second.then().statusCode(201).body("number", equalTo(2));
        given().get("/editions").then().body("items.id", equalTo(List.of(first, second.path("id"))));
    }

    @Test
    void an_open_cycle_an_empty_menu_and_an_unknown_cycle_publish_nothing() {
        ProblemAnswers.check(publish(closed), 409, "menu-empty");
        vetTheClub();
        ProblemAnswers.check(publish(open), 409, "cycle-still-open");
        ProblemAnswers.check(publish(UUID.randomUUID().toString()), 404, "no-such-cycle");
        ProblemAnswers.check(post(partner(DIRECTOR), "", "/cycles/" + closed + "/editions"), 403, "not-allowed");
        ProblemAnswers.check(given().get("/editions/{id}", UUID.randomUUID()), 404, "no-such-edition");
        given().get("/editions").then().body("items", hasSize(0));
    }

    @Test
    void the_database_lets_the_service_change_no_edition() {
        vetTheClub();
        String id = publish(closed).path("id");

        assertThatThrownBy(() -> sql.update("UPDATE edition SET number = 7 WHERE id = ?::uuid", id))
                .isInstanceOf(SqlFailure.class);
        assertThatThrownBy(() -> sql.update("DELETE FROM edition WHERE id = ?::uuid", id))
                .isInstanceOf(SqlFailure.class);
    }

    private void vetTheClub() {
        application = apply(DIRECTOR, club, open).path("id");
        review(application);
        vet(application, "\"3\"", today(), today().plusYears(1)).then().statusCode(200);
    }

    private static Response publish(String cycle) {
        return post(team(TEAM_LEAD), "", "/cycles/" + cycle + "/editions");
    }

    private static byte[] menu(String edition) {
        return given().get("/editions/{id}/menu", edition)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
