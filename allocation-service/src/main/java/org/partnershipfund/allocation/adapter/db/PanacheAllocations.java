package org.partnershipfund.allocation.adapter.db;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.scenario.AllocationId;
import org.partnershipfund.allocation.scenario.AllocationInScenario;
import org.partnershipfund.allocation.scenario.Allocations;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.kernel.SchoolCode;

/** Allocations in table {@code allocation}, each with its scenario. */
@ApplicationScoped
class PanacheAllocations implements Allocations {

    private static final String WITH_SCENARIO =
            "from AllocationRow a join fetch a.scenario s join fetch s.index join fetch s.snapshot where a.run = s.run and ";

    private static final String SERVED = " and a.outcome in ('funded', 'held-harmless')";

    private static final String NOT_SERVED = " and a.outcome not in ('funded', 'held-harmless')";

    private static final String REVISED_AFTER =
            "select 1 from RevisionRow r where r.fundId = s.fundId and r.state = 'accepted' and r.modifiedAt > :changedAfter and (r.fromSchool = a.schoolCode or r.toSchool = a.schoolCode)";

    private final AllocationRows rows;

    PanacheAllocations(AllocationRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<AllocationInScenario> findPublished(AllocationId id) {
        return rows.find(WITH_SCENARIO + "a.id = ?1 and s.state = 'published'", id.value())
                .firstResultOptional()
                .map(AllocationRow::inScenario);
    }

    @Override
    public Optional<AllocationInScenario> find(ScenarioId scenario, SchoolCode school) {
        return rows.find(WITH_SCENARIO + "s.id = ?1 and a.schoolCode = ?2", scenario.value(), school.value())
                .firstResultOptional()
                .map(AllocationRow::inScenario);
    }

    @Override
    public List<AllocationInScenario> listPublished(Filter filter, Optional<AllocationId> after, int limit) {
        var where = new StringBuilder("s.state = 'published' and a.id > :after");
        Map<String, Object> values = new HashMap<>();
        values.put("after", after.map(AllocationId::value).orElse(Sorting.BEFORE_ALL));
        filter.fund().map(FundId::value).ifPresent(fund -> {
            where.append(" and s.fundId = :fund");
            values.put("fund", fund);
        });
        filter.school().map(SchoolCode::value).ifPresent(school -> {
            where.append(" and a.schoolCode = :school");
            values.put("school", school);
        });
        filter.funded().ifPresent(funded -> where.append(funded ? SERVED : NOT_SERVED));
        filter.changedAfter().ifPresent(instant -> {
            where.append(" and (s.publishedAt > :changedAfter or exists (" + REVISED_AFTER + "))");
            values.put("changedAfter", instant);
        });
        return rows.find(WITH_SCENARIO + where + " order by a.id", values).page(Page.ofSize(limit)).list().stream()
                .map(AllocationRow::inScenario)
                .toList();
    }

    @Override
    public List<AllocationInScenario> list(ScenarioId scenario, int after, int limit) {
        return rows
                .find(WITH_SCENARIO + "s.id = ?1 and a.place > ?2 order by a.place", scenario.value(), after)
                .page(Page.ofSize(limit))
                .list()
                .stream()
                .map(AllocationRow::inScenario)
                .toList();
    }
}
