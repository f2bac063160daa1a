package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.support.KnownSchool;
import org.partnershipfund.approval.support.KnownSchools;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/** Schools of table {@code school}, and of every table that names one. */
@ApplicationScoped
class JdbcKnownSchools implements KnownSchools {

    private final Sql sql;

    JdbcKnownSchools(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void keep(Collection<Named> schools, Instant at) {
        sql.run(connection -> {
            try (var statement = connection.prepareStatement("""
                    INSERT INTO school (code, name, modified_at) VALUES (?, ?, ?)
                    ON CONFLICT (code) DO UPDATE SET name = excluded.name, modified_at = excluded.modified_at
                    """)) {
                for (Named school : schools) {
                    statement.setString(1, school.code().value());
                    statement.setString(2, school.name());
                    statement.setObject(3, Times.parameter(at));
                    statement.addBatch();
                }
                int[] _ = statement.executeBatch();
            }
        });
    }

    @Override
    public List<KnownSchool> list(
            FiscalYear year,
            Optional<Set<SchoolCode>> schools,
            boolean onlyWithoutContact,
            Instant now,
            Optional<SchoolCode> after,
            int limit) {
        String[] only = schools.map(some -> some.stream().map(SchoolCode::value).toArray(String[]::new))
                .orElse(null);
        return sql.list(
                """
                WITH known AS (
                    SELECT code, name FROM school
                    UNION ALL SELECT a.school_code, a.school_name FROM remembered_allocation a
                    UNION ALL SELECT school_code, NULL FROM council
                    UNION ALL SELECT school_code, NULL FROM supervisor_assignment_school),
                one AS (
                    SELECT code, (array_agg(name) FILTER (WHERE name IS NOT NULL))[1] AS name FROM known
                     WHERE code > ? AND (?::text[] IS NULL OR code = ANY (?::text[])) GROUP BY code),
                touched AS (
                    SELECT one.code, one.name,
                           EXISTS (SELECT FROM remembered_allocation a JOIN remembered_fund f ON f.id = a.fund_id
                                    WHERE a.school_code = one.code AND f.fiscal_year = ?) AS allocated,
                           (SELECT count(*) FROM help_booking b JOIN help_session s ON s.id = b.session_id
                              JOIN remembered_fund f ON f.id = s.fund_id
                             WHERE b.school_code = one.code AND b.attended AND f.fiscal_year = ?) AS attended,
                           (SELECT count(*) FROM matching_meeting m
                             WHERE m.school_code = one.code AND m.fiscal_year = ?) AS meetings,
                           (SELECT count(*) FROM suggestion g WHERE g.school_code = one.code AND g.fiscal_year = ?
                               AND g.withdrawn_at IS NULL) AS suggestions,
                           (SELECT count(*) FROM help_booking b JOIN help_session s ON s.id = b.session_id
                             WHERE b.school_code = one.code AND b.state <> 'cancelled' AND s.starts_at > ?
                               AND s.cancelled_reason IS NULL) AS to_come
                      FROM one)
                SELECT * FROM touched WHERE NOT ? OR attended + meetings + suggestions = 0 ORDER BY code LIMIT ?
                """,
                row -> new KnownSchool(
                        new SchoolCode(row.getString("code")),
                        Optional.ofNullable(row.getString("name")),
                        row.getBoolean("allocated"),
                        row.getInt("attended"),
                        row.getInt("meetings"),
                        row.getInt("suggestions"),
                        row.getInt("to_come")),
                after.map(SchoolCode::value).orElse(""),
                only,
                only,
                year.endYear(),
                year.endYear(),
                year.endYear(),
                year.endYear(),
                Times.parameter(now),
                onlyWithoutContact,
                limit);
    }
}
