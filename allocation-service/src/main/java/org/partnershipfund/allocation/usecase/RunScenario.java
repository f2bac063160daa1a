package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.allocation.formula.AllocationFormula;
import org.partnershipfund.allocation.formula.Eligibility;
import org.partnershipfund.allocation.formula.Fraction;
import org.partnershipfund.allocation.formula.Guardrails;
import org.partnershipfund.allocation.formula.RoundingUnit;
import org.partnershipfund.allocation.formula.Rules;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.fund.FundRefusal.NoSuchFund;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.Scenarios;
import org.partnershipfund.allocation.school.SnapshotId;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Computes who would get what under some rules; nobody is told, and any number may be computed. */
@ApplicationScoped
public class RunScenario {

    private final Funds funds;
    private final GatherInputs gatherInputs;
    private final Scenarios scenarios;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    RunScenario(Funds funds, GatherInputs gatherInputs, Scenarios scenarios, AuditTrail audit, Ids ids, Clock clock) {
        this.funds = funds;
        this.gatherInputs = gatherInputs;
        this.scenarios = scenarios;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is asked for. */
    public record Ask(String name, IndexSetId index, SnapshotId enrollment, AskedRules rules) {}

    /**
     * Rules as they are asked for; the pool is the fund's.
     *
     * @param reserve not negative
     * @param holdHarmless empty if nobody is guaranteed anything
     */
    public record AskedRules(
            Money reserve,
            Eligibility eligibility,
            AllocationFormula formula,
            Guardrails guardrails,
            Optional<AskedHoldHarmless> holdHarmless,
            RoundingUnit unit) {

        /** What asks for the same rules again. */
        static AskedRules of(Rules rules) {
            return new AskedRules(
                    rules.reserve(),
                    rules.eligibility(),
                    rules.formula(),
                    rules.guardrails(),
                    rules.holdHarmless().map(held -> new AskedHoldHarmless(held.notice(), held.phaseOut())),
                    rules.unit());
        }
    }

    /**
     * Which notice says what the schools had, and how the guarantee ends; what else is to know follows from the notice.
     *
     * @param phaseOut 1 to 20 years, never falling
     */
    public record AskedHoldHarmless(NoticeId notice, List<Fraction> phaseOut) {
        public AskedHoldHarmless {
            phaseOut = List.copyOf(phaseOut);
        }
    }

    /**
     * Computes a scenario of the fund.
     *
     * @throws RefusedException if fund, index set, snapshot or notice do not exist, a school has no index, the rules
     *     serve nobody or do not fit the fund, or their bounds cannot be met
     */
    @Transactional
    public Versioned<Scenario> run(FundId id, Ask ask) {
        var fund = funds.find(id)
                .orElseThrow(() -> new RefusedException(new NoSuchFund(id)))
                .value();
        var inputs = gatherInputs.of(new ScenarioId(ids.next()), fund, ask, clock.instant());
        Scenario scenario = Scenario.compute(
                        inputs.title(), inputs.index(), inputs.enrollment(), inputs.schools(), inputs.before(), ids)
                .orRefuse()
                .state();
        long version = scenarios.store(scenario, 0);
        audit.record(new AuditTrail.Change(
                "ScenarioComputed", scenario.title().id().value().toString(), null, scenario.summary()));
        return new Versioned<>(scenario, version);
    }
}
