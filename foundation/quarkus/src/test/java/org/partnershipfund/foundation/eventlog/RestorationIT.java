package org.partnershipfund.foundation.eventlog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.eventlog.Checkpoints.Checkpoint;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

/** That a database is a backup of an earlier moment is said by an operator, kept in the audit trail, and read by all. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class RestorationIT {

    @Inject
    EventLog events;

    @Inject
    Checkpoints checkpoints;

    @Inject
    Sql sql;

    private static Response restored(String role, Instant moment, String key) {
        return given().auth()
                .oauth2(Tokens.as(role))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("restoredTo", moment.toString(), "reason", "The disk broke"))
                .post("/restorations");
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private Checkpoint checkpoint() {
        UUID fund = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < 2; i++) {
                var _ = events.append(Events.FUND_OPENED, fund.toString(), Facts.fundOpened(fund), Facts.AT);
            }
        });
        soon().until(() -> checkpoints.note().isPresent());
        return checkpoints.list(null, 1).getFirst();
    }

    private long recorded() {
        return sql.list("SELECT seq FROM audit_log WHERE action = 'DatabaseRestored'", row -> row.getLong(1))
                .size();
    }

    @Test
    void a_restoration_is_recorded_once_and_everybody_reads_from_where_positions_were_given_anew() {
        Checkpoint shared = checkpoint();
        Instant moment =
                sql.list("SELECT now()", row -> row.getTimestamp(1).toInstant()).getFirst();
        Checkpoint later = checkpoint();
        assertThat(later.position()).isGreaterThan(shared.position());
        long before = recorded();
        String key = newKey();

        restored("operator", moment, key).then().statusCode(200).body("sharedPosition", equalTo((int)
                shared.position()));
        restored("operator", moment, key).then().statusCode(200);

        assertThat(recorded()).isEqualTo(before + 1);
        given().get("/restorations?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].restoredTo", equalTo(moment.toString()))
                .body("items[0].sharedPosition", equalTo((int) shared.position()))
                .body("items[0].reason", equalTo(null));
    }

    @Test
    void nobody_but_an_operator_records_one() {
        Checkpoint shared = checkpoint();

        restored("records-auditor", shared.at(), newKey()).then().statusCode(403);
    }

    @Test
    void a_moment_that_nothing_shows_to_be_of_this_database_is_refused() {
        var _ = checkpoint();

        restored("operator", Instant.parse("2018-02-06T22:00:00Z"), newKey())
                .then()
                .statusCode(400)
                .body("type", endsWith("invalid-request"))
                .body("detail", containsString("no checkpoint from before it"));
        restored("operator", Instant.now().plus(1, ChronoUnit.DAYS), newKey())
                .then()
                .statusCode(400)
                .body("detail", containsString("must not be in the future"));
    }
}
