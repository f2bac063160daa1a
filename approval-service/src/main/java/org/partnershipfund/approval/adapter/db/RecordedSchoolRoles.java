package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.person.SchoolRoles;
import org.partnershipfund.foundation.caller.ScopeRecords;
import org.partnershipfund.kernel.SchoolCode;

/** Roles at schools in the foundation's table {@code scope_record}. */
@ApplicationScoped
class RecordedSchoolRoles implements SchoolRoles {

    private final ScopeRecords records;
    private final EntityManager database;

    RecordedSchoolRoles(ScopeRecords records, EntityManager database) {
        this.records = records;
        this.database = database;
    }

    @Override
    public void record(Person person, SchoolRole role, SchoolCode school, LocalDate from, Optional<LocalDate> until) {
        records.record(
                new org.partnershipfund.foundation.caller.Person(person.issuer(), person.subject()),
                role.word(),
                school,
                from,
                until.orElse(null));
    }

    @Override
    @Transactional
    public boolean holds(Person person, SchoolRole role, SchoolCode school, LocalDate day) {
        return !database.createNativeQuery("""
                        SELECT 1 FROM scope_record
                         WHERE issuer = :issuer AND subject = :subject AND role = :role AND school_code = :school
                           AND valid_from <= :day AND (valid_until IS NULL OR :day <= valid_until)
                        """, Integer.class)
                .setParameter("issuer", person.issuer())
                .setParameter("subject", person.subject())
                .setParameter("role", role.word())
                .setParameter("school", school.value())
                .setParameter("day", day)
                .getResultList()
                .isEmpty();
    }
}
