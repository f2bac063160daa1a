package org.partnershipfund.foundation.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;

/** The dated records behind {@link Scopes}: written by the service that owns the fact, or by what it hears of it. */
@ApplicationScoped
public class ScopeRecords {

    private final Sql sql;

    @Inject
    ScopeRecords(Sql sql) {
        this.sql = sql;
    }

    /**
     * A role of a person at a school; said again with the same first day, only its end may have changed.
     *
     * @param role one of {@link Roles} that apply at schools
     * @param until the last day that counts; null until further notice
     */
    public void record(Person person, String role, SchoolCode school, LocalDate from, @Nullable LocalDate until) {
        sql.updateOne("""
                INSERT INTO scope_record (issuer, subject, role, school_code, valid_from, valid_until)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT ON CONSTRAINT scope_record_pk DO UPDATE SET valid_until = EXCLUDED.valid_until
                """, person.issuer(), person.subject(), role, school.value(), from, until);
    }

    /**
     * Takes back a role that never came to be; one that was never recorded stays so.
     *
     * @param role one of {@link Roles} that apply at schools
     * @param from the first day with which it was recorded
     */
    public void cancel(Person person, String role, SchoolCode school, LocalDate from) {
        int _ = sql.update("""
                DELETE FROM scope_record
                 WHERE issuer = ? AND subject = ? AND role = ? AND school_code = ? AND valid_from = ?
                """, person.issuer(), person.subject(), role, school.value(), from);
    }
}
