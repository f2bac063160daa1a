package org.partnershipfund.foundation.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.foundation.sql.TransactionFailure;

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

    /** What Agroal says, word for word. */
    @ParameterizedTest
    @ValueSource(strings = {"Sorry, acquisition timeout!", "Acquisition timeout while waiting for new connection"})
    void a_pool_without_a_free_connection_in_time_is_an_outage(String said) {
        assertThat(Outages.isOutage(new IllegalStateException(new SQLException(said))))
                .isTrue();
    }

    @Test
    void a_connection_that_cannot_be_made_for_now_is_an_outage() {
        assertThat(Outages.isOutage(new SQLTransientConnectionException("none free")))
                .isTrue();
    }

    static Stream<Exception> commitsThatLostTheirConnection() {
        return Stream.of(commitFailed(), new QuarkusTransactionException(commitFailed()), hazard());
    }

    /** As Narayana and Agroal tell it: the reason is suppressed, and not the cause. */
    @ParameterizedTest
    @MethodSource("commitsThatLostTheirConnection")
    void a_connection_that_breaks_at_commit_is_an_outage(Exception commit) {
        commitInner(commit).addSuppressed(xa(new SQLException("terminating connection", "57P01")));

        assertThat(Outages.isOutage(commit)).isTrue();
        assertThat(Outages.reason(commit)).containsInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @MethodSource("commitsThatLostTheirConnection")
    void a_commit_that_fails_without_a_reason_is_an_outage(Exception commit) {
        assertThat(Outages.isOutage(commit)).isTrue();
        assertThat(Outages.isOutage(new TransactionFailure(commit))).isTrue();
    }

    @Test
    void a_constraint_that_is_broken_at_commit_is_a_bug() {
        var commit = commitFailed();
        commit.addSuppressed(xa(new SQLException("deferred foreign key", "23503")));

        assertThat(Outages.isOutage(commit)).isFalse();
    }

    @Test
    void a_transaction_that_our_own_code_doomed_is_a_bug() {
        var commit = commitFailed();
        commit.initCause(new Throwable("setRollbackOnly called from:"));

        assertThat(Outages.isOutage(new QuarkusTransactionException(commit))).isFalse();
    }

    @Test
    void a_state_that_is_found_stale_at_commit_is_found_below_it() {
        var commit = commitFailed();
        commit.addSuppressed(new OptimisticLockException());

        assertThat(Causes.find(new QuarkusTransactionException(commit), OptimisticLockException.class))
                .isPresent();
        assertThat(Outages.isOutage(commit)).isFalse();
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

    private static RollbackException commitFailed() {
        return new RollbackException("ARJUNA016053: Could not commit transaction.");
    }

    private static HeuristicMixedException hazard() {
        return new HeuristicMixedException();
    }

    private static Throwable commitInner(Exception commit) {
        return commit.getCause() == null ? commit : commit.getCause();
    }

    private static XAException xa(SQLException reason) {
        var failure = new XAException(XAException.XAER_RMERR);
        failure.initCause(reason);
        return failure;
    }
}
