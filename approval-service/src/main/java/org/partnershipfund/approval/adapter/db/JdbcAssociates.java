package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.council.Associate;
import org.partnershipfund.approval.council.AssociateId;
import org.partnershipfund.approval.council.Associates;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Associates in table {@code council_associate}. */
@ApplicationScoped
class JdbcAssociates implements Associates {

    private final Sql sql;

    JdbcAssociates(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Versioned<Associate>> find(AssociateId id) {
        return Optional.ofNullable(
                sql.first("SELECT * FROM council_associate WHERE id = ?", JdbcAssociates::associate, id.value()));
    }

    @Override
    public List<Versioned<Associate>> list(SchoolCode school, Optional<AssociateId> after, int limit) {
        return sql.list(
                "SELECT * FROM council_associate WHERE school_code = ? AND id > ? ORDER BY id LIMIT ?",
                JdbcAssociates::associate,
                school.value(),
                after.map(AssociateId::value).orElse(Sorting.BEFORE_ALL),
                limit);
    }

    @Override
    public List<Associate> of(SchoolCode school) {
        return list(school, Optional.empty(), Integer.MAX_VALUE).stream()
                .map(Versioned::value)
                .toList();
    }

    @Override
    public long store(Associate associate, long readVersion) {
        if (readVersion == 0) {
            sql.updateOne(
                    """
                    INSERT INTO council_associate (id, school_code, organisation, name, issuer, subject, valid_from,
                                                   valid_until, version)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)
                    """,
                    associate.id().value(),
                    associate.school().value(),
                    associate.organisation(),
                    associate.name(),
                    associate.person().map(Person::issuer).orElse(null),
                    associate.person().map(Person::subject).orElse(null),
                    associate.from(),
                    associate.until().orElse(null));
            return 1;
        }
        int rows = sql.update(
                "UPDATE council_associate SET valid_until = ?, version = version + 1 WHERE id = ? AND version = ?",
                associate.until().orElse(null),
                associate.id().value(),
                readVersion);
        if (rows != 1) {
            throw new StaleStateException(associate.id().value(), readVersion);
        }
        return readVersion + 1;
    }

    private static Versioned<Associate> associate(ResultSet row) throws SQLException {
        return new Versioned<>(
                new Associate(
                        new AssociateId(row.getObject("id", UUID.class)),
                        new SchoolCode(row.getString("school_code")),
                        row.getString("organisation"),
                        row.getString("name"),
                        Words.person(row.getString("issuer"), row.getString("subject")),
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class))),
                row.getLong("version"));
    }
}
