package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.partnershipfund.allocation.fund.FundRefusal.NoSuchFund;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.allocation.scenario.Allocation;
import org.partnershipfund.allocation.scenario.Publication;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.NoSuchScenario;
import org.partnershipfund.allocation.scenario.Scenarios;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Tells the schools what they receive, and procurement to open their budget lines. */
@ApplicationScoped
public class PublishScenario {

    private final Scenarios scenarios;
    private final Funds funds;
    private final Schools schools;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    PublishScenario(Scenarios scenarios, Funds funds, Schools schools, Outbox outbox, AuditTrail audit, Clock clock) {
        this.scenarios = scenarios;
        this.funds = funds;
        this.schools = schools;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Publishes the scenario as the one of its fund.
     *
     * @param seen the scenario's version that the caller decided upon
     * @throws RefusedException if there is no such scenario, it or another of the fund is published, the day of
     *     publication has not come, or a school's responsibility centre was corrected since it was computed
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Scenario> publish(ScenarioId id, long seen) {
        // Always scenario, then fund, then schools: whoever needs more than one takes them in this order.
        var computed = scenarios
                .hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchScenario(id)))
                .expecting(id.value(), seen);
        var fundId = computed.value().title().fund();
        var fund = funds.hold(fundId).orElseThrow(() -> new RefusedException(new NoSuchFund(fundId)));
        // An event about a school must be written in the order in which it becomes true, also across funds.
        schools.hold(
                computed.value().allocations().stream().map(Allocation::school).toList());

        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clock.getZone());
        var published = Publication.of(computed.value(), fund.value(), schools.all(), today, now)
                .orRefuse();
        Publication publication = published.state();
        long version = scenarios.store(publication.scenario(), computed.version());
        long _ = funds.store(publication.fund(), fund.version());
        outbox.add(published.events());
        audit.record(new AuditTrail.Change(
                "ScenarioPublished",
                id.value().toString(),
                computed.value().summary(),
                publication.scenario().summary()));
        audit.record(
                new AuditTrail.Change("FundAllocated", fundId.value().toString(), fund.value(), publication.fund()));
        return new Versioned<>(publication.scenario(), version);
    }
}
