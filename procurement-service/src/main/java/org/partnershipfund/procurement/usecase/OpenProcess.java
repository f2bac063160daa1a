package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ContractingProcess.Request;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.ProcurementRules;
import org.partnershipfund.procurement.tender.FrameworkAwards;

/** Begins to buy a program for all schools that chose it. */
@ApplicationScoped
public class OpenProcess {

    private final Processes processes;
    private final Holdings holdings;
    private final FrameworkAwards awards;
    private final ProcurementRules rules;
    private final DeterminedRoutes determined;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    OpenProcess(
            Processes processes,
            Holdings holdings,
            FrameworkAwards awards,
            ProcurementRules rules,
            DeterminedRoutes determined,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.processes = processes;
        this.holdings = holdings;
        this.awards = awards;
        this.rules = rules;
        this.determined = determined;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a process over every line of the program that nobody buys yet.
     *
     * @throws RefusedException if none waits, the route is not reasoned, or the purchase would be split
     */
    @Transactional
    public Versioned<ContractingProcess> open(Request asked) {
        var lines = holdings.holdToBuy(asked.fund(), asked.program());
        List<ContractingProcess> earlier = lines.isEmpty()
                ? List.of()
                : processes.holdYear(lines.getFirst().year());
        var opened = ContractingProcess.open(
                        new ProcessId(ids.next()),
                        asked,
                        lines,
                        earlier,
                        rules.all(),
                        LocalDate.now(clock),
                        clock.instant())
                .orRefuse();
        ContractingProcess process = opened.state();
        determined.require(process.opening());
        if (process.opening().route().kind() == Route.Kind.CALL_OFF) {
            var opening = process.opening();
            Frameworks.named(awards, opening.route())
                    .fault(opening.chosen(), opening.year(), opening.termYears())
                    .ifPresent(why -> {
                        throw new RefusedException(why);
                    });
        }
        long version = processes.store(process, 0);
        holdings.buy(
                process.id().value(),
                lines.stream().map(ReservedLine::commitment).toList());
        outbox.add(opened.events());
        audit.record(new Change("ProcessOpened", process.id().toString(), null, process));
        return new Versioned<>(process, version);
    }
}
