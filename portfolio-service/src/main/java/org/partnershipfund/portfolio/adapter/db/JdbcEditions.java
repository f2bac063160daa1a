package org.partnershipfund.portfolio.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.edition.Edition;
import org.partnershipfund.portfolio.edition.EditionId;
import org.partnershipfund.portfolio.edition.Editions;
import org.partnershipfund.portfolio.partner.Person;

/** Editions in table {@code edition}. */
@ApplicationScoped
class JdbcEditions implements Editions {

    private static final String TITLE =
            "SELECT id, cycle_id, number, day, programs, digest, issuer, subject, at%s FROM edition ";

    private final Sql sql;
    private final Holds holds;

    JdbcEditions(Sql sql, Holds holds) {
        this.sql = sql;
        this.holds = holds;
    }

    @Override
    public Optional<Edition> find(EditionId id) {
        return sql
                .list(
                        TITLE.formatted(", document") + "WHERE id = ?",
                        row -> new Edition(title(row), row.getString(10)),
                        id.value())
                .stream()
                .findFirst();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Optional<Edition.Title> holdNewest(CycleId cycle) {
        holds.hold("portfolio.editions." + cycle.value());
        return sql
                .list(
                        TITLE.formatted("") + "WHERE cycle_id = ? ORDER BY number DESC LIMIT 1",
                        JdbcEditions::title,
                        cycle.value())
                .stream()
                .findFirst();
    }

    @Override
    public List<Edition.Title> list(
            Optional<CycleId> cycle, Optional<EditionId> after, Optional<Instant> publishedAfter, int limit) {
        @Nullable UUID one = cycle.map(CycleId::value).orElse(null);
        return sql.list(
                TITLE.formatted("")
                        + "WHERE id > ? AND at > ? AND (?::uuid IS NULL OR cycle_id = ?::uuid) ORDER BY id LIMIT ?",
                JdbcEditions::title,
                after.map(EditionId::value).orElse(Lists.BEFORE_ALL),
                publishedAfter.orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC),
                one,
                one,
                limit);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void add(Edition edition) {
        Edition.Title title = edition.title();
        sql.updateOne(
                """
                INSERT INTO edition (id, cycle_id, number, day, programs, digest, issuer, subject, at, document)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                title.id().value(),
                title.cycle().value(),
                title.number(),
                title.day(),
                title.programs(),
                title.digest(),
                title.by().issuer(),
                title.by().subject(),
                title.at().atOffset(ZoneOffset.UTC),
                edition.document());
    }

    private static Edition.Title title(ResultSet row) throws SQLException {
        return new Edition.Title(
                new EditionId(row.getObject(1, UUID.class)),
                new CycleId(row.getObject(2, UUID.class)),
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                row.getInt(5),
                row.getString(6),
                new Person(row.getString(7), row.getString(8)),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }
}
