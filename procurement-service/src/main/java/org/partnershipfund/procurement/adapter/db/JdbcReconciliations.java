package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.reconciliation.CityEntry;
import org.partnershipfund.procurement.reconciliation.Kind;
import org.partnershipfund.procurement.reconciliation.Outcome;
import org.partnershipfund.procurement.reconciliation.Reconciliation;
import org.partnershipfund.procurement.reconciliation.Reconciliation.Item;
import org.partnershipfund.procurement.reconciliation.Reconciliation.Resolution;
import org.partnershipfund.procurement.reconciliation.Reconciliation.Title;
import org.partnershipfund.procurement.reconciliation.Reconciliation.Total;
import org.partnershipfund.procurement.reconciliation.ReconciliationId;
import org.partnershipfund.procurement.reconciliation.Reconciliations;

/** Reconciliations in tables {@code reconciliation} and {@code reconciliation_item}; matched in the database, set by set. */
@ApplicationScoped
class JdbcReconciliations implements Reconciliations {

    /** policy/reconciliation §2 and §3; parameters: zone, zone, zone, through (3), year, id (4), id. */
    private static final String MATCH = """
            WITH line AS (
                SELECT id, fund_id, school_code,
                       account || '-' || fund || '-' || responsibility_centre || '-' || program || '-' || subclass AS chart
                  FROM budget_line WHERE fiscal_year = ?),
            ordered AS (
                SELECT c.id, 'contract:' || c.id AS cause,
                       upper(regexp_replace(
                           jsonb_path_query_first(c.document, '$.**.purchaseOrder') #>> '{}', '\\s', '', 'g')) AS reference
                  FROM contract c),
            encumbered AS (
                SELECT line.chart, ordered.reference,
                       CASE t.credit WHEN 'encumbered' THEN t.cents ELSE -t.cents END AS cents,
                       (t.at AT TIME ZONE ?)::date AS day
                  FROM transfer t
                  JOIN line ON line.id = t.line_id
                  JOIN ordered ON ordered.cause = t.cause
                 WHERE ((t.debit, t.credit) = ('reserved', 'encumbered') OR (t.debit, t.credit) = ('encumbered', 'available'))
                   AND (t.at AT TIME ZONE ?)::date <= ?),
            expended AS (
                SELECT line.chart, upper(regexp_replace(p.reference, '\\s', '', 'g')) AS reference,
                       upper(regexp_replace(i.number, '\\s', '', 'g')) AS invoice, i.partner_id,
                       part.cents, p.paid_on AS day
                  FROM invoice_payment_part part
                  JOIN invoice_payment p ON p.id = part.payment_id
                  JOIN invoice_line il ON il.invoice_id = part.invoice_id AND il.place = part.place
                  JOIN invoice i ON i.id = part.invoice_id
                  JOIN line ON line.fund_id = il.fund_id AND line.school_code = il.school_code
                 WHERE p.paid_on <= ?
                UNION ALL
                SELECT line.chart, upper(regexp_replace(coalesce(c.reference, c.number), '\\s', '', 'g')), NULL, NULL,
                       -c.paid_cents, (c.credited_at AT TIME ZONE ?)::date
                  FROM invoice_credit c
                  JOIN invoice_line il ON il.invoice_id = c.invoice_id AND il.place = c.place
                  JOIN line ON line.fund_id = il.fund_id AND line.school_code = il.school_code
                 WHERE c.paid_cents > 0 AND (c.credited_at AT TIME ZONE ?)::date <= ?),
            told AS (
                SELECT chart, kind, reference, sum(cents)::bigint AS cents, max(booked_on) AS day
                  FROM reconciliation_entry WHERE reconciliation_id = ? GROUP BY chart, kind, reference),
            named AS (
                SELECT chart, invoice FROM expended WHERE invoice IS NOT NULL
                 GROUP BY chart, invoice HAVING count(DISTINCT partner_id) = 1),
            keyed AS (
                SELECT e.chart, e.cents, e.day,
                       CASE WHEN EXISTS (SELECT FROM told t WHERE t.kind = 'expenditure' AND t.chart = e.chart
                                                               AND t.reference = e.reference) THEN e.reference
                            WHEN EXISTS (SELECT FROM told t JOIN named n ON n.chart = t.chart AND n.invoice = t.reference
                                          WHERE t.kind = 'expenditure' AND t.chart = e.chart AND t.reference = e.invoice
                                            AND NOT EXISTS (SELECT FROM expended other WHERE other.chart = t.chart
                                                               AND other.reference = t.reference)) THEN e.invoice
                            ELSE e.reference END AS reference
                  FROM expended e),
            ours AS (
                SELECT chart, 'encumbrance' AS kind, reference, sum(cents)::bigint AS cents, max(day) AS day
                  FROM encumbered WHERE reference IS NOT NULL GROUP BY chart, reference
                UNION ALL
                SELECT chart, 'expenditure', reference, sum(cents)::bigint, max(day) FROM keyed GROUP BY chart, reference)
            INSERT INTO reconciliation_item (reconciliation_id, place, chart, school_code, kind, reference, here_cents,
                                             there_cents, here_on, there_on, outcome)
            SELECT ?, row_number() OVER (ORDER BY chart, kind, reference), chart,
                   (SELECT min(line.school_code) FROM line WHERE line.chart = pair.chart), kind, reference,
                   here, there, here_on, there_on,
                   CASE WHEN here IS NULL THEN 'missing-here'
                        WHEN there IS NULL THEN 'missing-there'
                        WHEN here <> there THEN 'different-amount'
                        WHEN abs(here_on - there_on)
                             > (SELECT days FROM reconciliation_tolerance tol WHERE tol.kind = pair.kind) THEN 'different-date'
                        ELSE 'matched' END
              FROM (SELECT chart, kind, reference, ours.cents AS here, told.cents AS there, ours.day AS here_on,
                           told.day AS there_on
                      FROM ours FULL JOIN told USING (chart, kind, reference)) AS pair
            """;

