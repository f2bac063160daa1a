package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.baseline.Notices;
import org.partnershipfund.allocation.bundle.PublicBundle;
import org.partnershipfund.allocation.revision.Revisions;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.NoSuchScenario;
import org.partnershipfund.allocation.scenario.Scenarios;
import org.partnershipfund.allocation.usecase.ReadScenarios.Sight;
import org.partnershipfund.kernel.RefusedException;

/** Puts everything together that it takes to recount a scenario. */
@ApplicationScoped
public class BundleScenario {

    private final ReadScenarios readScenarios;
    private final Scenarios scenarios;
    private final Revisions revisions;
    private final Notices notices;

    BundleScenario(ReadScenarios readScenarios, Scenarios scenarios, Revisions revisions, Notices notices) {
        this.readScenarios = readScenarios;
        this.scenarios = scenarios;
        this.revisions = revisions;
        this.notices = notices;
    }

    /**
     * The bundle of one scenario.
     *
     * @throws RefusedException if the scenario does not exist, or only for others
     */
    public PublicBundle bundle(ScenarioId id, Sight sight) {
        var title = readScenarios.scenario(id, sight).value().title();
        Scenario scenario = scenarios
                .find(id)
                .orElseThrow(() -> new RefusedException(new NoSuchScenario(id)))
                .value();
        return PublicBundle.of(
                readScenarios.fund(title.fund(), Sight.DRAFTS).value().terms(),
                scenario,
                title.rules()
                        .holdHarmless()
                        .flatMap(held -> notices.find(held.notice()))
                        .map(Notice::title),
                switch (scenario) {
                    case Scenario.Published _ -> revisions.accepted(List.of(title.fund()));
                    case Scenario.Computed _ -> List.of();
                });
    }
}
