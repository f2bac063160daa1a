package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.supervision.Reassignment;
import org.partnershipfund.approval.supervision.Reassignments;
import org.partnershipfund.foundation.sql.Sql;

/** Reassignments in table {@code step_reassignment}; their selection is held by whoever adds one. */
@ApplicationScoped
class JdbcReassignments implements Reassignments {

    private final Sql sql;

    JdbcReassignments(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Reassignment reassignment) {
        sql.updateOne(
                """
                INSERT INTO step_reassignment
                SELECT ?, ?, count(*) + 1, ?, ?, ?, ?, ?, ? FROM step_reassignment
                 WHERE selection_id = ? AND content_version = ?
                """,
                reassignment.selection().value(),
                reassignment.version(),
                reassignment.to().issuer(),
                reassignment.to().subject(),
                reassignment.reason(),
                reassignment.by().issuer(),
                reassignment.by().subject(),
                reassignment.at().atOffset(ZoneOffset.UTC),
                reassignment.selection().value(),
                reassignment.version());
    }

    @Override
    public Optional<Reassignment> newest(SelectionId selection, int version) {
        return sql.list("""
                        SELECT * FROM step_reassignment WHERE selection_id = ? AND content_version = ?
                         ORDER BY place DESC LIMIT 1
                        """, JdbcReassignments::reassignment, selection.value(), version).stream()
                .findFirst();
    }

    @Override
    public List<Reassignment> of(SelectionId selection) {
        return sql.list(
                "SELECT * FROM step_reassignment WHERE selection_id = ? ORDER BY content_version, place",
                JdbcReassignments::reassignment,
                selection.value());
    }

    private static Reassignment reassignment(ResultSet row) throws SQLException {
        return new Reassignment(
                new SelectionId(row.getObject("selection_id", UUID.class)),
                row.getInt("content_version"),
                new Person(row.getString("to_issuer"), row.getString("to_subject")),
                row.getString("reason"),
                new Person(row.getString("issuer"), row.getString("subject")),
                row.getObject("reassigned_at", OffsetDateTime.class).toInstant());
    }
}