    private static final String FOUND = """
            SELECT r.id, r.fiscal_year, r.through, r.source, r.file_digest, r.lines, r.imported_by, r.imported_at
              FROM reconciliation r
            """;

    private static final String ITEM = """
            SELECT place, chart, school_code, kind, reference, here_cents, there_cents, here_on, there_on, outcome,
                   resolution, resolved_by, resolved_at, version
              FROM reconciliation_item WHERE reconciliation_id = ?
            """;

    private final Sql sql;
    private final Holds holds;

    JdbcReconciliations(Sql sql, Holds holds) {
        this.sql = sql;
        this.holds = holds;
    }

    @Override
    public void stage(ReconciliationId id, List<CityEntry> entries) {
        sql.insertAll("""
                INSERT INTO reconciliation_entry (reconciliation_id, chart, kind, reference, booked_on, cents)
                VALUES (?, ?, ?, ?, ?, ?)
                """, entries.stream().map(entry -> new Object[] {
            id.value(),
            entry.chart(),
            entry.kind().word(),
            entry.reference(),
            entry.bookedOn(),
            entry.amount().cents()
        }));
    }

    @Override
    public void drop(ReconciliationId id) {
        int _ = sql.update("DELETE FROM reconciliation_entry WHERE reconciliation_id = ?", id.value());
    }

    @Override
    public Optional<ReconciliationId> of(String digest, FiscalYear year, LocalDate through) {
        holds.hold("procurement.reconciliations." + digest);
        return Optional.ofNullable(sql.first(
                "SELECT id FROM reconciliation WHERE file_digest = ? AND fiscal_year = ? AND through = ?",
                row -> new ReconciliationId(row.getObject("id", UUID.class)),
                digest,
                year.endYear(),
                through));
    }

