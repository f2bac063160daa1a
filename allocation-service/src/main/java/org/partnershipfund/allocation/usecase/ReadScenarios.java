package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.fund.FundRefusal.NoSuchFund;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.allocation.scenario.AllocationInScenario;
import org.partnershipfund.allocation.scenario.Allocations;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.NoSuchScenario;
import org.partnershipfund.allocation.scenario.Scenarios;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Reads funds and scenarios; what is not published does not exist for those who may not see drafts. */
@ApplicationScoped
public class ReadScenarios {

    private final Funds funds;
    private final Scenarios scenarios;
    private final Allocations allocations;

    ReadScenarios(Funds funds, Scenarios scenarios, Allocations allocations) {
        this.funds = funds;
        this.scenarios = scenarios;
        this.allocations = allocations;
    }

    /** How much the reader may see. */
    public enum Sight {
        /** Also what is only computed: the district's own offices. */
        DRAFTS,
        /** What is published: everybody. */
        PUBLISHED
    }

    /**
     * One fund.
     *
     * @throws RefusedException if it does not exist, or only for others
     */
    public Versioned<Fund> fund(FundId id, Sight sight) {
        return funds.find(id)
                .filter(fund -> isVisible(fund.value(), sight))
                .orElseThrow(() -> new RefusedException(new NoSuchFund(id)));
    }

    /**
     * One scenario without its allocations.
     *
     * @throws RefusedException if it does not exist, or only for others
     */
    public Versioned<Scenario.Summary> scenario(ScenarioId id, Sight sight) {
        return scenarios
                .summary(id)
                .filter(scenario ->
                        sight == Sight.DRAFTS || scenario.value().publishedAt().isPresent())
                .orElseThrow(() -> new RefusedException(new NoSuchScenario(id)));
    }

    /**
     * The scenarios of one fund by id, behind {@code after} and changed after that, at most {@code limit}.
     *
     * @throws RefusedException if the fund does not exist, or only for others
     */
    public List<Versioned<Scenario.Summary>> scenarios(
            FundId fund, Sight sight, Optional<ScenarioId> after, Optional<Instant> changedAfter, int limit) {
        return scenarios.list(fund(fund, sight).value().id(), sight == Sight.PUBLISHED, after, changedAfter, limit);
    }

    /**
     * The allocations of one scenario by rank, behind {@code after}, at most {@code limit}; they change with it.
     *
     * @param changedAfter none unless the scenario was computed or published later than this
     * @throws RefusedException if the scenario does not exist, or only for others
     */
    public List<AllocationInScenario> allocations(
            ScenarioId id, Sight sight, int after, Optional<Instant> changedAfter, int limit) {
        var scenario = scenario(id, sight).value();
        return changedAfter.isPresent() && !scenario.changedAt().isAfter(changedAfter.get())
                ? List.of()
                : allocations.list(id, after, limit);
    }

    private static boolean isVisible(Fund fund, Sight sight) {
        return switch (fund) {
            case Fund.Open _ -> sight == Sight.DRAFTS;
            case Fund.Allocated _, Fund.Appropriated _, Fund.Closed _ -> true;
        };
    }
}
