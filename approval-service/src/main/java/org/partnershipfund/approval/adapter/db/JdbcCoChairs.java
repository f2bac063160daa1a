package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.approval.council.CoChair;
import org.partnershipfund.approval.council.CoChairs;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;

/** Who was named co-chair in table {@code council_co_chair}. */
@ApplicationScoped
class JdbcCoChairs implements CoChairs {

    private final Sql sql;

    JdbcCoChairs(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<CoChair.Named> of(SchoolCode school) {
        return sql.list(
                "SELECT issuer, subject, valid_from FROM council_co_chair WHERE school_code = ? ORDER BY seq",
                row -> new CoChair.Named(
                        new Person(row.getString(1), row.getString(2)), row.getObject(3, LocalDate.class)),
                school.value());
    }

    @Override
    public void add(SchoolCode school, CoChair.Named named) {
        sql.updateOne(
                "INSERT INTO council_co_chair (school_code, issuer, subject, valid_from) VALUES (?, ?, ?, ?)",
                school.value(),
                named.member().issuer(),
                named.member().subject(),
                named.from());
    }
}
