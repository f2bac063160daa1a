package org.partnershipfund.foundation.caller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

/** Who is calling, and what does not exist for them. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class CallerAndScopeIT {

    private static final String SCHOOL = "00350231";

    @Inject
    DataSource database;

    @Inject
    Clock districtClock;

    private final String leader = UUID.randomUUID().toString();

    @Test
    void a_caller_is_who_the_token_says() {
        Response me = given().auth()
                .oauth2(Tokens.of("42", Roles.BUDGET_OFFICE))
                .get("/samples/unannotated-is-covered-by-the-class");

        assertThat(me.<Map<String, Object>>path("$"))
                .isEqualTo(Map.of(
                        "issuer", Tokens.ISSUER, "subject", "42", "name", "Invented Person", "budgetOffice", true));
    }

    @Test
    void nobody_in_particular_may_use_an_open_door() {
        Response me = given().get("/samples/open");

        assertThat(me.<Map<String, Object>>path("$")).isEqualTo(Map.of("anonymous", true, "subject", "anonymous"));
    }

    @Test
    void a_district_office_sees_every_school() {
        assertThat(given().auth()
                        .oauth2(Tokens.as(Roles.BUDGET_OFFICE))
                        .get("/samples/schools/" + SCHOOL)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_school_leader_sees_the_school_of_a_current_record() throws SQLException {
        record(Tokens.ISSUER, Roles.SCHOOL_LEADER, today().minusDays(1), null);

        assertThat(asLeader().statusCode()).isEqualTo(200);
    }

    @Test
    void a_record_counts_on_its_first_and_on_its_last_day() throws SQLException {
        record(Tokens.ISSUER, Roles.SCHOOL_LEADER, today(), today());

        assertThat(asLeader().statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_out_of_scope_answers_as_what_does_not_exist() {
        Response outOfScope = asLeader();
        Response unknown =
                given().auth().oauth2(Tokens.of(leader, Roles.SCHOOL_LEADER)).get("/samples/schools/99999999");

        assertThat(outOfScope.statusCode()).isEqualTo(404);
        assertThat(outOfScope.<String>path("type")).isEqualTo(unknown.path("type"));
        assertThat(outOfScope.<String>path("detail"))
                .isEqualTo(unknown.<String>path("detail").replace("99999999", SCHOOL));
    }

    @Test
    void a_record_that_ended_yesterday_or_begins_tomorrow_says_nothing_today() throws SQLException {
        record(Tokens.ISSUER, Roles.SCHOOL_LEADER, today().minusDays(9), today().minusDays(1));
        record(Tokens.ISSUER, Roles.SCHOOL_LEADER, today().plusDays(1), null);

        assertThat(asLeader().statusCode()).isEqualTo(404);
    }

    @Test
    void a_record_of_another_role_or_issuer_says_nothing() throws SQLException {
        record(Tokens.ISSUER, Roles.COUNCIL_MEMBER, today(), null);
        record("https://elsewhere.example", Roles.SCHOOL_LEADER, today(), null);

        assertThat(asLeader().statusCode()).isEqualTo(404);
    }

    private Response asLeader() {
        return given().auth().oauth2(Tokens.of(leader, Roles.SCHOOL_LEADER)).get("/samples/schools/" + SCHOOL);
    }

    private LocalDate today() {
        return LocalDate.now(districtClock);
    }

    private void record(String issuer, String role, LocalDate from, @Nullable LocalDate until) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT INTO scope_record VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, issuer);
            insert.setString(2, leader);
            insert.setString(3, role);
            insert.setString(4, SCHOOL);
            insert.setObject(5, from);
            insert.setObject(6, until);
            assertThat(insert.executeUpdate()).isOne();
        }
    }
}
