package org.partnershipfund.allocation.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.utilisation.ContractId;
import org.partnershipfund.allocation.utilisation.ContractStanding;
import org.partnershipfund.allocation.utilisation.ExecutedContract;
import org.partnershipfund.allocation.utilisation.InvoiceId;
import org.partnershipfund.allocation.utilisation.PaidInvoice;
import org.partnershipfund.allocation.utilisation.Shares;
import org.partnershipfund.allocation.utilisation.Spending;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Contracts and payments in tables {@code contract_share} and {@code invoice_payment}; what contracts hold since they
 * changed in {@code contract_standing}. */
@ApplicationScoped
class JdbcSpending implements Spending {

    private final Sql sql;

    JdbcSpending(Sql sql) {
        this.sql = sql;
    }

    private record Line(UUID contract, UUID fund, SchoolCode school, Money amount, Instant at) {

        static Line of(ResultSet row) throws SQLException {
            return new Line(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    new SchoolCode(row.getString(3)),
                    new Money(row.getLong(4)),
                    row.getTimestamp(5).toInstant());
        }
    }

    @Override
    public Optional<ExecutedContract> find(ContractId id) {
        List<Line> lines = sql.list(
                "SELECT contract_id, fund_id, school_code, amount_cents, executed_at FROM contract_share WHERE contract_id = ?",
                Line::of,
                id.value());
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExecutedContract(
                        id,
                        new FundId(lines.getFirst().fund()),
                        shares(lines),
                        lines.getFirst().at()));
    }

    @Override
    public Optional<PaidInvoice> find(InvoiceId id) {
        List<Line> lines = sql.list(
                "SELECT contract_id, fund_id, school_code, amount_cents, paid_at FROM invoice_payment WHERE invoice_id = ?",
                Line::of,
                id.value());
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new PaidInvoice(
                        id,
                        new ContractId(lines.getFirst().contract()),
                        new FundId(lines.getFirst().fund()),
                        shares(lines),
                        lines.getFirst().at()));
    }

    @Override
    public void add(ExecutedContract contract) {
        contract.shares()
                .bySchool()
                .forEach((school, amount) -> sql.updateOne(
                        "INSERT INTO contract_share (contract_id, school_code, fund_id, amount_cents, executed_at) VALUES (?, ?, ?, ?, ?)",
                        contract.id().value(),
                        school.value(),
                        contract.fund().value(),
                        amount.cents(),
                        Timestamp.from(contract.at())));
    }

    @Override
    public void add(PaidInvoice invoice) {
        invoice.payments()
                .bySchool()
                .forEach((school, amount) -> sql.updateOne(
                        "INSERT INTO invoice_payment (invoice_id, school_code, contract_id, fund_id, amount_cents, paid_at) VALUES (?, ?, ?, ?, ?, ?)",
                        invoice.id().value(),
                        school.value(),
                        invoice.contract().value(),
                        invoice.fund().value(),
                        amount.cents(),
                        Timestamp.from(invoice.at())));
    }

    @Override
    public void add(ContractStanding standing) {
        standing.bySchool().forEach((school, amount) -> {
            var _ = sql.update(
                    """
                    INSERT INTO contract_standing (contract_id, school_code, fund_id, amount_cents, said_at)
                    VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                    """,
                    standing.id().value(),
                    school.value(),
                    standing.fund().value(),
                    amount.cents(),
                    Timestamp.from(standing.at()));
        });
    }

    @Override
    public SortedMap<SchoolCode, Spent> of(FundId fund) {
        SortedMap<SchoolCode, Spent> spent = new TreeMap<>();
        sql.list(
                        """
                        SELECT school_code, sum(contracted)::bigint, sum(paid)::bigint
                          FROM (SELECT school_code, amount_cents AS contracted, 0 AS paid
                                  FROM contract_share AS share
                                 WHERE fund_id = ?
                                   AND NOT EXISTS (SELECT FROM contract_standing AS standing
                                                    WHERE standing.contract_id = share.contract_id)
                                UNION ALL
                                (SELECT DISTINCT ON (contract_id, school_code) school_code, amount_cents, 0
                                   FROM contract_standing WHERE fund_id = ?
                                  ORDER BY contract_id, school_code, said_at DESC)
                                UNION ALL
                                SELECT school_code, 0, amount_cents FROM invoice_payment WHERE fund_id = ?) AS told
                         GROUP BY school_code
                        """,
                        row -> Map.entry(
                                new SchoolCode(row.getString(1)),
                                new Spent(new Money(row.getLong(2)), new Money(row.getLong(3)))),
                        fund.value(),
                        fund.value(),
                        fund.value())
                .forEach(school -> spent.put(school.getKey(), school.getValue()));
        return spent;
    }

    private static Shares shares(List<Line> lines) {
        SortedMap<SchoolCode, Money> bySchool = new TreeMap<>();
        lines.forEach(line -> bySchool.put(line.school(), line.amount()));
        return new Shares(bySchool);
    }
}
