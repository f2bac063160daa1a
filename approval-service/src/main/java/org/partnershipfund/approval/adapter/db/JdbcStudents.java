package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import org.partnershipfund.approval.council.Group;
import org.partnershipfund.approval.council.Students;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.foundation.sql.Sql;

/** Students in table {@code council_seat}. */
@ApplicationScoped
class JdbcStudents implements Students {

    private final Sql sql;

    JdbcStudents(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Set<Person> among(Collection<Person> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(sql.list(
                """
                SELECT DISTINCT issuer, subject FROM council_seat
                 WHERE member_group = ? AND (issuer, subject) IN (SELECT * FROM unnest(?::text[], ?::text[]))
                """,
                row -> new Person(row.getString(1), row.getString(2)),
                Group.STUDENT.word(),
                people.stream().map(Person::issuer).toArray(String[]::new),
                people.stream().map(Person::subject).toArray(String[]::new)));
    }
}
