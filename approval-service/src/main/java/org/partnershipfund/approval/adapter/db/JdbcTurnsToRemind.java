package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.reminder.Turn;
import org.partnershipfund.approval.reminder.TurnsToRemind;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Words;

/** What waits, from the selections, and who may act, from the dated records of the day. */
@ApplicationScoped
class JdbcTurnsToRemind implements TurnsToRemind {

    private static final String SUBMISSION = "submission";

    private final Sql sql;

    JdbcTurnsToRemind(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Turn> list(LocalDate today, Optional<Turn> after, int limit) {
        return sql.list(
                """
                SELECT s.id, s.fund_id, s.school_code, s.content_version,
                       coalesce(s.waits_for, 'submission') AS step,
                       CASE WHEN s.state = 'draft' AND s.first_submitted_at IS NULL THEN p.selections_due_on END AS due_on,
                       r.issuers, r.subjects
                  FROM selection s
                  JOIN remembered_fund f ON f.id = s.fund_id AND f.closed_at IS NULL
                  LEFT JOIN approval_policy p ON p.fund_id = s.fund_id
                 CROSS JOIN LATERAL (
                       SELECT array_agg(issuer ORDER BY issuer, subject) AS issuers,
                              array_agg(subject ORDER BY issuer, subject) AS subjects
                         FROM scope_record
                        WHERE school_code = s.school_code AND valid_from <= ? AND coalesce(valid_until >= ?, true)
                          AND role = CASE coalesce(s.waits_for, 'submission')
                                     WHEN 'council' THEN 'council-member'
                                     WHEN 'superintendent' THEN 'instructional-superintendent'
                                     WHEN 'submission' THEN 'school-leader' END) r
                 WHERE s.state IN ('draft', 'submitted') AND s.id > ?
                 ORDER BY s.id LIMIT ?
                """,
                JdbcTurnsToRemind::turn,
                today,
                today,
                after.map(turn -> turn.selection().value()).orElse(Sorting.BEFORE_ALL),
                limit);
    }

    private static Turn turn(ResultSet row) throws SQLException {
        Set<Person> people = new LinkedHashSet<>();
        if (row.getArray("issuers") != null) {
            String[] issuers = (String[]) row.getArray("issuers").getArray();
            String[] subjects = (String[]) row.getArray("subjects").getArray();
            for (int place = 0; place < issuers.length; place++) {
                people.add(new Person(issuers[place], subjects[place]));
            }
        }
        String step = row.getString("step");
        return new Turn(
                new SelectionId(row.getObject("id", UUID.class)),
                new FundId(row.getObject("fund_id", UUID.class)),
                new SchoolCode(row.getString("school_code")),
                step,
                // A draft changes its version with each change; its leader is told once of it.
                step.equals(SUBMISSION) ? 1 : row.getInt("content_version"),
                dueEnds(row),
                people);
    }

    private static Optional<Instant> dueEnds(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("due_on", LocalDate.class))
                .map(day -> day.plusDays(1).atStartOfDay(Words.DISTRICT).toInstant());
    }
}
