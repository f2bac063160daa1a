package org.partnershipfund.allocation.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
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
import org.partnershipfund.allocation.utilisation.MoneyReturned;
import org.partnershipfund.allocation.utilisation.PaidInvoice;
import org.partnershipfund.allocation.utilisation.PaymentPart;
import org.partnershipfund.allocation.utilisation.Shares;
import org.partnershipfund.allocation.utilisation.Spending;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Contracts and paid invoices in tables {@code contract_share} and {@code invoice_payment}; what contracts hold since they
 * changed in {@code contract_standing}; payments one by one in {@code invoice_part}, what came back in {@code invoice_return}.
 */
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
    public Optional<PaymentPart> findPart(UUID payment) {
        List<InvoiceId> invoice = new ArrayList<>();
        List<Line> lines = sql.list(
                """
                SELECT contract_id, fund_id, school_code, amount_cents, made_at, invoice_id FROM invoice_part
                 WHERE payment_id = ?
                """,
                row -> {
                    invoice.add(new InvoiceId(row.getObject(6, UUID.class)));
                    return Line.of(row);
                },
                payment);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new PaymentPart(
                        payment,
                        invoice.getFirst(),
                        new ContractId(lines.getFirst().contract()),
                        new FundId(lines.getFirst().fund()),
                        shares(lines),
                        lines.getFirst().at()));
    }

    @Override
    public Optional<MoneyReturned> findReturn(UUID creditNote) {
        return sql
                .list(
                        """
                        SELECT invoice_id, contract_id, fund_id, school_code, amount_cents, credited_at
                          FROM invoice_return WHERE credit_note_id = ?
                        """,
                        row -> new MoneyReturned(
                                creditNote,
                                new InvoiceId(row.getObject(1, UUID.class)),
                                new ContractId(row.getObject(2, UUID.class)),
                                new FundId(row.getObject(3, UUID.class)),
                                new SchoolCode(row.getString(4)),
                                new Money(row.getLong(5)),
                                row.getTimestamp(6).toInstant()),
                        creditNote)
                .stream()
                .findFirst();
    }

    @Override
    public void add(PaymentPart part) {
        part.payments()
                .bySchool()
                .forEach((school, amount) -> sql.updateOne(
                        """
                        INSERT INTO invoice_part (payment_id, school_code, invoice_id, contract_id, fund_id, amount_cents, made_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                        part.id(),
                        school.value(),
                        part.invoice().value(),
                        part.contract().value(),
                        part.fund().value(),
                        amount.cents(),
                        Timestamp.from(part.at())));
    }

    @Override
    public void add(MoneyReturned returned) {
        sql.updateOne(
                """
                INSERT INTO invoice_return (credit_note_id, school_code, invoice_id, contract_id, fund_id, amount_cents, credited_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                returned.id(),
                returned.school().value(),
                returned.invoice().value(),
                returned.contract().value(),
                returned.fund().value(),
                returned.amount().cents(),
                Timestamp.from(returned.at()));
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
                        SELECT school_code, greatest(sum(contracted), 0)::bigint, greatest(sum(paid), 0)::bigint
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
                                SELECT school_code, 0, greatest(coalesce(whole.cents, 0), coalesce(parts.cents, 0))
                                  FROM (SELECT invoice_id, school_code, amount_cents AS cents
                                          FROM invoice_payment WHERE fund_id = ?) AS whole
                                  FULL JOIN (SELECT invoice_id, school_code, sum(amount_cents) AS cents
                                               FROM invoice_part WHERE fund_id = ?
                                              GROUP BY invoice_id, school_code) AS parts
                                 USING (invoice_id, school_code)
                                UNION ALL
                                SELECT school_code, -amount_cents, -amount_cents FROM invoice_return WHERE fund_id = ?) AS told
                         GROUP BY school_code
                        """,
                        row -> Map.entry(
                                new SchoolCode(row.getString(1)),
                                new Spent(new Money(row.getLong(2)), new Money(row.getLong(3)))),
                        fund.value(),
                        fund.value(),
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
