package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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
import org.partnershipfund.procurement.invoice.Settlement;
import org.partnershipfund.procurement.invoice.Settlement.CreditNote;
import org.partnershipfund.procurement.invoice.Settlement.Payment;
import org.partnershipfund.procurement.invoice.Submission.Earlier;

/** Invoices in table {@code invoice}; their lines also in {@code invoice_line}, where the trial balance adds up. */
@ApplicationScoped
class JdbcInvoices implements Invoices {

    /** An invoice with a hundred lines that was paid in parts takes some 100 kB of memory. */
    private static final int RECENT = 512;

    private final Sql sql;
    private final Documents documents;
    private final Holds holds;

    /** Every hand that an invoice goes through reads what the one before wrote. */
    private final RecentDocuments<Invoice> recent;

    JdbcInvoices(Sql sql, Documents documents, Holds holds) {
        this.sql = sql;
        this.documents = documents;
        this.holds = holds;
        this.recent = new RecentDocuments<>(sql, documents, "invoice", Invoice.class, RECENT);
    }

    @Override
    public Optional<Versioned<Invoice>> find(InvoiceId id) {
        return recent.find(id.value());
    }

    @Override
    public Optional<Versioned<Invoice>> hold(InvoiceId id) {
        return recent.hold(id.value());
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
    public boolean isPaidBy(String reference) {
        return !sql.listLast(
                        Holds.HOLD + "SELECT 1 FROM invoice_payment WHERE reference = ?",
                        row -> row.getInt(1),
                        "procurement.payments." + reference,
                        reference)
                .isEmpty();
    }

    @Override
    public boolean isCredited(UUID partner, String number) {
        holds.hold("procurement.credits." + partner);
        return sql.first(
                        "SELECT 1 FROM invoice_credit WHERE partner_id = ? AND number = ?",
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
                SELECT l.school_code, sum(l.claimed_cents) AS cents
                  FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id
                 WHERE i.contract_id = ? GROUP BY l.school_code
                """, row -> Map.entry(new SchoolCode(row.getString(1)), new Money(row.getLong(2))), contract.value());
        rows.forEach(row -> asked.put(row.getKey(), row.getValue()));
        return asked;
    }

    @Override
    public Map<SchoolCode, Money> inFlight(ContractId contract) {
        Map<SchoolCode, Money> asked = new HashMap<>();
        var rows = sql.list(
                """
                SELECT l.school_code, sum(l.claimed_cents - l.paid_cents) AS cents
                  FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id
                 WHERE i.contract_id = ? AND i.state NOT IN ('rejected', 'paid', 'credited') GROUP BY l.school_code
                """, row -> Map.entry(new SchoolCode(row.getString(1)), new Money(row.getLong(2))), contract.value());
        rows.forEach(row -> asked.put(row.getKey(), row.getValue()));
        return asked;
    }

    @Override
    public List<Earlier> invoiced(ContractId contract) {
        return sql.list(
                """
                SELECT i.number, l.school_code, l.service_from, l.service_until
                  FROM invoice i JOIN invoice_line l ON l.invoice_id = i.id
                 WHERE i.contract_id = ? AND l.claimed_cents > 0 ORDER BY i.id, l.place
                """,
                row -> new Earlier(
                        row.getString(1),
                        new SchoolCode(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)),
                contract.value());
    }

    @Override
    public List<Band> bands() {
        return sql.list(
                "SELECT from_days, until_days FROM ageing_band ORDER BY from_days",
                row -> new Band(row.getInt(1), row.getObject(2, Integer.class)));
    }

    @Override
    public List<Aged> ageing(LocalDate today, ZoneId zone, Optional<UUID> fund, Optional<UUID> partner) {
        UUID ofFund = fund.orElse(null);
        UUID ofPartner = partner.orElse(null);
        return sql.list(
                """
                SELECT i.state, band.from_days, band.until_days, count(*) AS invoices, sum(open.cents) AS cents,
                       min(i.waiting_since) AS longest
                  FROM invoice i
                 CROSS JOIN LATERAL (SELECT sum(l.claimed_cents - l.paid_cents) AS cents, min(l.fund_id::text) AS fund
                                       FROM invoice_line l WHERE l.invoice_id = i.id) open
                  JOIN ageing_band band
                    ON greatest(0, ?::date - (i.submitted_at AT TIME ZONE ?)::date) >= band.from_days
                   AND (band.until_days IS NULL
                        OR greatest(0, ?::date - (i.submitted_at AT TIME ZONE ?)::date) <= band.until_days)
                 WHERE i.state NOT IN ('rejected', 'paid', 'credited')
                   AND (?::uuid IS NULL OR open.fund = (?::uuid)::text)
                   AND (?::uuid IS NULL OR i.partner_id = ?::uuid)
                 GROUP BY i.state, band.from_days, band.until_days
                 ORDER BY i.state, band.from_days
                """,
                row -> new Aged(
                        row.getString("state"),
                        new Band(row.getInt("from_days"), row.getObject("until_days", Integer.class)),
                        row.getLong("invoices"),
                        new Money(row.getLong("cents")),
                        row.getObject("longest", OffsetDateTime.class).toInstant()),
                today,
                zone.getId(),
                today,
                zone.getId(),
                ofFund,
                ofFund,
                ofPartner,
                ofPartner);
    }

    @Override
    public List<Versioned<Invoice>> list(Filter filter, Sight sight, Optional<InvoiceId> after, int limit) {
        var contract = filter.contract().orElse(null);
        var school = filter.school().map(SchoolCode::value).orElse(null);
        UUID partner = filter.partner().orElse(null);
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
                   AND (?::uuid IS NULL OR partner_id = ?::uuid)
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
                partner,
                partner,
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
    public long store(Invoice next, UUID fund, Versioned<Invoice> read) {
        UUID id = next.id().value();
        long version = read.version() + 1;
        String mark = sql.first(
                """
                UPDATE invoice AS d SET state = ?, document = ?::jsonb, waiting_since = ?, version = ?,
                       modified_at = clock_timestamp()
                 WHERE d.id = ? AND d.version = ? RETURNING %s
                """.formatted(RecentDocuments.MARK),
                row -> row.getString(1),
                Invoice.word(next),
                documents.write(next),
                Invoice.waitingSince(next).atOffset(ZoneOffset.UTC),
                version,
                id,
                read.version());
        if (mark == null) {
            throw new StaleStateException(next.id(), read.version());
        }
        sql.later(
                """
                UPDATE invoice_line AS line
                   SET claimed_cents = now.claimed, paid_cents = now.paid, returned_cents = now.returned
                  FROM jsonb_to_recordset(?::jsonb) AS now (place integer, claimed bigint, paid bigint, returned bigint)
                 WHERE line.invoice_id = ? AND line.place = now.place
                   AND (claimed_cents, paid_cents, returned_cents) IS DISTINCT FROM (now.claimed, now.paid, now.returned)
                """,
                documents.write(next.amounts().stream()
                        .map(line -> Map.of(
                                "place", line.place(),
                                "claimed", line.claimed().cents(),
                                "paid", line.paid().cents(),
                                "returned", line.returned().cents()))
                        .toList()),
                id);
        keep(next.id(), next.bill(), next.settled(), read.value().settled());
        recent.wrote(id, new Versioned<>(next, version), mark);
        return version;
    }

    /** Payments and credit notes, which are only ever added, also stand in tables, where references and numbers are unique. */
    private void keep(InvoiceId id, Invoice.Bill bill, Settlement now, Settlement before) {
        var payments =
                now.payments().subList(before.payments().size(), now.payments().size());
        if (!payments.isEmpty()) {
            keepPayments(id, payments);
        }
        for (CreditNote note :
                now.credits().subList(before.credits().size(), now.credits().size())) {
            sql.later(
                    """
                    INSERT INTO invoice_credit (id, invoice_id, place, partner_id, number, due_cents, paid_cents, reference,
                                                credited_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    note.id(),
                    id.value(),
                    note.line(),
                    bill.partner(),
                    note.number(),
                    note.ofDue().cents(),
                    note.ofPaid().cents(),
                    note.reference(),
                    note.at().atOffset(ZoneOffset.UTC));
        }
    }

    private void keepPayments(InvoiceId id, List<Payment> payments) {
        sql.later(
                """
                INSERT INTO invoice_payment (id, invoice_id, reference, paid_on, cents)
                SELECT paid.id, ?, reference, paid_on, cents
                  FROM jsonb_to_recordset(?::jsonb) AS paid (id uuid, reference text, paid_on date, cents bigint)
                """,
                id.value(),
                documents.write(payments.stream()
                        .map(payment -> Map.of(
                                "id", payment.id(),
                                "reference", payment.reference(),
                                "paid_on", payment.paidOn(),
                                "cents", payment.amount().cents()))
                        .toList()));
        sql.later(
                """
                INSERT INTO invoice_payment_part (payment_id, invoice_id, place, cents)
                SELECT payment_id, ?, place, cents
                  FROM jsonb_to_recordset(?::jsonb) AS part (payment_id uuid, place integer, cents bigint)
                """,
                id.value(),
                documents.write(payments.stream()
                        .flatMap(payment -> payment.parts().stream()
                                .map(part -> Map.of(
                                        "payment_id", payment.id(),
                                        "place", part.line(),
                                        "cents", part.amount().cents())))
                        .toList()));
    }

    @Override
    public long add(Invoice invoice, UUID fund) {
        var bill = invoice.bill();
        sql.updateOne(
                """
                INSERT INTO invoice (id, contract_id, partner_id, number, amount_cents, state, document, submitted_at,
                                     waiting_since)
                VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                bill.id().value(),
                bill.contract().value(),
                bill.partner(),
                bill.number(),
                bill.amount().cents(),
                Invoice.word(invoice),
                documents.write(invoice),
                bill.submittedAt().atOffset(ZoneOffset.UTC),
                Invoice.waitingSince(invoice).atOffset(ZoneOffset.UTC));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (InvoiceLine line : bill.lines()) {
            rows.add(Map.of(
                    "place",
                    rows.size() + 1,
                    "school_code",
                    line.school().value(),
                    "amount_cents",
                    line.amount().cents(),
                    "service_from",
                    line.serviceFrom().toString(),
                    "service_until",
                    line.serviceUntil().toString()));
        }
        int _ = sql.update("""
                INSERT INTO invoice_line (invoice_id, place, fund_id, school_code, amount_cents, claimed_cents,
                                          service_from, service_until)
                SELECT ?, place, ?, school_code, amount_cents, amount_cents, service_from, service_until
                  FROM jsonb_to_recordset(?::jsonb)
                       AS given (place integer, school_code text, amount_cents bigint, service_from date, service_until date)
                """, bill.id().value(), fund, documents.write(rows));
        return 1;
    }
}
