package org.partnershipfund.allocation.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** All scenarios, as the core sees them. */
public interface Scenarios {

    /** The scenario with its allocations. */
    Optional<Versioned<Scenario>> find(ScenarioId id);

    /** The same, held until the end of the transaction: who else wants to change it waits. */
    Optional<Versioned<Scenario>> hold(ScenarioId id);

    /** The scenario without its allocations. */
    Optional<Versioned<Scenario.Summary>> summary(ScenarioId id);

    /**
     * The scenarios of one fund in the order of their ids, for a list.
     *
     * @param publishedOnly whether to leave out those that are only computed
     * @param after only ids that sort behind this one
     * @param changedAfter only scenarios that were computed or published later than this
     * @param limit at most that many
     */
    List<Versioned<Scenario.Summary>> list(
            FundId fund, boolean publishedOnly, Optional<ScenarioId> after, Optional<Instant> changedAfter, int limit);

    /**
     * Stores the scenario as the successor of the version it was read with.
     *
     * @param readVersion 0 for a scenario that is new
     * @return the version it has now
     * @throws StaleStateException if the stored version is no longer {@code readVersion}
     */
    long store(Scenario scenario, long readVersion);
}
