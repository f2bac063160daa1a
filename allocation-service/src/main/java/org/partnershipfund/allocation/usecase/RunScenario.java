package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.partnershipfund.allocation.formula.AllocationFormula;
import org.partnershipfund.allocation.formula.Eligibility;
import org.partnershipfund.allocation.formula.Rules;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.fund.FundRefusal.NoSuchFund;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.IndexSets;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.UnknownIndexSet;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.UnknownSnapshot;
import org.partnershipfund.allocation.scenario.Scenarios;
import org.partnershipfund.allocation.school.EnrollmentSnapshots;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.allocation.school.SnapshotId;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Computes who would get what under some rules; nobody is told, and any number may be computed. */
@ApplicationScoped
public class RunScenario {

    private final Funds funds;
    private final IndexSets indexes;
    private final EnrollmentSnapshots snapshots;
    private final Schools schools;
    private final Scenarios scenarios;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    RunScenario(
            Funds funds,
            IndexSets indexes,
            EnrollmentSnapshots snapshots,
            Schools schools,
            Scenarios scenarios,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.funds = funds;
        this.indexes = indexes;
        this.snapshots = snapshots;
        this.schools = schools;
        this.scenarios = scenarios;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is asked for; the pool is the fund's. */
    public record Ask(
            String name, IndexSetId index, SnapshotId enrollment, Eligibility eligibility, AllocationFormula formula) {}

    /**
     * Computes a scenario of the fund.
     *
     * @throws RefusedException if fund, index set or snapshot do not exist, a school has no index, or the rules serve
     *     nobody
     */
    @Transactional
    public Versioned<Scenario> run(FundId id, Ask ask) {
        var fund = funds.find(id)
                .orElseThrow(() -> new RefusedException(new NoSuchFund(id)))
                .value();
        var index = indexes.find(ask.index()).orElseThrow(() -> new RefusedException(new UnknownIndexSet(ask.index())));
        var enrollment = snapshots
                .find(ask.enrollment())
                .orElseThrow(() -> new RefusedException(new UnknownSnapshot(ask.enrollment())));
        var title = new Scenario.Title(
                new ScenarioId(ids.next()),
                ask.name(),
                fund.id(),
                fund.terms().year(),
                new Rules(fund.terms().pool(), ask.eligibility(), ask.formula()),
                index.title(),
                enrollment.title(),
                clock.instant());
        Scenario scenario = Scenario.compute(title, index, enrollment, schools.all(), ids)
                .orRefuse()
                .state();
        long version = scenarios.store(scenario, 0);
        audit.record(
                new AuditTrail.Change("ScenarioComputed", title.id().value().toString(), null, scenario.summary()));
        return new Versioned<>(scenario, version);
    }
}
