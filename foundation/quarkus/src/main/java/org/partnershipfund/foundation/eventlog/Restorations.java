package org.partnershipfund.foundation.eventlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;
import org.partnershipfund.foundation.problem.Violation;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.AuditTrail;

/**
 * That this database is a backup of an earlier moment, said by an operator and kept in the audit trail (decision 0030).
 * Without it the chain contradicts what was published of the rows that are gone, as it does after tampering; with it
 * exactly those checkpoints are excused, and whoever verifies is told so.
 */
@ApplicationScoped
class Restorations {

    /** {@code ./fund audit} reads the rows by these words. */
    private static final String SUBJECT = "database";

    private static final String ACTION = "DatabaseRestored";

    private final Sql sql;
    private final AuditTrail audit;

    @Inject
    Restorations(Sql sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * A restoration as it was recorded.
     *
     * @param seq its row of the audit trail
     * @param recordedAt real time
     * @param restoredTo the moment of the backup
     * @param sharedPosition the newest checkpoint from before that moment
     */
    record Restoration(long seq, Instant recordedAt, Instant restoredTo, long sharedPosition) {}

    /** What the audit trail keeps of it. */
    private record Restored(Instant restoredTo, long sharedPosition, String reason) {}

    /** What there is to compare the word of an operator with: real time, and the last checkpoint before the moment. */
    private record Known(Instant now, @Nullable Long sharedPosition) {}

    /** Writes down that the database was restored to this moment. */
    @Transactional(TxType.MANDATORY)
    Restoration record(Instant restoredTo, String reason) {
        Known known = sql.first(
                "SELECT now(), (SELECT max(position) FROM audit_checkpoint WHERE at <= ?)",
                row -> new Known(instant(row, 1), row.getObject(2, Long.class)),
                restoredTo.atOffset(ZoneOffset.UTC));
        if (known == null) {
            throw new IllegalStateException("the database does not know what time it is");
        }
        if (restoredTo.isAfter(known.now())) {
            throw refused(restoredTo, "it must not be in the future; now is " + known.now());
        }
        Long shared = known.sharedPosition();
        if (shared == null) {
            throw refused(
                    restoredTo,
                    "this database has no checkpoint from before it, so nothing shows that it is a backup of this service");
        }
        audit.record(new AuditTrail.Change(ACTION, SUBJECT, null, new Restored(restoredTo, shared, reason)));
        return newest(null, 1).getFirst();
    }

    private static ProblemException refused(Instant restoredTo, String why) {
        return ProblemException.about(
                StandardProblem.INVALID_REQUEST,
                "restoredTo has the value \"%s\", but %s.".formatted(restoredTo, why),
                List.of(new Violation("restoredTo", restoredTo.toString(), why)));
    }

    /** The newest first. */
    List<Restoration> newest(@Nullable Long before, int limit) {
        return sql.list(
                """
                SELECT seq, recorded_at, state_after::json ->> 'restoredTo',
                       (state_after::json ->> 'sharedPosition')::bigint
                  FROM audit_log
                 WHERE subject = ? AND action = ? AND (?::bigint IS NULL OR seq < ?::bigint)
                 ORDER BY seq DESC LIMIT ?""",
                row -> new Restoration(
                        row.getLong(1), instant(row, 2), Instant.parse(row.getString(3)), row.getLong(4)),
                SUBJECT,
                ACTION,
                before,
                before,
                limit);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
