package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.supervision.Delegation;
import org.partnershipfund.approval.supervision.Delegation.Revocation;
import org.partnershipfund.approval.supervision.DelegationId;
import org.partnershipfund.approval.supervision.Delegations;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Delegations in table {@code delegation}. */
@ApplicationScoped
class JdbcDelegations implements Delegations {

    private final Sql sql;

    JdbcDelegations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Versioned<Delegation>> find(DelegationId id) {
        return sql.list("SELECT * FROM delegation WHERE id = ?", JdbcDelegations::delegation, id.value()).stream()
                .findFirst();
    }

    @Override
    public List<Delegation> to(Person delegate, LocalDate day) {
        return sql.list("""
                        SELECT * FROM delegation
                         WHERE to_issuer = ? AND to_subject = ? AND valid_from <= ? AND valid_until >= ?
                           AND revoked_at IS NULL
                         ORDER BY id
                        """, JdbcDelegations::delegation, delegate.issuer(), delegate.subject(), day, day).stream()
                .map(Versioned::value)
                .toList();
    }

    @Override
    public List<Versioned<Delegation>> list(Optional<Person> of, Optional<DelegationId> after, int limit) {
        String issuer = of.map(Person::issuer).orElse(null);
        String subject = of.map(Person::subject).orElse(null);
        return sql.list(
                """
                SELECT * FROM delegation
                 WHERE id > ?
                   AND (?::text IS NULL OR (issuer = ? AND subject = ?) OR (to_issuer = ? AND to_subject = ?))
                 ORDER BY id LIMIT ?
                """,
                JdbcDelegations::delegation,
                after.map(DelegationId::value).orElse(Sorting.BEFORE_ALL),
                issuer,
                issuer,
                subject,
                issuer,
                subject,
                limit);
    }

    @Override
    public long store(Delegation delegation, long readVersion) {
        if (readVersion == 0) {
            sql.updateOne(
                    """
                    INSERT INTO delegation (id, issuer, subject, to_issuer, to_subject, step, schools, valid_from, valid_until,
                                            reason, delegated_at, modified_at, version)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                    """,
                    delegation.id().value(),
                    delegation.delegator().issuer(),
                    delegation.delegator().subject(),
                    delegation.delegate().issuer(),
                    delegation.delegate().subject(),
                    delegation.step().word(),
                    delegation
                            .schools()
                            .map(only -> only.stream()
                                    .map(SchoolCode::value)
                                    .sorted()
                                    .toArray(String[]::new))
                            .orElse(null),
                    delegation.from(),
                    delegation.until(),
                    delegation.reason(),
                    delegation.at().atOffset(ZoneOffset.UTC),
                    delegation.at().atOffset(ZoneOffset.UTC));
            return 1;
        }
        Revocation revoked = delegation
                .revoked()
                .orElseThrow(() -> new IllegalArgumentException("a delegation changes by being revoked only"));
        int rows = sql.update(
                """
                UPDATE delegation SET revoked_issuer = ?, revoked_subject = ?, revoked_at = ?, modified_at = ?,
                       version = version + 1
                 WHERE id = ? AND version = ?
                """,
                revoked.by().issuer(),
                revoked.by().subject(),
                revoked.at().atOffset(ZoneOffset.UTC),
                revoked.at().atOffset(ZoneOffset.UTC),
                delegation.id().value(),
                readVersion);
        if (rows != 1) {
            throw new StaleStateException(delegation.id().value(), readVersion);
        }
        return readVersion + 1;
    }

    private static Versioned<Delegation> delegation(ResultSet row) throws SQLException {
        Array schools = row.getArray("schools");
        OffsetDateTime revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
        return new Versioned<>(
                new Delegation(
                        new DelegationId(row.getObject("id", UUID.class)),
                        new Person(row.getString("issuer"), row.getString("subject")),
                        new Person(row.getString("to_issuer"), row.getString("to_subject")),
                        Words.constant(Step.values(), Step::word, row.getString("step")),
                        schools == null
                                ? Optional.empty()
                                : Optional.of(Arrays.stream((String[]) schools.getArray())
                                        .map(SchoolCode::new)
                                        .collect(Collectors.toUnmodifiableSet())),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class),
                        row.getString("reason"),
                        row.getObject("delegated_at", OffsetDateTime.class).toInstant(),
                        revokedAt == null
                                ? Optional.empty()
                                : Optional.of(new Revocation(
                                        new Person(row.getString("revoked_issuer"), row.getString("revoked_subject")),
                                        revokedAt.toInstant()))),
                row.getLong("version"));
    }
}
