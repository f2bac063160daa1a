package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.LateSchools;
import org.partnershipfund.procurement.process.LateSchools.Contracted;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSuchProcess;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.ProcurementRules;
import org.partnershipfund.procurement.rules.RuleBook;

/** Lets schools whose selections came late join a process in which nobody was asked yet. */
@ApplicationScoped
public class JoinLate {

    private final Processes processes;
    private final Holdings holdings;
    private final Contracts contracts;
    private final ProcurementRules rules;
    private final DeterminedRoutes determined;
    private final AuditTrail audit;
    private final Clock clock;

    JoinLate(
            Processes processes,
            Holdings holdings,
            Contracts contracts,
            ProcurementRules rules,
            DeterminedRoutes determined,
            AuditTrail audit,
            Clock clock) {
        this.processes = processes;
        this.holdings = holdings;
        this.contracts = contracts;
        this.rules = rules;
        this.determined = determined;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gathers every line of the program that waits by now.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if none waits, or what comes late is bought another way
     */
    @Transactional
    public Versioned<ContractingProcess> join(ProcessId id, long seen) {
        var found = processes.find(id).orElseThrow(() -> new RefusedException(new NoSuchProcess(id.value())));
        var opening = found.value().opening();
        // Selections are held before their processes, as everywhere.
        var waiting = holdings.holdToBuy(opening.fund(), opening.chosen().id());
        var read = processes
                .hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchProcess(id.value())))
                .expecting(id, seen);
        var year = processes.holdYear(opening.year());
        RuleBook book = rules.all();
        var joined = LateSchools.join(
                        read.value(),
                        holdings.ofProcess(id.value()),
                        waiting,
                        contracted(id),
                        book.find("amendment-percent", LocalDate.now(clock)),
                        year,
                        book)
                .orRefuse()
                .state();
        determined.require(joined.process().opening());
        holdings.buy(
                id.value(),
                joined.lines().stream().map(ReservedLine::commitment).toList());
        long version = processes.store(joined.process(), read.version());
        audit.record(new Change("LateSchoolsJoined", id.toString(), read.value(), joined.process()));
        return new Versioned<>(joined.process(), version);
    }

    /** Only what binds may be amended. */
    private Optional<Contracted> contracted(ProcessId id) {
        return contracts
                .of(id)
                .flatMap(contracts::find)
                .map(Versioned::value)
                .filter(Executed.class::isInstance)
                .map(Executed.class::cast)
                .map(contract ->
                        new Contracted(contract.original(), contract.terms().amount()));
    }
}
