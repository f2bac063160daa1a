package org.partnershipfund.portfolio.adapter.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.cycle.Category;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.cycle.Cycles;

/** Cycles in tables {@code cycle}, {@code category} and {@code criterion}. */
@ApplicationScoped
class PanacheCycles implements Cycles {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<CycleRow, UUID> {}

    /** The table of categories as Panache sees it. */
    @ApplicationScoped
    static class CategoryRows implements PanacheRepositoryBase<CategoryRow, CategoryRow.Key> {}

    private final Rows rows;
    private final CategoryRows categories;
    private final Holds holds;

    PanacheCycles(Rows rows, CategoryRows categories, Holds holds) {
        this.rows = rows;
        this.categories = categories;
        this.holds = holds;
    }

    @Override
    public Optional<Cycle> find(CycleId id) {
        return withCategories(rows.findByIdOptional(id.value()).stream().toList()).stream()
                .findFirst();
    }

    @Override
    public List<Cycle> of(FiscalYear year) {
        return withCategories(rows.list("fiscalYear = ?1 order by id", year.endYear()));
    }

    @Override
    public List<Cycle> list(
            Optional<FiscalYear> year, Optional<CycleId> after, Optional<Instant> announcedAfter, int limit) {
        var where = new StringBuilder("id > :after and announcedAt > :announcedAfter");
        Map<String, Object> values = new HashMap<>();
        values.put("after", after.map(CycleId::value).orElse(Lists.BEFORE_ALL));
        values.put("announcedAfter", announcedAfter.orElse(Instant.EPOCH));
        year.ifPresent(asked -> {
            where.append(" and fiscalYear = :year");
            values.put("year", asked.endYear());
        });
        return withCategories(rows.find(where + " order by id", values)
                .page(Page.ofSize(limit))
                .list());
    }

    @Override
    public void hold(FiscalYear year) {
        holds.hold("portfolio.cycles." + year.endYear());
    }

    @Override
    public void add(Cycle cycle) {
        rows.persist(new CycleRow(cycle));
        // the categories refer to the cycle, and Hibernate knows of no order between the two tables
        rows.flush();
        List<Category> all = cycle.terms().categories();
        for (int place = 0; place < all.size(); place++) {
            categories.persist(new CategoryRow(cycle.id(), place, all.get(place)));
        }
        categories.flush();
    }

    private List<Cycle> withCategories(List<CycleRow> found) {
        Map<UUID, List<Category>> ofEach =
                categories
                        .list(
                                "key.cycle in ?1 order by place",
                                found.stream().map(CycleRow::id).toList())
                        .stream()
                        .collect(groupingBy(CategoryRow::cycle, mapping(CategoryRow::category, toList())));
        return found.stream()
                .map(row -> row.cycle(ofEach.getOrDefault(row.id(), List.of())))
                .toList();
    }
}
