package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.supervision.Supervisors;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;

/** Supervisors of the foundation's table {@code scope_record}, and what was lent to others. */
@ApplicationScoped
class JdbcSupervisors implements Supervisors {

    private final Sql sql;

    JdbcSupervisors(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<SchoolCode> schoolsOf(Person person, LocalDate day) {
        return sql
                .list("""
                        SELECT DISTINCT school_code FROM scope_record
                         WHERE issuer = ? AND subject = ? AND role = 'instructional-superintendent'
                           AND valid_from <= ? AND coalesce(valid_until >= ?, true)
                        """, row -> new SchoolCode(row.getString(1)), person.issuer(), person.subject(), day, day)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<SchoolCode> lentTo(Person person, LocalDate day) {
        return sql.list("""
                        WITH me (issuer, subject, today) AS (VALUES (?::text, ?::text, ?::date))
                        SELECT s.school_code
                          FROM me
                          JOIN delegation d ON d.to_issuer = me.issuer AND d.to_subject = me.subject
                          JOIN scope_record s ON s.issuer = d.issuer AND s.subject = d.subject
                                             AND s.role = 'instructional-superintendent'
                         WHERE d.step = 'superintendent' AND d.revoked_at IS NULL
                           AND d.valid_from <= me.today AND d.valid_until >= me.today
                           AND s.valid_from <= me.today AND coalesce(s.valid_until >= me.today, true)
                           AND (d.schools IS NULL OR s.school_code = ANY (d.schools))
                        UNION
                        SELECT o.school_code
                          FROM me
                          JOIN step_reassignment r ON r.to_issuer = me.issuer AND r.to_subject = me.subject
                          JOIN open_step o ON o.selection_id = r.selection_id AND o.content_version = r.content_version
                                          AND o.step = 'superintendent'
                         WHERE NOT EXISTS (SELECT FROM step_reassignment later
                                            WHERE later.selection_id = r.selection_id
                                              AND later.content_version = r.content_version AND later.place > r.place)
                        UNION
                        SELECT o.school_code
                          FROM me
                          JOIN delegation d ON d.to_issuer = me.issuer AND d.to_subject = me.subject
                          JOIN open_step o ON o.step = d.step
                         WHERE d.step <> 'superintendent' AND d.revoked_at IS NULL
                           AND d.valid_from <= me.today AND d.valid_until >= me.today
                           AND (d.schools IS NULL OR o.school_code = ANY (d.schools))
                        """, row -> new SchoolCode(row.getString(1)), person.issuer(), person.subject(), day).stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
