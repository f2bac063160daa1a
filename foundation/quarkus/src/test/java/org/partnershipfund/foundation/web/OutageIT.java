package org.partnershipfund.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.foundation.web.Doors.office;
import static org.partnershipfund.foundation.web.Doors.once;
import static org.partnershipfund.foundation.web.Doors.problemOf;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.testkit.BackboneResource;

/** The database is away: the caller is told to come back, and whoever comes back is served. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class OutageIT {

    @Inject
    @ConfigProperty(name = "testkit.postgres.url")
    String url;

    @Inject
    @ConfigProperty(name = "testkit.postgres.superuser")
    String superuser;

    @Inject
    @ConfigProperty(name = "testkit.postgres.password")
    String password;

    @Inject
    Sql sql;

    @AfterEach
    void the_database_is_back() throws SQLException {
        asSuperuser("ALTER ROLE foundation_app CONNECTION LIMIT -1");
        soon().until(() -> office().get("/samples/failures/database").statusCode() == 200);
    }

    @Test
    void status_503_for_a_read() throws SQLException {
        theDatabaseGoes();

        Response answer = office().get("/samples/failures/database");

        assertThat(problemOf(answer)).isEqualTo("temporarily-unavailable");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void status_503_for_a_post_whose_key_cannot_be_written() throws SQLException {
        theDatabaseGoes();

        Response answer = once("{\"name\": \"tutoring\"}").post("/samples");

        assertThat(problemOf(answer)).isEqualTo("temporarily-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    /** The database ends our connection while it commits: every statement before went well. */
    @Test
    void status_503_for_a_post_whose_commit_meets_the_outage() throws SQLException {
        cutOffInTheMiddle("tutoring", """
                CREATE CONSTRAINT TRIGGER goes_away_at_commit AFTER INSERT ON scope_record
                DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION go_away()""");
    }

    /** The database ends our connection while it takes what was kept for the end of the transaction. */
    @Test
    void status_503_for_a_post_whose_last_statements_meet_the_outage() throws SQLException {
        cutOffInTheMiddle(
                "tutoring at the end",
                "CREATE TRIGGER goes_away AFTER INSERT ON effect FOR EACH ROW EXECUTE FUNCTION go_away()");

        assertThat(sql.list("SELECT FROM scope_record WHERE subject LIKE 'tutoring at the end%'", _ -> true))
                .as("what was written before it")
                .isEmpty();
    }

    /** The connection ends where the trigger says; the caller is told to come again. */
    private void cutOffInTheMiddle(String name, String trigger) throws SQLException {
        asSuperuser("""
                CREATE FUNCTION go_away() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
                $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$""");
        asSuperuser(trigger);
        Response answer;
        try {
            answer = once("{\"name\": \"%s\"}".formatted(name)).post("/samples");
        } finally {
            asSuperuser("DROP FUNCTION go_away CASCADE");
        }

        assertThat(problemOf(answer)).isEqualTo("temporarily-unavailable");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    private void theDatabaseGoes() throws SQLException {
        asSuperuser("ALTER ROLE foundation_app CONNECTION LIMIT 0");
        asSuperuser("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'foundation_app'");
    }

    private void asSuperuser(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, superuser, password);
                var statement = connection.createStatement()) {
            assertThat(statement.execute(sql)).isEqualTo(sql.startsWith("SELECT"));
        }
    }
}
