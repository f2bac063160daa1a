package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.history.Chronicle;
import org.partnershipfund.approval.history.Happening;
import org.partnershipfund.approval.history.Traces;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.foundation.sql.Sql;

/** What the foundation's {@code audit_log} has, and who saw what in {@code selection_seen}. */
@ApplicationScoped
class JdbcTraces implements Traces {

    private final Sql sql;

    JdbcTraces(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Chronicle.Trace> about(Set<String> subjects) {
        return sql.list(
                """
                SELECT at, subject, action, issuer, actor, roles FROM audit_log
                 WHERE subject = ANY (?) AND action NOT LIKE '%Read' ORDER BY seq
                """,
                row -> new Chronicle.Trace(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getString(2),
                        row.getString(3),
                        person(row.getString(4), row.getString(5)),
                        row.getString(6)),
                (Object) subjects.toArray(String[]::new));
    }

    private static Optional<Person> person(String issuer, String actor) {
        return issuer.isBlank() || actor.isBlank() ? Optional.empty() : Optional.of(new Person(issuer, actor));
    }

    @Override
    public List<Happening.Seen> sights(SelectionId selection) {
        return sql.list(
                """
                SELECT seen_at, content_version, issuer, subject FROM selection_seen
                 WHERE selection_id = ? ORDER BY seen_at, content_version, issuer, subject
                """,
                row -> new Happening.Seen(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getInt(2),
                        new Person(row.getString(3), row.getString(4))),
                selection.value());
    }

    @Override
    public boolean has(SelectionId selection, String action, Person by, Instant since) {
        return !sql.list(
                        """
                        SELECT FROM audit_log
                         WHERE subject = ? AND action = ? AND issuer = ? AND actor = ? AND at >= ? LIMIT 1
                        """,
                        _ -> true,
                        selection.value().toString(),
                        action,
                        by.issuer(),
                        by.subject(),
                        since.atOffset(ZoneOffset.UTC))
                .isEmpty();
    }

    // Who saw it before writes nothing: the look costs a read of the primary key.
    @Override
    public void saw(SelectionId selection, int version, Person by, Instant at) {
        int _ = sql.update(
                """
                INSERT INTO selection_seen (selection_id, content_version, issuer, subject, seen_at)
                SELECT ?, ?, ?, ?, ?
                 WHERE NOT EXISTS (SELECT FROM selection_seen
                                    WHERE selection_id = ? AND content_version = ? AND issuer = ? AND subject = ?)
                ON CONFLICT DO NOTHING
                """,
                selection.value(),
                version,
                by.issuer(),
                by.subject(),
                at.atOffset(ZoneOffset.UTC),
                selection.value(),
                version,
                by.issuer(),
                by.subject());
    }
}
