package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.reservation.Holding;
import org.partnershipfund.procurement.reservation.Holding.Held;
import org.partnershipfund.procurement.reservation.Holding.Refused;
import org.partnershipfund.procurement.reservation.Holding.Withdrawn;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.reservation.ReservedLine;

/** Answers in table {@code held_selection}, lines in {@code reserved_line}; a store is one statement. */
@ApplicationScoped
class JdbcHoldings implements Holdings {

    private static final String STORE = """
            WITH answered AS (
                INSERT INTO held_selection (selection_id, version, fund_id, school_code, state, reason, decided_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (selection_id) DO UPDATE SET version = EXCLUDED.version, state = EXCLUDED.state,
                    reason = EXCLUDED.reason, decided_at = EXCLUDED.decided_at),
            released AS (
                UPDATE reserved_line SET state = 'released'
                 WHERE selection_id = ? AND state = 'held' AND commitment_id <> ALL (?::uuid[]))
            INSERT INTO reserved_line (commitment_id, selection_id, version, line_id, fund_id, fiscal_year, school_code,
                                       program_id, program_name, partner_id, partner_name, service_area, amount_cents,
                                       raises, state)
            SELECT *, 'held'
              FROM jsonb_to_recordset(?::jsonb) AS line (
                   commitment_id uuid, selection_id uuid, version integer, line_id uuid, fund_id uuid,
                   fiscal_year integer, school_code text, program_id uuid, program_name text, partner_id uuid,
                   partner_name text, service_area text, amount_cents bigint, raises uuid)
            ON CONFLICT (commitment_id) DO UPDATE SET version = EXCLUDED.version, line_id = EXCLUDED.line_id,
                amount_cents = EXCLUDED.amount_cents
             WHERE reserved_line.version <> EXCLUDED.version
            """;

    private final Sql sql;
    private final Documents documents;

    JdbcHoldings(Sql sql, Documents documents) {
        this.sql = sql;
        this.documents = documents;
    }

    private record Answer(
            int version, String state, @Nullable String reason) {}

    @Override
    public Optional<Holding> hold(UUID selection) {
        Answer answer = sql.first(
                "SELECT version, state, reason FROM held_selection WHERE selection_id = ? FOR UPDATE",
                row -> new Answer(row.getInt("version"), row.getString("state"), row.getString("reason")),
                selection);
        if (answer == null) {
            return Optional.empty();
        }
        String reason = String.valueOf(answer.reason());
        return Optional.of(
                switch (answer.state()) {
                    case "held" -> new Held(selection, answer.version(), ofSelection(selection));
                    case "refused" -> new Refused(selection, answer.version(), reason, ofSelection(selection));
                    case "withdrawn" -> new Withdrawn(selection, answer.version(), reason, ofSelection(selection));
                    case String unknown -> throw new IllegalStateException("selection in state " + unknown);
                });
    }

    private List<ReservedLine> ofSelection(UUID selection) {
        return lines("selection_id = ? AND state <> 'released'", selection);
    }

    @Override
    public void store(Holding holding, FundId fund, SchoolCode school, Instant at) {
        @Nullable String reason = switch (holding) {
            case Held _ -> null;
            case Refused refused -> refused.reason();
            case Withdrawn withdrawn -> withdrawn.reason();
        };
        String state = switch (holding) {
            case Held _ -> "held";
            case Refused _ -> "refused";
            case Withdrawn _ -> "withdrawn";
        };
        List<CommitmentId> kept =
                holding.lines().stream().map(ReservedLine::commitment).toList();
        int _ = sql.update(
                STORE,
                holding.selection(),
                holding.version(),
                fund.value(),
                school.value(),
                state,
                reason,
                at.atOffset(ZoneOffset.UTC),
                holding.selection(),
                Documents.array(kept),
                documents.write(
                        holding.lines().stream().map(JdbcHoldings::columns).toList()));
    }

