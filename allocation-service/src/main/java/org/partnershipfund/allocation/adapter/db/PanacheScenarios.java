package org.partnershipfund.allocation.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.scenario.Allocation;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.Scenario.Computed;
import org.partnershipfund.allocation.scenario.Scenario.Published;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.Scenarios;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Scenarios in tables {@code scenario} and {@code allocation}. */
@ApplicationScoped
class PanacheScenarios implements Scenarios {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ScenarioRow, UUID> {}

    private static final String OF_FUND = """
            from ScenarioRow s join fetch s.index join fetch s.snapshot
            where s.fundId = :fund and s.id > :after and (:all = true or s.state = 'published')
              and coalesce(s.publishedAt, s.computedAt) > :changedAfter
            order by s.id
            """;

    private final Rows rows;
    private final AllocationRows allocations;
    private final EntityManager database;

    PanacheScenarios(Rows rows, AllocationRows allocations, EntityManager database) {
        this.rows = rows;
        this.allocations = allocations;
        this.database = database;
    }

    @Override
    public Optional<Versioned<Scenario>> find(ScenarioId id) {
        return rows.findByIdOptional(id.value()).map(row -> row.versioned(allocationsOf(row)));
    }

    @Override
    public Optional<Versioned<Scenario>> hold(ScenarioId id) {
        return rows.findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(row -> row.versioned(allocationsOf(row)));
    }

    @Override
    public Optional<Versioned<Scenario.Summary>> summary(ScenarioId id) {
        return rows.findByIdOptional(id.value()).map(ScenarioRow::versionedSummary);
    }

    @Override
    public List<Versioned<Scenario.Summary>> list(
            FundId fund, boolean publishedOnly, Optional<ScenarioId> after, Optional<Instant> changedAfter, int limit) {
        return rows
                .find(
                        OF_FUND,
                        Map.of(
                                "fund",
                                fund.value(),
                                "after",
                                after.map(ScenarioId::value).orElse(Sorting.BEFORE_ALL),
                                "all",
                                !publishedOnly,
                                "changedAfter",
                                changedAfter.orElse(Instant.EPOCH)))
                .page(Page.ofSize(limit))
                .list()
                .stream()
                .map(ScenarioRow::versionedSummary)
                .toList();
    }

    @Override
    public long store(Scenario scenario, long readVersion) {
        UUID id = scenario.title().id().value();
        ScenarioRow row = rows.findById(id);
        long storedVersion = row == null ? 0 : row.version();
        if (storedVersion != readVersion) {
            throw new StaleStateException(id, readVersion);
        }
        ScenarioRow stored = switch (scenario) {
            case Computed computed -> compute(row, computed);
            case Published published -> publish(row, published);
        };
        rows.flush();
        return stored.version();
    }

    /** The row with the allocations of a new run; those of former runs stay. */
    private ScenarioRow compute(@Nullable ScenarioRow row, Computed scenario) {
        Scenario.Title title = scenario.title();
        var index = database.getReference(IndexSetRow.class, title.index().id().value());
        var snapshot =
                database.getReference(SnapshotRow.class, title.enrollment().id().value());
        ScenarioRow computed;
        if (row == null) {
            computed = new ScenarioRow(scenario, index, snapshot);
            rows.persist(computed);
        } else {
            computed = row;
            computed.compute(scenario, index, snapshot);
        }
        scenario.allocations().forEach(allocation -> allocations.persist(new AllocationRow(computed, allocation)));
        return computed;
    }

    private static ScenarioRow publish(@Nullable ScenarioRow row, Published scenario) {
        if (row == null) {
            throw new IllegalArgumentException("%s was never computed".formatted(scenario.title()));
        }
        row.publish(scenario);
        return row;
    }

    private List<Allocation> allocationsOf(ScenarioRow row) {
        return allocations.list("scenario = ?1 and run = ?2 order by place", row, row.run()).stream()
                .map(AllocationRow::allocation)
                .toList();
    }
}
