package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.scenario.Comparison;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.NoSuchScenario;
import org.partnershipfund.allocation.scenario.Scenarios;
import org.partnershipfund.allocation.scenario.Sensitivity;
import org.partnershipfund.allocation.usecase.ReadScenarios.Sight;
import org.partnershipfund.kernel.RefusedException;

/** Lays scenarios beside each other, and one beside itself with other thresholds; what one may not see does not exist. */
@ApplicationScoped
public class CompareScenarios {

    private final Scenarios scenarios;

    CompareScenarios(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /**
     * Compares scenarios school by school, with the first as the measure.
     *
     * @param ids 2 to 5
     * @throws RefusedException if one of them does not exist, or only for others
     */
    @Transactional
    public Comparison compare(List<ScenarioId> ids, Sight sight) {
        return Comparison.of(ids.stream().map(id -> visible(id, sight)).toList());
    }

    /**
     * The cliff curve of one scenario; see {@link Sensitivity#of}.
     *
     * @throws RefusedException if it does not exist, or only for others
     */
    @Transactional
    public Sensitivity sensitivity(ScenarioId id, Sight sight, IndexValue from, IndexValue to, int step) {
        return Sensitivity.of(visible(id, sight), from, to, step);
    }

    private Scenario visible(ScenarioId id, Sight sight) {
        var found = scenarios.find(id).orElseThrow(() -> new RefusedException(new NoSuchScenario(id)));
        return switch (found.value()) {
            case Scenario.Published published -> published;
            case Scenario.Computed computed -> {
                if (sight == Sight.PUBLISHED) {
                    throw new RefusedException(new NoSuchScenario(id));
                }
                yield computed;
            }
        };
    }
}
