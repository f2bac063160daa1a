package org.partnershipfund.portfolio.adapter.db;

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
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.cycle.Cycles;

/** Cycles in tables {@code cycle} and {@code criterion}. */
@ApplicationScoped
class PanacheCycles implements Cycles {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<CycleRow, UUID> {}

    private final Rows rows;
    private final Holds holds;

    PanacheCycles(Rows rows, Holds holds) {
        this.rows = rows;
        this.holds = holds;
    }

    @Override
    public Optional<Cycle> find(CycleId id) {
        return rows.findByIdOptional(id.value()).map(CycleRow::cycle);
    }

    @Override
    public Optional<CycleId> find(FiscalYear year, String name) {
        return rows.find("fiscalYear = ?1 and name = ?2", year.endYear(), name)
                .firstResultOptional()
                .map(CycleRow::cycleId);
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
        return rows.find(where + " order by id", values).page(Page.ofSize(limit)).list().stream()
                .map(CycleRow::cycle)
                .toList();
    }

    @Override
    public void holdNames(FiscalYear year) {
        holds.hold("portfolio.cycle-names." + year.endYear());
    }

    @Override
    public void add(Cycle cycle) {
        rows.persist(new CycleRow(cycle));
        rows.flush();
    }
}