    @Override
    public void match(Title title, long lines, String importedBy, Instant at, ZoneId zone) {
        sql.updateOne(
                """
                INSERT INTO reconciliation (id, fiscal_year, through, source, file_digest, lines, imported_by, imported_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                title.id().value(),
                title.year().endYear(),
                title.through(),
                title.source(),
                title.digest(),
                lines,
                importedBy,
                at.atOffset(ZoneOffset.UTC));
        int _ = sql.update(
                MATCH,
                title.year().endYear(),
                zone.getId(),
                zone.getId(),
                title.through(),
                title.through(),
                zone.getId(),
                zone.getId(),
                title.through(),
                title.id().value(),
                title.id().value());
        drop(title.id());
    }

    @Override
    public Optional<Reconciliation> find(ReconciliationId id) {
        return Optional.ofNullable(sql.first(FOUND + " WHERE r.id = ?", JdbcReconciliations::found, id.value()))
                .map(one -> withTotals(List.of(one)).getFirst());
    }

    @Override
    public List<Reconciliation> list(Optional<ReconciliationId> after, Optional<Instant> modifiedAfter, int limit) {
        UUID last = after.map(ReconciliationId::value).orElse(null);
        var modified = modifiedAfter.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
        return withTotals(sql.list(
                FOUND
                        + " WHERE (?::uuid IS NULL OR r.id > ?::uuid) AND (?::timestamptz IS NULL OR r.modified_at > ?::timestamptz) ORDER BY r.id LIMIT ?",
                JdbcReconciliations::found,
                last,
                last,
                modified,
                modified,
                limit));
    }

    private List<Reconciliation> withTotals(List<Reconciliation> found) {
        record Of(UUID id, Total total) {}
        Map<UUID, List<Total>> totals = new HashMap<>();
        sql.list(
                        """
                        SELECT reconciliation_id, kind, outcome, count(*) AS items,
                               count(*) FILTER (WHERE outcome <> 'matched' AND resolution IS NULL) AS open,
                               coalesce(sum(here_cents), 0) AS here, coalesce(sum(there_cents), 0) AS there
                          FROM reconciliation_item WHERE reconciliation_id = ANY (?::uuid[])
                         GROUP BY reconciliation_id, kind, outcome ORDER BY kind, outcome
                        """,
                        row -> new Of(
                                row.getObject("reconciliation_id", UUID.class),
                                new Total(
                                        Kind.ofWord(row.getString("kind")),
                                        Outcome.ofWord(row.getString("outcome")),
                                        row.getLong("items"),
                                        row.getLong("open"),
                                        new Money(row.getLong("here")),
                                        new Money(row.getLong("there")))),
                        Documents.array(found.stream()
                                .map(one -> one.title().id().value())
                                .toList()))
                .forEach(one ->
                        totals.computeIfAbsent(one.id(), _ -> new ArrayList<>()).add(one.total()));
        return found.stream()
                .map(one -> new Reconciliation(
                        one.title(),
                        one.lines(),
                        one.importedBy(),
                        one.importedAt(),
                        totals.getOrDefault(one.title().id().value(), List.of())))
                .toList();
    }

    @Override
    public List<Versioned<Item>> items(ReconciliationId id, Filter filter, int after, int limit) {
        String outcome = filter.outcome().map(Outcome::word).orElse(null);
        String kind = filter.kind().map(Kind::word).orElse(null);
        Boolean open = filter.open().orElse(null);
        return sql.list(
                ITEM + """
                   AND place > ?
                   AND (?::text IS NULL OR outcome = ?::text)
                   AND (?::text IS NULL OR kind = ?::text)
                   AND (?::boolean IS NULL OR (outcome <> 'matched' AND resolution IS NULL) = ?::boolean)
                 ORDER BY place LIMIT ?
                """,
                JdbcReconciliations::item,
                id.value(),
                after,
                outcome,
                outcome,
                kind,
                kind,
                open,
                open,
                limit);
    }

    @Override
    public Optional<Versioned<Item>> hold(ReconciliationId id, int place) {
        return Optional.ofNullable(
                sql.first(ITEM + " AND place = ? FOR UPDATE", JdbcReconciliations::item, id.value(), place));
    }

    @Override
    public Optional<Versioned<Item>> item(ReconciliationId id, int place) {
        return Optional.ofNullable(sql.first(ITEM + " AND place = ?", JdbcReconciliations::item, id.value(), place));
    }

    @Override
    public long resolve(ReconciliationId id, int place, Resolution resolution, long readVersion) {
        int rows = sql.update(
                """
                UPDATE reconciliation_item SET resolution = ?, resolved_by = ?, resolved_at = ?, version = version + 1
                 WHERE reconciliation_id = ? AND place = ? AND version = ?
                """,
                resolution.reason(),
                resolution.by(),
                resolution.at().atOffset(ZoneOffset.UTC),
                id.value(),
                place,
                readVersion);
        if (rows == 0) {
            throw new StaleStateException(id, readVersion);
        }
        sql.updateOne("UPDATE reconciliation SET modified_at = clock_timestamp() WHERE id = ?", id.value());
        return readVersion + 1;
    }

    private static Reconciliation found(ResultSet row) throws SQLException {
        return new Reconciliation(
                new Title(
                        new ReconciliationId(row.getObject("id", UUID.class)),
                        new FiscalYear(row.getInt("fiscal_year")),
                        row.getObject("through", LocalDate.class),
                        row.getString("source"),
                        row.getString("file_digest")),
                row.getLong("lines"),
                row.getString("imported_by"),
                instant(row, "imported_at"),
                List.of());
    }

    private static Versioned<Item> item(ResultSet row) throws SQLException {
        String school = row.getString("school_code");
        String reason = row.getString("resolution");
        return new Versioned<>(
                new Item(
                        row.getInt("place"),
                        row.getString("chart"),
                        school == null ? null : new SchoolCode(school),
                        Kind.ofWord(row.getString("kind")),
                        row.getString("reference"),
                        money(row, "here_cents"),
                        money(row, "there_cents"),
                        row.getObject("here_on", LocalDate.class),
                        row.getObject("there_on", LocalDate.class),
                        Outcome.ofWord(row.getString("outcome")),
                        reason == null
                                ? null
                                : new Resolution(reason, row.getString("resolved_by"), instant(row, "resolved_at"))),
                row.getLong("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Money money(ResultSet row, String column) throws SQLException {
        long cents = row.getLong(column);
        return row.wasNull() ? null : new Money(cents);
    }
}
