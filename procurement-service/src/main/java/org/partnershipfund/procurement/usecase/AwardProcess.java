package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.process.Award;
import org.partnershipfund.procurement.process.Awarding;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.PriceShares;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSuchProcess;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.rules.ProcurementRules;
import org.partnershipfund.procurement.tender.FrameworkAwards;

/** Finds whom the district may contract, and sends the outcome back to the schools if it is another partner. */
@ApplicationScoped
public class AwardProcess {

    private final Processes processes;
    private final Holdings holdings;
    private final FrameworkAwards awards;
    private final ProcurementRules rules;
    private final DeterminedRoutes determined;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final SuspendedPrograms suspended;
    private final Clock clock;

    AwardProcess(
            Processes processes,
            Holdings holdings,
            FrameworkAwards awards,
            ProcurementRules rules,
            DeterminedRoutes determined,
            Outbox outbox,
            AuditTrail audit,
            SuspendedPrograms suspended,
            Clock clock) {
        this.processes = processes;
        this.holdings = holdings;
        this.awards = awards;
        this.rules = rules;
        this.determined = determined;
        this.outbox = outbox;
        this.audit = audit;
        this.suspended = suspended;
        this.clock = clock;
    }

    /**
     * Awards the process.
     *
     * @param seen the version that the caller decided upon
     * @param units how much a call-off takes of its framework award, by code; none on other routes
     * @throws RefusedException if the rules do not allow that award, or its program is suspended
     */
    @Transactional
    public Versioned<ContractingProcess> award(ProcessId id, long seen, Awarding asked, Map<String, Long> units) {
        var read = processes
                .hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchProcess(id.value())))
                .expecting(id, seen);
        var lines = holdings.ofProcess(id.value());
        var year = processes.holdYear(read.value().opening().year());
        var awarded = called(asked, read.value(), units)
                .of(read.value(), lines, year, rules.all(), clock.instant())
                .orRefuse();
        if (awarded.state() instanceof Awarded(var _, var _, Award award)) {
            suspended.refuse(award.program());
            determined.require(awarded.state().opening());
            holdings.award(PriceShares.of(award.price(), lines));
            requireWithinFramework(awarded.state());
        }
        long version = processes.store(awarded.state(), read.version());
        outbox.add(awarded.events());
        audit.record(new Change("ProcessAwarded", id.toString(), read.value(), awarded.state()));
        return new Versioned<>(awarded.state(), version);
    }

    private void requireWithinFramework(ContractingProcess process) {
        Route route = process.opening().route();
        if (route.kind() == Route.Kind.CALL_OFF) {
            awards.callOff(process.id().value(), Frameworks.named(awards, route).id());
            Frameworks.requireWithin(awards, process.id().value());
        }
    }

    /** A call-off is bought at the unit prices of the award that it names. */
    private Awarding called(Awarding asked, ContractingProcess process, Map<String, Long> units) {
        Route route = process.opening().route();
        if (route.kind() != Route.Kind.CALL_OFF || process instanceof Awarded) {
            return asked;
        }
        return asked.calling(
                Frameworks.named(awards, route).called(units).orRefuse().state());
    }
}
