package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.NoSuchScenario;
import org.partnershipfund.allocation.scenario.Scenarios;
import org.partnershipfund.allocation.school.SnapshotId;
import org.partnershipfund.allocation.usecase.RunScenario.Ask;
import org.partnershipfund.allocation.usecase.RunScenario.AskedRules;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Computes a new scenario of the same fund from one that there is, with some parts changed. */
@ApplicationScoped
public class CopyScenario {

    private final Scenarios scenarios;
    private final RunScenario runScenario;

    CopyScenario(Scenarios scenarios, RunScenario runScenario) {
        this.scenarios = scenarios;
        this.runScenario = runScenario;
    }

    /** What is other than in the original; an empty part is as there. */
    public record Changes(
            String name, Optional<IndexSetId> index, Optional<SnapshotId> enrollment, Optional<AskedRules> rules) {}

    /**
     * Copies a scenario, published or not; the copy is computed and not published.
     *
     * @throws RefusedException if there is no such scenario, or one with these inputs and rules would be refused
     */
    @Transactional
    public Versioned<Scenario> copy(ScenarioId id, Changes changes) {
        Scenario.Title original = scenarios
                .summary(id)
                .orElseThrow(() -> new RefusedException(new NoSuchScenario(id)))
                .value()
                .title();
        return runScenario.run(
                original.fund(),
                new Ask(
                        changes.name(),
                        changes.index().orElse(original.index().id()),
                        changes.enrollment().orElse(original.enrollment().id()),
                        changes.rules().orElseGet(() -> AskedRules.of(original.rules()))));
    }
}
