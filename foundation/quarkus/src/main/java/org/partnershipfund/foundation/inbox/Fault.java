package org.partnershipfund.foundation.inbox;

import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.SqlFailure;
import org.partnershipfund.foundation.sql.TransactionFailure;
import org.partnershipfund.kernel.StaleStateException;

/** What kind of failure an attempt met, and so what to do about its event. */
enum Fault {
    /** The database is away or busy; the event is fine. Try again for ever. */
    TRANSIENT,
    /** Somebody else changed the same thing; a fresh attempt usually wins. Try again a few times. */
    CONFLICT,
    /** Our own mistake: the same event will fail the same way. An operator must look. */
    BUG;

    static Fault of(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Fault found = worstKnown(failure, seen);
        if (found != null) {
            return found;
        }
        // The outcome of a commit that failed without a reason is unknown; the inbox row tells the next attempt.
        return failure instanceof TransactionFailure ? TRANSIENT : BUG;
    }

    private static @Nullable Fault worstKnown(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return null;
        }
        Fault own = known(failure);
        if (own != null) {
            return own;
        }
        Fault inner = worstKnown(failure.getCause(), seen);
        for (Throwable suppressed : failure.getSuppressed()) {
            if (inner == null) {
                inner = worstKnown(suppressed, seen);
            }
        }
        return inner;
    }

    private static @Nullable Fault known(Throwable failure) {
        if (failure instanceof SqlFailure sql && sql.isConnecting()) {
            return TRANSIENT;
        }
        if (failure instanceof SQLException sql) {
            return ofSql(sql);
        }
        if (failure instanceof StaleStateException
                || failure instanceof jakarta.persistence.OptimisticLockException
                || failure instanceof org.hibernate.StaleStateException) {
            return CONFLICT;
        }
        if (failure instanceof InterruptedException || failure instanceof InterruptedIOException) {
            return TRANSIENT;
        }
        return null;
    }

    private static @Nullable Fault ofSql(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            // The pool's own failures (no connection in time, pool closed) carry no state.
            return TRANSIENT;
        }
        if (failure instanceof SQLTransientException || failure instanceof SQLRecoverableException) {
            return TRANSIENT;
        }
        return switch (state) {
            // read-only after a fail-over; lock timeout; statement cancelled
            case "25006", "55P03", "57014" -> TRANSIENT;
            // serialisation failure, deadlock
            case "40001", "40P01" -> TRANSIENT;
            case "23505", "23P01" -> CONFLICT;
            default ->
                switch (state.substring(0, 2)) {
                    // connection, resources, operator intervention, system error, out of memory or disk
                    case "08", "53", "57", "58" -> TRANSIENT;
                    default -> BUG;
                };
        };
    }
}
