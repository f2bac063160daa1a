package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.partnershipfund.approval.council.Acknowledgement;
import org.partnershipfund.approval.council.Acknowledgements;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/** Acknowledgements in table {@code council_acknowledgement}. */
@ApplicationScoped
class JdbcAcknowledgements implements Acknowledgements {

    private final Sql sql;

    JdbcAcknowledgements(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Acknowledgement> of(SchoolCode school, FiscalYear year) {
        return sql.list(
                """
                SELECT issuer, subject, summary, said_at FROM council_acknowledgement
                 WHERE school_code = ? AND fiscal_year = ? ORDER BY said_at
                """,
                row -> new Acknowledgement(
                        school,
                        new Person(row.getString(1), row.getString(2)),
                        year,
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()),
                school.value(),
                year.endYear());
    }

    @Override
    public void add(Acknowledgement said) {
        int _ = sql.update(
                """
                INSERT INTO council_acknowledgement (school_code, issuer, subject, fiscal_year, summary, said_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """,
                said.school().value(),
                said.member().issuer(),
                said.member().subject(),
                said.year().endYear(),
                said.summary(),
                said.at().atOffset(ZoneOffset.UTC));
    }
}
