package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Cancelled;
import org.partnershipfund.procurement.process.ContractingProcess.Open;
import org.partnershipfund.procurement.process.ContractingProcess.Solicited;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.Processes;

/** Processes in table {@code contracting_process}. */
@ApplicationScoped
class JdbcProcesses implements Processes {

    private final Sql sql;
    private final Documents documents;
    private final Holds holds;

    JdbcProcesses(Sql sql, Documents documents, Holds holds) {
        this.sql = sql;
        this.documents = documents;
        this.holds = holds;
    }

    @Override
    public Optional<Versioned<ContractingProcess>> find(ProcessId id) {
        return one(id, "");
    }

    @Override
    public Optional<Versioned<ContractingProcess>> hold(ProcessId id) {
        // Its key never changes: who only refers to it need not wait for whoever holds it.
        return one(id, " FOR NO KEY UPDATE");
    }

    private Optional<Versioned<ContractingProcess>> one(ProcessId id, String lock) {
        return Optional.ofNullable(sql.first(
                "SELECT document, version FROM contracting_process WHERE id = ?" + lock, this::read, id.value()));
    }

    private Versioned<ContractingProcess> read(ResultSet row) throws SQLException {
        return new Versioned<>(
                documents.read(row.getString("document"), ContractingProcess.class), row.getLong("version"));
    }

    @Override
    public List<ContractingProcess> holdYear(FiscalYear year) {
        // Two processes opened at once would each not see the other when they look for splitting.
        holds.hold("procurement.processes." + year.endYear());
        return sql
                .list(
                        "SELECT document, version FROM contracting_process WHERE fiscal_year = ?",
                        this::read,
                        year.endYear())
                .stream()
                .map(Versioned::value)
                .toList();
    }

    @Override
    public List<Versioned<ContractingProcess>> list(Filter filter, Optional<ProcessId> after, int limit) {
        var fund = filter.fund().orElse(null);
        var program = filter.program().orElse(null);
        var state = filter.state().orElse(null);
        var modified =
                filter.modifiedAfter().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
        UUID last = after.map(ProcessId::value).orElse(null);
        return sql.list(
                """
                SELECT document, version FROM contracting_process
                 WHERE (?::uuid IS NULL OR fund_id = ?::uuid) AND (?::uuid IS NULL OR program_id = ?::uuid)
                   AND (?::text IS NULL OR state = ?::text)
                   AND (?::timestamptz IS NULL OR modified_at > ?::timestamptz)
                   AND (?::uuid IS NULL OR id > ?::uuid)
                 ORDER BY id LIMIT ?
                """, this::read, fund, fund, program, program, state, state, modified, modified, last, last, limit);
    }

    @Override
    public long store(ContractingProcess process, long readVersion) {
        String state = switch (process) {
            case Open _ -> "open";
            case Solicited _ -> "solicited";
            case Awarded _ -> "awarded";
            case Cancelled _ -> "cancelled";
        };
        String document = documents.write(process);
        if (readVersion == 0) {
            var opening = process.opening();
            sql.updateOne(
                    """
                    INSERT INTO contracting_process (id, fund_id, fiscal_year, program_id, partner_id, service_area, route,
                                                     state, document)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                    """,
                    process.id().value(),
                    opening.fund().value(),
                    opening.year().endYear(),
                    opening.chosen().id(),
                    opening.chosen().partner(),
                    opening.chosen().serviceArea(),
                    opening.route().kind().word(),
                    state,
                    document);
        } else if (sql.update("""
                        UPDATE contracting_process
                           SET state = ?, document = ?::jsonb, version = version + 1, modified_at = clock_timestamp()
                         WHERE id = ? AND version = ?
                        """, state, document, process.id().value(), readVersion) == 0) {
            throw new StaleStateException(process.id(), readVersion);
        }
        return readVersion + 1;
    }

    @Override
    public void touch(ProcessId id) {
        sql.updateOne(
                "UPDATE contracting_process SET version = version + 1, modified_at = clock_timestamp() WHERE id = ?",
                id.value());
    }
}
