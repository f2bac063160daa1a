package org.partnershipfund.foundation.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An outage goes away by itself; a bug does not. */
class OutagesTest {

    @ParameterizedTest(name = "SQLSTATE {0}")
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P02", "57P03", "57014", "55P03", "40001", "40P01"})
    void a_database_that_is_away_or_busy_is_an_outage(String state) {
        assertThat(Outages.isOutage(new IllegalStateException(new SQLException("away", state))))
                .isTrue();
    }

    @ParameterizedTest(name = "SQLSTATE {0}")
    @ValueSource(strings = {"42P01", "42601", "23505", "23514", "22001", "42501"})
    void a_statement_that_is_wrong_is_a_bug(String state) {
        assertThat(Outages.isOutage(new IllegalStateException(new SQLException("wrong", state))))
                .isFalse();
    }

    @Test
    void a_pool_without_a_free_connection_is_an_outage() {
        assertThat(Outages.isOutage(new SQLException(
                        "Sorry, acquisition timeout! Acquisition timeout while waiting for new connection")))
                .isTrue();
        assertThat(Outages.isOutage(new SQLTransientConnectionException("none free")))
                .isTrue();
    }

    @Test
    void anything_else_is_a_bug() {
        assertThat(Outages.isOutage(new IllegalStateException(new IOException("disk"))))
                .isFalse();
    }

    @Test
    void a_cause_that_names_itself_does_not_hang_us() {
        var knot = new IllegalStateException("a");
        knot.initCause(new IllegalStateException("b", knot));

        assertThat(Outages.isOutage(knot)).isFalse();
    }
}
