package org.partnershipfund.allocation.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.kernel.SchoolCode;

/** All allocations of stored scenarios, to read; they are stored with their scenario. */
public interface Allocations {

    /** The allocation, if its scenario is published. */
    Optional<AllocationInScenario> findPublished(AllocationId id);

    /** What the scenario means for the school, published or not. */
    Optional<AllocationInScenario> find(ScenarioId scenario, SchoolCode school);

    /** Published allocations in the order of their ids, behind {@code after}, at most {@code limit}. */
    List<AllocationInScenario> listPublished(Filter filter, Optional<AllocationId> after, int limit);

    /** The allocations of one scenario by rank, behind the rank {@code after}, at most {@code limit}. */
    List<AllocationInScenario> list(ScenarioId scenario, int after, int limit);

    /**
     * Which published allocations are asked for; an empty part asks for all.
     *
     * @param funded whether the school is served: eligible or held harmless
     * @param changedAfter only what was published or revised later than this
     */
    record Filter(
            Optional<FundId> fund,
            Optional<SchoolCode> school,
            Optional<Boolean> funded,
            Optional<Instant> changedAfter) {}
}
