package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.invoice.InvoiceId;
import org.partnershipfund.procurement.invoice.InvoiceLine;
import org.partnershipfund.procurement.invoice.Invoices;

/** Invoices in table {@code invoice}; their lines also in {@code invoice_line}, where the trial balance adds up. */
@ApplicationScoped
class JdbcInvoices implements Invoices {

    private final Sql sql;
    private final Documents documents;
    private final Holds holds;

    JdbcInvoices(Sql sql, Documents documents, Holds holds) {
        this.sql = sql;
        this.documents = documents;
        this.holds = holds;
    }

    @Override
    public Optional<Versioned<Invoice>> find(InvoiceId id) {
        return one(id, "");
    }

    @Override
    public Optional<Versioned<Invoice>> hold(InvoiceId id) {
        return one(id, " FOR UPDATE");
    }

    private Optional<Versioned<Invoice>> one(InvoiceId id, String lock) {
        return Optional.ofNullable(
                sql.first("SELECT document, version FROM invoice WHERE id = ?" + lock, this::read, id.value()));
    }

    private Versioned<Invoice> read(ResultSet row) throws SQLException {
        return new Versioned<>(documents.read(row.getString("document"), Invoice.class), row.getLong("version"));
    }

    @Override
    public boolean isUsed(UUID partner, String number) {
        // Two contracts, one number, at once: the second looks when the first is done.
        holds.hold("procurement.invoices." + partner);
        return sql.first(
                        "SELECT 1 FROM invoice WHERE partner_id = ? AND number = ?",
                        row -> row.getInt(1),
                        partner,
                        number)
                != null;
    }

    @Override
    public Map<SchoolCode, Money> asked(ContractId contract) {
        Map<SchoolCode, Money> asked = new HashMap<>();
        var rows = sql.list(
                """
                SELECT l.school_code, sum(l.amount_cents) AS cents
                  FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id
                 WHERE i.contract_id = ? AND i.state <> 'rejected' GROUP BY l.school_code
                """, row -> Map.entry(new SchoolCode(row.getString(1)), new Money(row.getLong(2))), contract.value());
        rows.forEach(row -> asked.put(row.getKey(), row.getValue()));
        return asked;
    }

    @Override
    public Map<SchoolCode, Money> inFlight(ContractId contract) {
        Map<SchoolCode, Money> asked = new HashMap<>();
        var rows = sql.list(
                """
                SELECT l.school_code, sum(l.amount_cents) AS cents
                  FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id
                 WHERE i.contract_id = ? AND i.state NOT IN ('rejected', 'paid') GROUP BY l.school_code
                """, row -> Map.entry(new SchoolCode(row.getString(1)), new Money(row.getLong(2))), contract.value());
        rows.forEach(row -> asked.put(row.getKey(), row.getValue()));
        return asked;
    }

    @Override
    public List<Versioned<Invoice>> list(Filter filter, Sight sight, Optional<InvoiceId> after, int limit) {
        var contract = filter.contract().orElse(null);
        var school = filter.school().map(SchoolCode::value).orElse(null);
        var state = filter.state().orElse(null);
        var modified =
                filter.modifiedAfter().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
        UUID last = after.map(InvoiceId::value).orElse(null);
        return sql.list(
                """
                SELECT document, version FROM invoice i
                 WHERE (?::uuid IS NULL OR contract_id = ?::uuid)
                   AND (?::text IS NULL OR EXISTS (SELECT FROM invoice_line l
                                                    WHERE l.invoice_id = i.id AND l.school_code = ?::text))
                   AND (?::text IS NULL OR state = ?::text)
                   AND (?::timestamptz IS NULL OR modified_at > ?::timestamptz)
                   AND (? OR partner_id = ANY (?::uuid[])
                          OR EXISTS (SELECT FROM invoice_line l
                                      WHERE l.invoice_id = i.id AND l.school_code = ANY (?::text[])))
                   AND (?::uuid IS NULL OR id > ?::uuid)
                 ORDER BY id LIMIT ?
                """,
                this::read,
                contract,
                contract,
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
    public long store(Invoice invoice, UUID fund, long readVersion) {
        String state = Invoice.word(invoice);
        if (readVersion == 0) {
            add(invoice, fund, state);
        } else if (sql.update("""
                        UPDATE invoice SET state = ?, document = ?::jsonb, version = version + 1,
                               modified_at = clock_timestamp()
                         WHERE id = ? AND version = ?
                        """, state, documents.write(invoice), invoice.id().value(), readVersion) == 0) {
            throw new StaleStateException(invoice.id(), readVersion);
        }
        return readVersion + 1;
    }

    private void add(Invoice invoice, UUID fund, String state) {
        var bill = invoice.bill();
        sql.updateOne(
                """
                INSERT INTO invoice (id, contract_id, partner_id, number, amount_cents, state, document)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
                """,
                bill.id().value(),
                bill.contract().value(),
                bill.partner(),
                bill.number(),
                bill.amount().cents(),
                state,
                documents.write(invoice));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (InvoiceLine line : bill.lines()) {
            rows.add(Map.of(
                    "place",
                    rows.size() + 1,
                    "school_code",
                    line.school().value(),
                    "amount_cents",
                    line.amount().cents()));
        }
        int _ = sql.update("""
                INSERT INTO invoice_line (invoice_id, place, fund_id, school_code, amount_cents)
                SELECT ?, place, ?, school_code, amount_cents
                  FROM jsonb_to_recordset(?::jsonb) AS given (place integer, school_code text, amount_cents bigint)
                """, bill.id().value(), fund, documents.write(rows));
    }
}
