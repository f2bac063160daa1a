package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.supervision.Absence;
import org.partnershipfund.approval.supervision.Absences;
import org.partnershipfund.foundation.sql.Sql;

/** Absences in table {@code absence}. */
@ApplicationScoped
class JdbcAbsences implements Absences {

    private final Sql sql;

    JdbcAbsences(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Absence absence) {
        sql.updateOne(
                "INSERT INTO absence VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                absence.id(),
                absence.person().issuer(),
                absence.person().subject(),
                absence.from(),
                absence.until(),
                absence.declaredBy().issuer(),
                absence.declaredBy().subject(),
                absence.at().atOffset(ZoneOffset.UTC));
    }

    @Override
    public boolean isAway(Person person, LocalDate day) {
        return !sql.list("""
                        SELECT FROM absence
                         WHERE issuer = ? AND subject = ? AND away_from <= ? AND away_until >= ?
                        """, _ -> true, person.issuer(), person.subject(), day, day)
                .isEmpty();
    }

    @Override
    public List<Absence> list(Optional<Person> of, Optional<UUID> after, int limit) {
        String issuer = of.map(Person::issuer).orElse(null);
        return sql.list(
                """
                SELECT * FROM absence
                 WHERE id > ? AND (?::text IS NULL OR (issuer = ? AND subject = ?)) ORDER BY id LIMIT ?
                """,
                row -> new Absence(
                        row.getObject("id", UUID.class),
                        new Person(row.getString("issuer"), row.getString("subject")),
                        row.getObject("away_from", LocalDate.class),
                        row.getObject("away_until", LocalDate.class),
                        new Person(row.getString("declared_issuer"), row.getString("declared_subject")),
                        row.getObject("declared_at", OffsetDateTime.class).toInstant()),
                after.orElse(Sorting.BEFORE_ALL),
                issuer,
                issuer,
                of.map(Person::subject).orElse(null),
                limit);
    }
}
