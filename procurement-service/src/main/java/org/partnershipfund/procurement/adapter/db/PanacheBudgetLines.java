package org.partnershipfund.procurement.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.ledger.Balance;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.BudgetLineId;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.LedgerSlice;

/** Lines in table {@code budget_line}. */
@ApplicationScoped
class PanacheBudgetLines implements BudgetLines {

    private static final Sort BY_SCHOOL = Sort.by("schoolCode", "fiscalYear", "id");

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
    @Transactional(TxType.MANDATORY)
    public List<BudgetLine> lock(FundId fund, Set<SchoolCode> schools) {
        String[] codes = schools.stream().map(SchoolCode::value).toArray(String[]::new);
        // Not by Hibernate: it keeps a plan per call of a native query, and looks through all of them each time.
        var _ = sql.list("SELECT FROM lock_budget_lines(?, ?)", _ -> true, fund.value(), codes);
        return rows.find("fundId = ?1 and schoolCode in ?2", BY_SCHOOL, fund.value(), List.of(codes)).stream()
                .map(this::released)
                .map(Versioned::value)
                .toList();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void open(BudgetLine line) {
        if (!line.balance().equals(Balance.EMPTY)) {
            throw new IllegalArgumentException("a line is opened empty; its money follows by transfers");
        }
        var row = BudgetLineRow.of(line, clock.instant());
        rows.persistAndFlush(row);
        rows.getEntityManager().detach(row);
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
