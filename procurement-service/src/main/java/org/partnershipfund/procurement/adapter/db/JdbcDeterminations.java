package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.determination.Determination;
import org.partnershipfund.procurement.determination.Determination.Revoked;
import org.partnershipfund.procurement.determination.Determination.Standing;
import org.partnershipfund.procurement.determination.DeterminationId;
import org.partnershipfund.procurement.determination.Determinations;
import org.partnershipfund.procurement.process.ProcessId;

/** Determinations in table {@code determination}. */
@ApplicationScoped
class JdbcDeterminations implements Determinations {

    private final Sql sql;
    private final Documents documents;

    JdbcDeterminations(Sql sql, Documents documents) {
        this.sql = sql;
        this.documents = documents;
    }

    @Override
    public Optional<Versioned<Determination>> find(DeterminationId id) {
        return one(id, "");
    }

    @Override
    public Optional<Versioned<Determination>> hold(DeterminationId id) {
        return one(id, " FOR UPDATE");
    }

    private Optional<Versioned<Determination>> one(DeterminationId id, String lock) {
        return Optional.ofNullable(
                sql.first("SELECT document, version FROM determination WHERE id = ?" + lock, this::read, id.value()));
    }

    private Versioned<Determination> read(ResultSet row) throws SQLException {
        return new Versioned<>(documents.read(row.getString("document"), Determination.class), row.getLong("version"));
    }

    @Override
    public Optional<ProcessId> usedBy(DeterminationId id) {
        return Optional.ofNullable(
                sql.first("""
                SELECT id FROM contracting_process
                 WHERE document #>> '{opening,route,reference}' = ? AND state <> 'cancelled'
                 ORDER BY id LIMIT 1
                """, row -> new ProcessId(row.getObject("id", UUID.class)), id.toString()));
    }

    @Override
    public Money bought(DeterminationId id, ProcessId but) {
        Long cents = sql.first("""
                SELECT COALESCE(sum((document #>> '{opening,own,cents}')::bigint), 0)::bigint FROM contracting_process
                 WHERE document #>> '{opening,route,reference}' = ? AND state <> 'cancelled' AND id <> ?
                """, row -> row.getLong(1), id.toString(), but.value());
        return new Money(cents == null ? 0 : cents);
    }

    @Override
    public List<Entry> list(Filter filter, Optional<DeterminationId> after, int limit) {
        var year = filter.year().map(FiscalYear::endYear).orElse(null);
        var kind = filter.kind().orElse(null);
        var partner = filter.partner().orElse(null);
        var area = filter.area().orElse(null);
        var modified =
                filter.modifiedAfter().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
        UUID last = after.map(DeterminationId::value).orElse(null);
        return sql.list(
                """
                SELECT one.document, one.version, bought.processes, bought.cents
                  FROM determination AS one
                 CROSS JOIN LATERAL (
                       SELECT count(*) AS processes,
                              COALESCE(sum((process.document #>> '{opening,own,cents}')::bigint), 0)::bigint AS cents
                         FROM contracting_process AS process
                        WHERE process.document #>> '{opening,route,reference}' = one.id::text
                          AND process.state <> 'cancelled') AS bought
                 WHERE (?::integer IS NULL OR one.fiscal_year = ?::integer) AND (?::text IS NULL OR one.kind = ?::text)
                   AND (?::uuid IS NULL OR one.partner_id = ?::uuid) AND (?::text IS NULL OR one.service_area = ?::text)
                   AND (?::timestamptz IS NULL OR one.modified_at > ?::timestamptz)
                   AND (?::uuid IS NULL OR one.id > ?::uuid)
                 ORDER BY one.id LIMIT ?
                """,
                row -> new Entry(read(row), row.getLong("processes"), new Money(row.getLong("cents"))),
                year,
                year,
                kind,
                kind,
                partner,
                partner,
                area,
                area,
                modified,
                modified,
                last,
                last,
                limit);
    }

    @Override
    public long store(Determination determination, long readVersion) {
        String state = switch (determination) {
            case Standing _ -> "standing";
            case Revoked _ -> "revoked";
        };
        String document = documents.write(determination);
        if (readVersion == 0) {
            var finding = determination.finding();
            sql.updateOne(
                    """
                    INSERT INTO determination (id, fund_id, fiscal_year, program_id, partner_id, service_area, kind, ground,
                                               up_to_cents, determined_on, state, document)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                    """,
                    finding.id().value(),
                    finding.fund().value(),
                    finding.year().endYear(),
                    finding.program().id(),
                    finding.program().partner(),
                    finding.program().serviceArea(),
                    finding.kind().word(),
                    finding.ground(),
                    finding.upTo().cents(),
                    finding.determinedOn(),
                    state,
                    document);
        } else if (sql.update("""
                        UPDATE determination
                           SET state = ?, document = ?::jsonb, version = version + 1, modified_at = clock_timestamp()
                         WHERE id = ? AND version = ?
                        """, state, document, determination.id().value(), readVersion) == 0) {
            throw new StaleStateException(determination.id(), readVersion);
        }
        return readVersion + 1;
    }
}
