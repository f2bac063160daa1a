package org.partnershipfund.foundation.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.foundation.sql.TransactionFailure;
import org.partnershipfund.kernel.StaleStateException;

class FaultTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "08006, connection failed, TRANSIENT",
        "08001, server not reached, TRANSIENT",
        "57P01, server is stopped, TRANSIENT",
        "57P03, server is starting, TRANSIENT",
        "57014, statement cancelled, TRANSIENT",
        "53300, too many connections, TRANSIENT",
        "53100, disk full, TRANSIENT",
        "58030, input or output failed, TRANSIENT",
        "55P03, lock timeout, TRANSIENT",
        "40P01, deadlock, TRANSIENT",
        "40001, cannot serialise, TRANSIENT",
        "25006, read-only after a fail-over, TRANSIENT",
        "23505, unique key, CONFLICT",
        "23P01, exclusion, CONFLICT",
        "23514, check, BUG",
        "23503, foreign key, BUG",
        "22021, NUL in a text, BUG",
        "42P01, no such table, BUG",
    })
    void the_database_says_what_to_do(String state, String why, Fault fault) {
        SQLException failure = new SQLException(why, state);

        assertThat(Fault.of(new PersistenceException(failure))).isEqualTo(fault);
        assertThat(Fault.of(new TransactionFailure(new IllegalStateException(failure))))
                .isEqualTo(fault);
    }

    static Stream<Arguments> others() {
        Exception suppressing = new IllegalStateException("closing failed too");
        suppressing.addSuppressed(new SQLRecoverableException("gone", "08003"));
        Exception circular = new IllegalStateException("circular");
        circular.initCause(new IllegalStateException("around", circular));
        return Stream.of(
                Arguments.of(new SQLException("Sorry, acquisition timeout!"), Fault.TRANSIENT),
                Arguments.of(new StaleStateException("fund", 1), Fault.CONFLICT),
                Arguments.of(new PersistenceException(new OptimisticLockException()), Fault.CONFLICT),
                Arguments.of(suppressing, Fault.TRANSIENT),
                Arguments.of(circular, Fault.BUG),
                Arguments.of(new TransactionFailure(new Exception("nobody knows why")), Fault.TRANSIENT),
                Arguments.of(new NullPointerException(), Fault.BUG));
    }

    @ParameterizedTest
    @MethodSource("others")
    void everything_else_is_ours(Throwable failure, Fault fault) {
        assertThat(Fault.of(failure)).isEqualTo(fault);
    }

    @Test
    void a_stack_overflow_is_a_bug() {
        assertThat(Fault.of(new StackOverflowError())).isEqualTo(Fault.BUG);
    }
}
