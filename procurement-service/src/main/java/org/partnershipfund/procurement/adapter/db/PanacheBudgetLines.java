package org.partnershipfund.procurement.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.ledger.Balance;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.BudgetLineId;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.ChartParts;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.LedgerSlice;
import org.partnershipfund.procurement.ledger.ResponsibilityCentre;

/** Lines in table {@code budget_line}. */
@ApplicationScoped
class PanacheBudgetLines implements BudgetLines {

    private static final Sort BY_SCHOOL = Sort.by("schoolCode", "fiscalYear", "id");

    private static final String LOCK = """
            SELECT FROM lock_budget_lines(?, ?);
            SELECT id, fund_id, fiscal_year, school_code, school_name, account, fund, program, subclass,
                   responsibility_centre, planned_cents, appropriated_cents, available_cents, reserved_cents,
                   encumbered_cents, expended_cents, lapsed_cents
              FROM budget_line WHERE fund_id = ? AND school_code = ANY (?) ORDER BY school_code, fiscal_year, id""";

    private static final String OPEN = """
            INSERT INTO budget_line (id, fund_id, fiscal_year, school_code, school_name, account, fund,
                                     responsibility_centre, program, subclass, opened_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Rows rows;
    private final Sql sql;
    private final Clock clock;

    PanacheBudgetLines(Rows rows, Sql sql, Clock clock) {
        this.rows = rows;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<Versioned<BudgetLine>> find(BudgetLineId id) {
        return rows.findByIdOptional(id.value()).map(this::released);
    }

    @Override
    public Set<SchoolCode> schools(FundId fund) {
        return Set.copyOf(sql.list(
                "SELECT school_code FROM budget_line WHERE fund_id = ?",
                row -> new SchoolCode(row.getString(1)),
                fund.value()));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public List<BudgetLine> lock(FundId fund, Set<SchoolCode> schools) {
        String[] codes = schools.stream().map(SchoolCode::value).toArray(String[]::new);
        // Every effect passes here: one round trip, and nothing for Hibernate to remember.
        return sql.listLast(LOCK, PanacheBudgetLines::line, fund.value(), codes, fund.value(), codes);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void open(BudgetLine line) {
        if (!line.balance().equals(Balance.EMPTY)) {
            throw new IllegalArgumentException("a line is opened empty; its money follows by transfers");
        }
        sql.updateOne(
                OPEN,
                line.id().value(),
                line.fund().value(),
                line.year().endYear(),
                line.school().value(),
                line.schoolName(),
                line.chart().account(),
                line.chart().fund(),
                line.centre().value(),
                line.chart().program(),
                line.chart().subclass(),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    @Override
    @Transactional
    public List<Versioned<BudgetLine>> list(LedgerSlice slice, Optional<Place> after, int limit) {
        var filter = Filter.of(slice);
        if (after.isPresent()) {
            filter = filter.and(
                    "(schoolCode > :school_after or (schoolCode = :school_after and (fiscalYear > :year_after"
                            + " or (fiscalYear = :year_after and id > :id_after))))",
                    Map.of(
                            "school_after",
                            after.get().school().value(),
                            "year_after",
                            after.get().year(),
                            "id_after",
                            after.get().line()));
        }
        return rows.find(filter.text(), BY_SCHOOL, filter.parameters()).range(0, limit - 1).stream()
                .map(this::released)
                .toList();
    }

    @Override
    @Transactional
    public Totals totals(LedgerSlice slice) {
        var filter = Filter.of(slice);
        var query = rows.getEntityManager().createQuery("""
                        select count(*), coalesce(sum(balance.planned), 0), coalesce(sum(balance.appropriated), 0),
                               coalesce(sum(balance.available), 0), coalesce(sum(balance.reserved), 0),
                               coalesce(sum(balance.encumbered), 0), coalesce(sum(balance.expended), 0),
                               coalesce(sum(balance.lapsed), 0)
                          from BudgetLineRow where\s""" + filter.text(), Tuple.class);
        filter.parameters().forEach(query::setParameter);
        Tuple sums = query.getSingleResult();
        return new Totals(
                sums.get(0, Long.class),
                new Balance(
                        cents(sums, 1),
                        cents(sums, 2),
                        cents(sums, 3),
                        cents(sums, 4),
                        cents(sums, 5),
                        cents(sums, 6),
                        cents(sums, 7)));
    }

    private static BudgetLine line(ResultSet row) throws SQLException {
        return new BudgetLine(
                new BudgetLineId(row.getObject(1, UUID.class)),
                new FundId(row.getObject(2, UUID.class)),
                new FiscalYear(row.getInt(3)),
                new SchoolCode(row.getString(4)),
                row.getString(5),
                new ChartParts(row.getString(6), row.getString(7), row.getString(8), row.getString(9)),
                new ResponsibilityCentre(row.getString(10)),
                new Balance(
                        new Money(row.getLong(11)),
                        new Money(row.getLong(12)),
                        new Money(row.getLong(13)),
                        new Money(row.getLong(14)),
                        new Money(row.getLong(15)),
                        new Money(row.getLong(16)),
                        new Money(row.getLong(17))));
    }

    private static Money cents(Tuple sums, int column) {
        return new Money(sums.get(column, Long.class));
    }

    // Detached at once: the trigger changes balances behind Hibernate's back, so a row is never read twice from memory.
    private Versioned<BudgetLine> released(BudgetLineRow row) {
        rows.getEntityManager().detach(row);
        return row.noun();
    }

    /** What a slice means in HQL. */
    private record Filter(String text, Map<String, Object> parameters) {

        static Filter of(LedgerSlice slice) {
            var filter = new Filter("1 = 1", Map.of());
            if (slice.fund().isPresent()) {
                filter = filter.and(
                        "fundId = :fund", Map.of("fund", slice.fund().get().value()));
            }
            if (slice.school().isPresent()) {
                filter = filter.and(
                        "schoolCode = :school",
                        Map.of("school", slice.school().get().value()));
            }
            if (slice.year().isPresent()) {
                filter = filter.and(
                        "fiscalYear = :year", Map.of("year", slice.year().get().endYear()));
            }
            if (slice.movedAfter().isPresent()) {
                filter = filter.and(
                        "modifiedAt > :moved_after",
                        Map.of("moved_after", slice.movedAfter().get()));
            }
            if (slice.schools().isPresent()) {
                filter = filter.and(
                        "schoolCode in :seen",
                        Map.of(
                                "seen",
                                slice.schools().get().stream()
                                        .map(SchoolCode::value)
                                        .toList()));
            }
            return filter;
        }

        Filter and(String condition, Map<String, Object> more) {
            Map<String, Object> all = new HashMap<>(parameters);
            all.putAll(more);
            return new Filter(text + " and " + condition, all);
        }
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<BudgetLineRow, UUID> {}
}
