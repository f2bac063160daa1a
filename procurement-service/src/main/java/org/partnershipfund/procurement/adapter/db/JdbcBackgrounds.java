package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.disclosure.Background;
import org.partnershipfund.procurement.disclosure.Background.Approval;
import org.partnershipfund.procurement.disclosure.Background.School;
import org.partnershipfund.procurement.disclosure.Backgrounds;
import org.partnershipfund.procurement.ledger.ChartParts;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.ledger.ResponsibilityCentre;
import org.partnershipfund.procurement.process.ProcessId;

/** Budget lines, reservations and approvals, read together for one process. */
@ApplicationScoped
class JdbcBackgrounds implements Backgrounds {

    private record Named(SchoolCode code, School school) {}

    private final Sql sql;

    JdbcBackgrounds(Sql sql) {
        this.sql = sql;
    }

    @Override
    public RememberedFund fund(FundId fund) {
        return sql.list(
                        "SELECT name, fiscal_year, pool_cents, planned_cents, account, fund, program, subclass FROM remembered_fund WHERE id = ?",
                        row -> new RememberedFund(
                                fund,
                                row.getString("name"),
                                new FiscalYear(row.getInt("fiscal_year")),
                                new Money(row.getLong("pool_cents")),
                                new ChartParts(
                                        row.getString("account"),
                                        row.getString("fund"),
                                        row.getString("program"),
                                        row.getString("subclass")),
                                new Money(row.getLong("planned_cents"))),
                        fund.value())
                .getFirst();
    }

    @Override
    public Background of(ProcessId process, FundId fund, Set<SchoolCode> schools) {
        Map<SchoolCode, School> named = new HashMap<>();
        sql.list(
                        "SELECT school_code, school_name, responsibility_centre FROM budget_line WHERE fund_id = ? AND school_code = ANY (?::text[])",
                        row -> new Named(
                                new SchoolCode(row.getString("school_code")),
                                new School(
                                        row.getString("school_name"),
                                        new ResponsibilityCentre(row.getString("responsibility_centre")))),
                        fund.value(),
                        Documents.array(schools))
                .forEach(one -> named.put(one.code(), one.school()));
        return new Background(named, approvals(process), reservedAt(process));
    }

    private List<Approval> approvals(ProcessId process) {
        return sql.list(
                """
                SELECT approval.school_code, approval.step, max(approval.decided_at) AS decided_at
                  FROM (SELECT DISTINCT selection_id, version FROM reserved_line
                         WHERE process_id = ? AND (state <> 'released' OR contract_id IS NOT NULL)) AS line
                  JOIN selection_approval AS approval USING (selection_id, version)
                 GROUP BY approval.school_code, approval.step
                 ORDER BY approval.school_code, approval.step
                """,
                row -> new Approval(
                        new SchoolCode(row.getString("school_code")),
                        row.getString("step"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()),
                process.value());
    }

    private Optional<Instant> reservedAt(ProcessId process) {
        return sql.list(
                        """
                SELECT min(commitment.opened_at) AS at FROM reserved_line
                  JOIN commitment ON commitment.id = reserved_line.commitment_id
                 WHERE reserved_line.process_id = ?
                   AND (reserved_line.state <> 'released' OR reserved_line.contract_id IS NOT NULL)
                """,
                        row -> {
                            @Nullable OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
                            return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
                        },
                        process.value())
                .getFirst();
    }

    @Override
    public void remember(UUID selection, int version, SchoolCode school, Map<String, Instant> decided) {
        decided.forEach((step, at) -> {
            int _ = sql.update("""
                    INSERT INTO selection_approval (selection_id, version, step, school_code, decided_at)
                    VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                    """, selection, version, step, school.value(), at.atOffset(ZoneOffset.UTC));
        });
    }
}
