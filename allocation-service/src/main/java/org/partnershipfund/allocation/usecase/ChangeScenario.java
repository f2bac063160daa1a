package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.partnershipfund.allocation.fund.FundRefusal.NoSuchFund;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.NoSuchScenario;
import org.partnershipfund.allocation.scenario.Scenarios;
import org.partnershipfund.allocation.usecase.RunScenario.Ask;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Computes a scenario anew that nobody outside has seen, with other inputs or other rules. */
@ApplicationScoped
public class ChangeScenario {

    private final Scenarios scenarios;
    private final Funds funds;
    private final GatherInputs gatherInputs;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ChangeScenario(
            Scenarios scenarios, Funds funds, GatherInputs gatherInputs, AuditTrail audit, Ids ids, Clock clock) {
        this.scenarios = scenarios;
        this.funds = funds;
        this.gatherInputs = gatherInputs;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Computes it anew; what it said before is kept in the table of allocations and read by nobody.
     *
     * @param seen the scenario's version that the caller decided upon
     * @throws RefusedException if there is no such scenario, it is published, or one with these inputs and rules would
     *     be refused
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Scenario> change(ScenarioId id, long seen, Ask ask) {
        var read = scenarios
                .hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchScenario(id)))
                .expecting(id.value(), seen);
        var draft = Scenario.draft(read.value()).orRefuse().state();
        var fundId = draft.title().fund();
        var fund = funds.find(fundId)
                .orElseThrow(() -> new RefusedException(new NoSuchFund(fundId)))
                .value();
        var inputs = gatherInputs.of(id, fund, ask, clock.instant());
        Scenario changed = Scenario.compute(
                        inputs.title(), inputs.index(), inputs.enrollment(), inputs.schools(), inputs.before(), ids)
                .orRefuse()
                .state();
        long version = scenarios.store(changed, read.version());
        audit.record(
                new AuditTrail.Change("ScenarioChanged", id.value().toString(), draft.summary(), changed.summary()));
        return new Versioned<>(changed, version);
    }
}
