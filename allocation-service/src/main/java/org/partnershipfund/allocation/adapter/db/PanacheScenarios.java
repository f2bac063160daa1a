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
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.scenario.Allocation;
import org.partnershipfund.allocation.scenario.Scenario;
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
        return rows.findByIdOptional(id.value()).map(row -> row.versioned(allocationsOf(id)));
    }

    @Override
    public Optional<Versioned<Scenario>> hold(ScenarioId id) {
        return rows.findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(row -> row.versioned(allocationsOf(id)));
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
        if (row == null) {
            row = newRow(scenario);
        } else {
            row.take(scenario);
        }
        rows.flush();
        return row.version();
    }

    private ScenarioRow newRow(Scenario scenario) {
        Scenario.Title title = scenario.title();
        ScenarioRow row = new ScenarioRow(
                scenario,
                database.getReference(IndexSetRow.class, title.index().id().value()),
                database.getReference(SnapshotRow.class, title.enrollment().id().value()));
        rows.persist(row);
        scenario.allocations().forEach(allocation -> allocations.persist(new AllocationRow(row, allocation)));
        return row;
    }

    private List<Allocation> allocationsOf(ScenarioId id) {
        return allocations.list("scenario.id = ?1 order by place", id.value()).stream()
                .map(AllocationRow::allocation)
                .toList();
    }
}
