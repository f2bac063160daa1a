package org.partnershipfund.foundation.problem;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.SqlFailure;

/** Tells an outage, which goes away by itself, from a bug, which does not. */
final class Outages {

    private Outages() {}

    /** Whether the failure, or anything below it, is about something that is away or busy for the moment. */
    static boolean isOutage(Throwable failure) {
        for (Throwable cause : Causes.of(failure)) {
            boolean away = switch (cause) {
                case SqlFailure failed -> failed.isConnecting();
                case SQLException sql -> isOutage(sql);
                default -> false;
            };
            if (away) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException sql) {
        if (sql instanceof SQLTransientException || sql instanceof SQLRecoverableException) {
            return true;
        }
        @Nullable String state = sql.getSQLState();
        if (state == null) {
            // Agroal says so when no connection comes free in time; it gives no state
            return String.valueOf(sql.getMessage()).contains("Acquisition timeout");
        }
        return switch (state) {
            // shut down, crashed, starting; cancelled by a timeout; lock not to be had; deadlock; serialisation
            case "57P01", "57P02", "57P03", "57P05", "57014", "55P03", "40P01", "40001", "25006" -> true;
            // connection exceptions; out of memory, disk or connections
            default -> state.startsWith("08") || state.startsWith("53");
        };
    }
}
