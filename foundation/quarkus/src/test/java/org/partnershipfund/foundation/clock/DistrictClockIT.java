package org.partnershipfund.foundation.clock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

@QuarkusTest
@WithTestResource(BackboneResource.class)
class DistrictClockIT {

    @Inject
    Clock clock;

    @Inject
    DistrictClock districtClock;

    @Inject
    Sql sql;

    private static ValidatableResponse set(String role, Map<String, String> setting) {
        return given().auth()
                .oauth2(Tokens.as(role))
                .contentType(ContentType.JSON)
                .body(setting)
                .put("/district-clock")
                .then();
    }

    @AfterEach
    void backToRealTime() {
        Instant now = Instant.now();
        set("operator", Map.of("instant", now.toString(), "asOf", now.toString()))
                .statusCode(200);
    }

    @Test
    void everybody_who_asks_for_a_clock_gets_the_districts() {
        assertThat(clock.getZone()).isEqualTo(DistrictClock.ZONE);
        assertThat(clock).isSameAs(districtClock);
    }

    @Test
    void an_operator_sets_it_and_it_runs_on_from_there() {
        set("operator", Map.of("instant", "2017-12-08T14:00:00Z"))
                .statusCode(200)
                .body("instant", startsWith("2017-12-08T14:00:0"))
                .body("local", startsWith("2017-12-08T09:00:0"));

        assertThat(clock.instant()).isCloseTo(Instant.parse("2017-12-08T14:00:00Z"), within(50, ChronoUnit.SECONDS));
        given().get("/district-clock").then().statusCode(200).body("instant", startsWith("2017-12-08T14:00"));
    }

    @Test
    void the_same_setting_gives_the_same_time_however_late_it_is_heard() {
        Instant asOf = Instant.now().minus(Duration.ofMinutes(10));

        set("operator", Map.of("instant", "2018-07-01T04:00:00Z", "asOf", asOf.toString()))
                .statusCode(200)
                .body("local", startsWith("2018-07-01T00:1"));

        assertThat(districtClock.offset()).isEqualTo(Duration.between(asOf, Instant.parse("2018-07-01T04:00:00Z")));
    }

    @Test
    void it_survives_a_restart() {
        set("operator", Map.of("instant", "2019-06-30T12:00:00Z")).statusCode(200);
        Duration set = districtClock.offset();
        districtClock.use(Duration.ZERO);

        districtClock.reload();

        assertThat(districtClock.offset()).isEqualTo(set);
    }

    @Test
    void setting_it_is_audited() {
        set("operator", Map.of("instant", "2018-01-01T00:00:00Z")).statusCode(200);

        assertThat(sql.list(
                        "SELECT DISTINCT action || ' ' || roles FROM audit_log WHERE subject = 'district-clock'",
                        row -> row.getString(1)))
                .containsExactly("DistrictClockSet operator");
    }

    @Test
    void nobody_else_sets_it_and_nonsense_is_refused() {
        set("budget-office", Map.of("instant", "2018-01-01T00:00:00Z")).statusCode(403);
        set("operator", Map.of("instant", "1492-10-12T00:00:00Z")).statusCode(400);
        set("operator", Map.of("instant", "tomorrow")).statusCode(400);
        set("operator", Map.of()).statusCode(400);
        given().contentType(ContentType.JSON)
                .body(Map.of("instant", "2018-01-01T00:00:00Z"))
                .put("/district-clock")
                .then()
                .statusCode(401);
    }
}
