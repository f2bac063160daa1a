package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contract.Draft;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Ends;
import org.partnershipfund.procurement.contract.Share;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.process.ProcessId;

/** Contracts in table {@code contract}; their shares also in {@code contract_share}, where the trial balance adds up. */
@ApplicationScoped
class JdbcContracts implements Contracts {

    /** A contract of a hundred schools takes about 300 kB of memory. */
    private static final int RECENT = 64;

    private final Sql sql;
    private final Documents documents;

    /** Each payment reads the contract, whose document has the shares of up to a hundred schools. */
    private final RecentDocuments<Contract> recent;

    JdbcContracts(Sql sql, Documents documents) {
        this.sql = sql;
        this.documents = documents;
        this.recent = new RecentDocuments<>(sql, documents, "contract", Contract.class, RECENT);
    }

    @Override
    public Optional<Versioned<Contract>> find(ContractId id) {
        return recent.find(id.value());
    }

    @Override
    public Optional<Versioned<Contract>> hold(ContractId id) {
        return recent.hold(id.value());
    }

    private Versioned<Contract> read(ResultSet row) throws SQLException {
        return new Versioned<>(documents.read(row.getString("document"), Contract.class), row.getLong("version"));
    }

    @Override
    public Optional<ContractId> of(ProcessId process) {
        return Optional.ofNullable(sql.first(
                "SELECT id FROM contract WHERE process_id = ?",
                row -> new ContractId(row.getObject(1, UUID.class)),
                process.value()));
    }

    @Override
    public List<Versioned<Contract>> list(Filter filter, Sight sight, Optional<ContractId> after, int limit) {
        var fund = filter.fund().orElse(null);
        var partner = filter.partner().orElse(null);
        var school = filter.school().map(SchoolCode::value).orElse(null);
        var state = filter.state().orElse(null);
        var modified =
                filter.modifiedAfter().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
        UUID last = after.map(ContractId::value).orElse(null);
        return sql.list(
                """
                SELECT document, version FROM contract c
                 WHERE (?::uuid IS NULL OR fund_id = ?::uuid) AND (?::uuid IS NULL OR partner_id = ?::uuid)
                   AND (?::text IS NULL OR EXISTS (SELECT FROM contract_share s
                                                    WHERE s.contract_id = c.id AND s.school_code = ?::text))
                   AND (?::text IS NULL OR state = ?::text)
                   AND (?::timestamptz IS NULL OR modified_at > ?::timestamptz)
                   AND (? OR partner_id = ANY (?::uuid[])
                          OR EXISTS (SELECT FROM contract_share s
                                      WHERE s.contract_id = c.id AND s.school_code = ANY (?::text[])))
                   AND (?::uuid IS NULL OR id > ?::uuid)
                 ORDER BY id LIMIT ?
                """,
                this::read,
                fund,
                fund,
                partner,
                partner,
                school,
                school,
                state,
                state,
                modified,
                modified,
                sight.everything(),
                Documents.array(sight.partners()),
                Documents.array(sight.schools()),
                last,
                last,
                limit);
    }

    @Override
    public long store(Contract contract, long readVersion) {
        if (contract instanceof Draft draft && readVersion == 0) {
            add(draft);
            return 1;
        }
        update(contract, readVersion);
        keepShares(contract);
        return readVersion + 1;
    }

    private void add(Draft draft) {
        var terms = draft.terms();
        sql.updateOne(
                """
                INSERT INTO contract (id, process_id, fund_id, partner_id, amount_cents, state, document)
                VALUES (?, ?, ?, ?, ?, 'draft', ?::jsonb)
                """,
                draft.id().value(),
                terms.process().value(),
                terms.fund().value(),
                draft.partner(),
                terms.amount().cents(),
                documents.write(draft));
        keepShares(draft);
    }

    /** What each share stands for now; an amendment adds some. */
    private void keepShares(Contract contract) {
        int _ = sql.update("""
                INSERT INTO contract_share (contract_id, line_id, selection_id, fund_id, school_code, amount_cents,
                                            reservation_id, encumbrance_id)
                SELECT ?, line_id, selection_id, ?, school_code, amount_cents, reservation_id, encumbrance_id
                  FROM jsonb_to_recordset(?::jsonb) AS given (line_id uuid, selection_id uuid, school_code text,
                                                              amount_cents bigint, reservation_id uuid,
                                                              encumbrance_id uuid)
                ON CONFLICT (contract_id, reservation_id) DO UPDATE
                   SET amount_cents = EXCLUDED.amount_cents, encumbrance_id = EXCLUDED.encumbrance_id
                """, contract.id().value(), contract.terms().fund().value(), shares(contract));
    }

    private String shares(Contract contract) {
        return documents.write(
                Ends.holding(contract).stream().map(JdbcContracts::columns).toList());
    }

    private static Map<String, Object> columns(Share share) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("line_id", share.line());
        columns.put("selection_id", share.selection());
        columns.put("school_code", share.school().value());
        columns.put("amount_cents", share.amount().cents());
        columns.put("reservation_id", share.reservation().value());
        CommitmentId encumbrance = share.encumbrance();
        if (encumbrance != null) {
            columns.put("encumbrance_id", encumbrance.value());
        }
        return columns;
    }

    private void update(Contract contract, long readVersion) {
        @Nullable Executed executed = contract.execution();
        if (sql.update(
                        """
                        UPDATE contract SET state = ?, executed_at = ?, amount_cents = ?, document = ?::jsonb,
                               version = version + 1, modified_at = clock_timestamp()
                         WHERE id = ? AND version = ?
                        """,
                        Contract.word(contract),
                        executed == null ? null : executed.executedAt().atOffset(ZoneOffset.UTC),
                        contract.terms().amount().cents(),
                        documents.write(contract),
                        contract.id().value(),
                        readVersion)
                == 0) {
            throw new StaleStateException(contract.id(), readVersion);
        }
    }

    @Override
    public long nextNumber() {
        Long number = sql.first("SELECT nextval('purchase_order_number')", row -> row.getLong(1));
        if (number == null) {
            throw new IllegalStateException("no number");
        }
        return number;
    }
}
