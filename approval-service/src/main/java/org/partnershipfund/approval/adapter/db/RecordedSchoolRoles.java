package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.person.SchoolRoles;
import org.partnershipfund.foundation.caller.ScopeRecords;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;

/** Roles at schools in the foundation's table {@code scope_record}. */
@ApplicationScoped
class RecordedSchoolRoles implements SchoolRoles {

    private final ScopeRecords records;
    private final Sql sql;

    RecordedSchoolRoles(ScopeRecords records, Sql sql) {
        this.records = records;
        this.sql = sql;
    }

    @Override
    public void record(Person person, SchoolRole role, SchoolCode school, LocalDate from, Optional<LocalDate> until) {
        records.record(asCaller(person), role.word(), school, from, until.orElse(null));
    }

    @Override
    public void cancel(Person person, SchoolRole role, SchoolCode school, LocalDate from) {
        records.cancel(asCaller(person), role.word(), school, from);
    }

    private static org.partnershipfund.foundation.caller.Person asCaller(Person person) {
        return new org.partnershipfund.foundation.caller.Person(person.issuer(), person.subject());
    }

    @Override
    public boolean holds(Person person, SchoolRole role, SchoolCode school, LocalDate day) {
        return !sql.list("""
                        SELECT FROM scope_record
                         WHERE issuer = ? AND subject = ? AND role = ? AND school_code = ?
                           AND valid_from <= ? AND (valid_until IS NULL OR valid_until >= ?)
                        """, _ -> true, person.issuer(), person.subject(), role.word(), school.value(), day, day)
                .isEmpty();
    }

    @Override
    public List<Person> holders(SchoolRole role, SchoolCode school, LocalDate day) {
        return sql.list(
                """
                SELECT DISTINCT issuer, subject FROM scope_record
                 WHERE role = ? AND school_code = ? AND valid_from <= ? AND (valid_until IS NULL OR valid_until >= ?)
                 ORDER BY issuer, subject
                """, row -> new Person(row.getString(1), row.getString(2)), role.word(), school.value(), day, day);
    }
}
