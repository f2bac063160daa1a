package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.BudgetLineId;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.YearEnds;

/** Reports in tables {@code year_end}, {@code year_end_line}, {@code year_end_carried}: inserted once, never changed. */
@ApplicationScoped
class JdbcYearEnds implements YearEnds {

    private static final String SUMS = """
            coalesce(sum(l.planned_cents), 0) AS planned, coalesce(sum(l.appropriated_cents), 0) AS appropriated,
            coalesce(sum(l.expended_cents), 0) AS expended, coalesce(sum(l.carried_cents), 0) AS carried,
            coalesce(sum(l.lapsed_cents), 0) AS lapsed
            """;

    private static final String REPORT = """
            SELECT y.fund_id, y.fiscal_year, y.closed_at, y.cause, count(l.line_id) AS lines, %s
              FROM year_end y LEFT JOIN year_end_line l ON l.fund_id = y.fund_id
            """.formatted(SUMS);

    private final Sql sql;

    JdbcYearEnds(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void record(FundId fund, FiscalYear year, Instant closedAt, String cause) {
        int isNew = sql.update("""
                INSERT INTO year_end (fund_id, fiscal_year, closed_at, cause) VALUES (?, ?, ?, ?)
                ON CONFLICT (fund_id) DO NOTHING
                """, fund.value(), year.endYear(), closedAt.atOffset(ZoneOffset.UTC), cause);
        if (isNew == 0) {
            return;
        }
        int _ = sql.update("""
                INSERT INTO year_end_line (line_id, fund_id, school_code, planned_cents, appropriated_cents,
                                           expended_cents, carried_cents, lapsed_cents)
                SELECT id, fund_id, school_code, planned_cents, appropriated_cents, expended_cents,
                       reserved_cents + encumbered_cents, lapsed_cents
                  FROM budget_line WHERE fund_id = ?
                """, fund.value());
        int _ = sql.update("""
                INSERT INTO year_end_carried (line_id, contract_id, fund_id, school_code, encumbered_cents, reserved_cents)
                SELECT l.id, claim.contract_id, l.fund_id, l.school_code,
                       sum(CASE c.account WHEN 'encumbered' THEN c.open_cents ELSE 0 END),
                       sum(CASE c.account WHEN 'reserved' THEN c.open_cents ELSE 0 END)
                  FROM budget_line l
                  JOIN commitment c ON c.line_id = l.id AND c.open_cents > 0 AND c.account IN ('reserved', 'encumbered')
                  JOIN transfer opening ON opening.id = c.opened_by
                  LEFT JOIN reserved_line r ON r.commitment_id = c.id
                 CROSS JOIN LATERAL (
                       SELECT coalesce(r.contract_id,
                                       CASE WHEN opening.cause ~ '^contract:[0-9a-f-]{36}$'
                                            THEN substr(opening.cause, 10)::uuid END,
                                       (SELECT s.contract_id FROM contract_share s WHERE s.encumbrance_id = c.id LIMIT 1))
                              AS contract_id) claim
                 WHERE l.fund_id = ? AND claim.contract_id IS NOT NULL
                 GROUP BY l.id, claim.contract_id, l.fund_id, l.school_code
                """, fund.value());
        String unbacked = sql.first("""
                SELECT l.school_code
                  FROM year_end_line l
                  LEFT JOIN year_end_carried c ON c.line_id = l.line_id
                 WHERE l.fund_id = ?
                 GROUP BY l.line_id, l.school_code, l.carried_cents
                HAVING l.carried_cents <> coalesce(sum(c.encumbered_cents + c.reserved_cents), 0)
                 LIMIT 1
                """, row -> row.getString(1), fund.value());
        if (unbacked != null) {
            throw new IllegalStateException(
                    "school %s carries another amount than its contracts claim in fund %s".formatted(unbacked, fund));
        }
    }

    @Override
    public Optional<YearEnd> find(FundId fund) {
        return Optional.ofNullable(
                sql.first(REPORT + " WHERE y.fund_id = ? GROUP BY y.fund_id", JdbcYearEnds::report, fund.value()));
    }

    @Override
    public List<YearEnd> list(Optional<FundId> after, int limit) {
        UUID last = after.map(FundId::value).orElse(null);
        return sql.list(
                REPORT
                        + " WHERE (?::uuid IS NULL OR y.fund_id > ?::uuid) GROUP BY y.fund_id ORDER BY y.fund_id LIMIT ?",
                JdbcYearEnds::report,
                last,
                last,
                limit);
    }

    @Override
    public List<Line> lines(FundId fund, Optional<SchoolCode> after, int limit) {
        String last = after.map(SchoolCode::value).orElse(null);
        return sql.list(
                """
                SELECT l.line_id, l.school_code, %s
                  FROM year_end_line l
                 WHERE l.fund_id = ? AND (?::text IS NULL OR l.school_code > ?::text)
                 GROUP BY l.line_id ORDER BY l.school_code LIMIT ?
                """.formatted(SUMS),
                row -> new Line(
                        new BudgetLineId(row.getObject("line_id", UUID.class)),
                        new SchoolCode(row.getString("school_code")),
                        sums(row)),
                fund.value(),
                last,
                last,
                limit);
    }

    @Override
    public List<Carried> carried(FundId fund, Optional<CarriedPlace> after, int limit) {
        String school = after.map(place -> place.school().value()).orElse(null);
        UUID contract = after.map(CarriedPlace::contract).orElse(null);
        return sql.list(
                """
                SELECT school_code, contract_id, encumbered_cents, reserved_cents
                  FROM year_end_carried
                 WHERE fund_id = ? AND (?::text IS NULL OR (school_code, contract_id) > (?::text, ?::uuid))
                 ORDER BY school_code, contract_id LIMIT ?
                """,
                row -> new Carried(
                        new SchoolCode(row.getString("school_code")),
                        row.getObject("contract_id", UUID.class),
                        new Money(row.getLong("encumbered_cents")),
                        new Money(row.getLong("reserved_cents"))),
                fund.value(),
                school,
                school,
                contract,
                limit);
    }

    private static YearEnd report(ResultSet row) throws SQLException {
        return new YearEnd(
                new FundId(row.getObject("fund_id", UUID.class)),
                new FiscalYear(row.getInt("fiscal_year")),
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                row.getString("cause"),
                row.getLong("lines"),
                sums(row));
    }

    private static Sums sums(ResultSet row) throws SQLException {
        return new Sums(
                new Money(row.getLong("planned")),
                new Money(row.getLong("appropriated")),
                new Money(row.getLong("expended")),
                new Money(row.getLong("carried")),
                new Money(row.getLong("lapsed")));
    }
}
