package org.partnershipfund.foundation.problem;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.SqlFailure;
import org.partnershipfund.foundation.sql.TransactionFailure;

/** Tells an outage, which goes away by itself, from a bug, which does not. */
final class Outages {

    private Outages() {}

    /** Whether the failure, or anything below it, is about something that is away or busy for the moment. */
    static boolean isOutage(Throwable failure) {
        return reason(failure).isPresent();
    }

    /**
     * What is away or busy, if that is why it failed: below the failure, or a commit that failed and does not know why.
     */
    static Optional<Throwable> reason(Throwable failure) {
        List<Throwable> all = Causes.of(failure);
        return all.stream()
                .filter(Outages::isAway)
                .findFirst()
                .or(() -> all.stream().filter(Outages::isCommitWithoutReason).findFirst());
    }

    private static boolean isAway(Throwable cause) {
        return switch (cause) {
            case SqlFailure failed -> failed.isConnecting();
            case SQLException sql -> isOutage(sql);
            default -> false;
        };
    }

    /**
     * What was done may or may not have stayed; the Idempotency-Key tells the next attempt. A transaction that our own
     * code marked for rollback says so by a cause.
     */
    private static boolean isCommitWithoutReason(Throwable cause) {
        return isOfTheCommit(cause) && Causes.of(cause).stream().allMatch(Outages::isOfTheCommit);
    }

    private static boolean isOfTheCommit(Throwable cause) {
        return switch (cause) {
            case TransactionFailure _,
                    RollbackException _,
                    HeuristicMixedException _,
                    HeuristicRollbackException _,
                    XAException _ -> true;
            default -> false;
        };
    }

    private static boolean isOutage(SQLException sql) {
        if (sql instanceof SQLTransientException || sql instanceof SQLRecoverableException) {
            return true;
        }
        @Nullable String state = sql.getSQLState();
        if (state == null) {
            // Agroal says so in one of two ways when no connection comes free in time; it gives no state
            return String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout");
        }
        return switch (state) {
            // shut down, crashed, starting; cancelled by a timeout; lock not to be had; deadlock; serialisation
            case "57P01", "57P02", "57P03", "57P05", "57014", "55P03", "40P01", "40001", "25006" -> true;
            // connection exceptions; out of memory, disk or connections
            default -> state.startsWith("08") || state.startsWith("53");
        };
    }
}