    private static Map<String, Object> columns(ReservedLine line) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("commitment_id", line.commitment().value());
        columns.put("selection_id", line.selection());
        columns.put("version", line.version());
        columns.put("line_id", line.line());
        columns.put("fund_id", line.fund().value());
        columns.put("fiscal_year", line.year().endYear());
        columns.put("school_code", line.school().value());
        columns.put("program_id", line.program());
        columns.put("program_name", line.programName());
        columns.put("partner_id", line.partner());
        columns.put("partner_name", line.partnerName());
        columns.put("service_area", line.serviceArea());
        columns.put("amount_cents", line.amount().cents());
        CommitmentId raises = line.raises();
        if (raises != null) {
            columns.put("raises", raises.value());
        }
        return columns;
    }

    @Override
    public List<Place> holdUncontracted(FundId fund) {
        return sql.list(
                """
                SELECT selection_id, version, school_code FROM held_selection
                 WHERE fund_id = ?
                   AND selection_id IN (SELECT selection_id FROM reserved_line
                                         WHERE fund_id = ? AND state = 'held' AND contract_id IS NULL)
                 ORDER BY selection_id FOR UPDATE
                """,
                row -> new Place(
                        row.getObject("selection_id", UUID.class),
                        row.getInt("version"),
                        new SchoolCode(row.getString("school_code"))),
                fund.value(),
                fund.value());
    }

    @Override
    public List<ReservedLine> holdToBuy(FundId fund, UUID program) {
        // The selections first: whoever changes one of them holds it, too.
        List<UUID> _ = sql.list("""
                SELECT selection_id FROM held_selection
                 WHERE selection_id IN (SELECT selection_id FROM reserved_line
                                         WHERE fund_id = ? AND program_id = ? AND state = 'held' AND process_id IS NULL
                                           AND raises IS NULL)
                 ORDER BY selection_id FOR UPDATE
                """, row -> row.getObject(1, UUID.class), fund.value(), program);
        return lines(
                "fund_id = ? AND program_id = ? AND state = 'held' AND process_id IS NULL AND raises IS NULL",
                fund.value(),
                program);
    }

    @Override
    public List<ReservedLine> ofProcess(UUID process) {
        return lines("process_id = ? AND state <> 'released'", process);
    }

    @Override
    public List<ReservedLine> everOfProcess(UUID process) {
        return lines("process_id = ? AND (state <> 'released' OR contract_id IS NOT NULL)", process);
    }

    @Override
    public List<ReservedLine> countingFor(UUID process) {
        return lines("""
                process_id = ?
                AND (state <> 'released'
                     OR contract_id IN (SELECT id FROM contract WHERE state IN ('completed', 'terminated')))""", process);
    }

    private List<ReservedLine> lines(String which, Object... parameters) {
        return sql.list(
                "SELECT * FROM reserved_line WHERE " + which + " ORDER BY school_code, selection_id, line_id",
                JdbcHoldings::line,
                parameters);
    }

    private static ReservedLine line(ResultSet row) throws SQLException {
        @Nullable Long awarded = row.getObject("awarded_cents", Long.class);
        @Nullable UUID raises = row.getObject("raises", UUID.class);
        @Nullable Long paid = row.getObject("paid_cents", Long.class);
        return new ReservedLine(
                new CommitmentId(row.getObject("commitment_id", UUID.class)),
                row.getObject("selection_id", UUID.class),
                row.getInt("version"),
                row.getObject("line_id", UUID.class),
                new FundId(row.getObject("fund_id", UUID.class)),
                new FiscalYear(row.getInt("fiscal_year")),
                new SchoolCode(row.getString("school_code")),
                row.getObject("program_id", UUID.class),
                row.getString("program_name"),
                row.getObject("partner_id", UUID.class),
                row.getString("partner_name"),
                row.getString("service_area"),
                new Money(row.getLong("amount_cents")),
                row.getObject("process_id", UUID.class),
                awarded == null ? null : new Money(awarded),
                row.getObject("contract_id", UUID.class),
                raises == null ? null : new CommitmentId(raises),
                paid == null ? null : new Money(paid));
    }

    @Override
    public void buy(UUID process, List<CommitmentId> lines) {
        int _ = sql.update(
                "UPDATE reserved_line SET process_id = ? WHERE commitment_id = ANY (?::uuid[])",
                process,
                Documents.array(lines));
    }

    @Override
    public void free(UUID process) {
        int _ = sql.update(
                "UPDATE reserved_line SET process_id = NULL, awarded_cents = NULL WHERE process_id = ? AND state = 'held'",
                process);
    }

    @Override
    public void award(Map<CommitmentId, Money> amounts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        amounts.forEach((line, amount) -> rows.add(Map.of("id", line.value(), "cents", amount.cents())));
        int _ = sql.update("""
                UPDATE reserved_line SET awarded_cents = price.cents
                  FROM jsonb_to_recordset(?::jsonb) AS price (id uuid, cents bigint)
                 WHERE commitment_id = price.id
                """, documents.write(rows));
    }

    @Override
    public void contract(UUID contract, List<CommitmentId> lines) {
        int _ = sql.update(
                "UPDATE reserved_line SET contract_id = ? WHERE commitment_id = ANY (?::uuid[])",
                contract,
                Documents.array(lines));
    }

    @Override
    public void encumber(UUID contract) {
        int _ = sql.update("UPDATE reserved_line SET state = 'encumbered' WHERE contract_id = ?", contract);
    }

    @Override
    public Map<CommitmentId, ReservedLine> raising(List<CommitmentId> lines) {
        Map<CommitmentId, ReservedLine> raising = new LinkedHashMap<>();
        lines("state = 'held' AND raises = ANY (?::uuid[])", Documents.array(lines))
                .forEach(line -> {
                    CommitmentId raises = line.raises();
                    if (raises != null) {
                        raising.put(raises, line);
                    }
                });
        return raising;
    }

    @Override
    public void amend(UUID contract, CommitmentId raise, Money amount) {
        sql.updateOne("""
                UPDATE reserved_line AS raise
                   SET state = 'encumbered', contract_id = ?, awarded_cents = ?, amount_cents = ?,
                       process_id = raised.process_id
                  FROM reserved_line AS raised
                 WHERE raise.commitment_id = ? AND raised.commitment_id = raise.raises
                """, contract, amount.cents(), amount.cents(), raise.value());
    }

    @Override
    public void reduce(CommitmentId line, Money amount) {
        sql.updateOne(
                "UPDATE reserved_line SET awarded_cents = ?, amount_cents = ? WHERE commitment_id = ?",
                amount.cents(),
                amount.cents(),
                line.value());
    }

    @Override
    public List<ReservedLine> ofContract(UUID contract) {
        return lines("contract_id = ? AND state <> 'released'", contract);
    }

    @Override
    public void complete(UUID contract, Map<CommitmentId, Money> paid) {
        List<Map<String, Object>> rows = new ArrayList<>();
        paid.forEach((line, amount) -> rows.add(Map.of("id", line.value(), "cents", amount.cents())));
        int _ = sql.update("""
                UPDATE reserved_line
                   SET paid_cents = paid.cents,
                       state = CASE WHEN paid.cents > 0 THEN state ELSE 'released' END
                  FROM jsonb_to_recordset(?::jsonb) AS paid (id uuid, cents bigint)
                 WHERE commitment_id = paid.id AND contract_id = ?
                """, documents.write(rows), contract);
    }

    @Override
    public void releaseRaising(UUID contract) {
        int _ = sql.update("""
                UPDATE reserved_line SET state = 'released'
                 WHERE state = 'held'
                   AND raises IN (SELECT commitment_id FROM reserved_line WHERE contract_id = ?)
                """, contract);
    }

    @Override
    public void end(UUID contract) {
        int _ = sql.update("""
                UPDATE reserved_line SET state = 'released'
                 WHERE contract_id = ?
                    OR raises IN (SELECT commitment_id FROM reserved_line WHERE contract_id = ?)
                """, contract, contract);
    }
}
