package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract.Abandoned;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.process.Cancelling;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSuchProcess;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.tender.Stake.Act;
import org.partnershipfund.procurement.tender.Tender;
import org.partnershipfund.procurement.tender.TenderId;
import org.partnershipfund.procurement.tender.Tendering;
import org.partnershipfund.procurement.tender.Tenders;

/** Ends a process without a contract; what the schools reserved waits for a new one. */
@ApplicationScoped
public class CancelProcess {

    private final Processes processes;
    private final Contracts contracts;
    private final Holdings holdings;
    private final Tenders tenders;
    private final TenderDesk desk;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    CancelProcess(
            Processes processes,
            Contracts contracts,
            Holdings holdings,
            Tenders tenders,
            TenderDesk desk,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.tenders = tenders;
        this.desk = desk;
        this.processes = processes;
        this.contracts = contracts;
        this.holdings = holdings;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Cancels the process and frees its lines.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if it was cancelled before, has a contract, or the officer belongs to a bidder of its tender
     */
    @Transactional
    public Versioned<ContractingProcess> cancel(ProcessId id, long seen, Cancelling asked) {
        var read = processes
                .hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchProcess(id.value())))
                .expecting(id, seen);
        var cancelled = asked.of(
                        read.value(),
                        contracts
                                .of(id)
                                .flatMap(contracts::find)
                                .map(Versioned::value)
                                // What was given up binds nobody; the process may end like one that had no contract.
                                .filter(contract -> !(contract instanceof Abandoned))
                                .map(contract -> contract.id().value()),
                        holdings.ofProcess(id.value()),
                        clock.instant())
                .orRefuse();
        tenders.of(id).ifPresent(tender -> cancel(tender, asked));
        holdings.free(id.value());
        long version = processes.store(cancelled.state(), read.version());
        outbox.add(cancelled.events());
        audit.record(new Change("ProcessCancelled", id.toString(), read.value(), cancelled.state()));
        return new Versioned<>(cancelled.state(), version);
    }

    /** Nobody bids for what is not bought any more; what was awarded stays as it was decided. */
    private void cancel(TenderId id, Cancelling asked) {
        var held = desk.hold(id);
        var officer = new Person(asked.issuer(), asked.officer());
        desk.requireNoStake(held.now(), Act.CANCEL, officer);
        if (Tendering.cancel(held.now(), asked.reason(), officer, held.at())
                instanceof Accepted<Tender>(Tender cancelled, var _)) {
            var _ = desk.store("TenderCancelled", held, cancelled);
        }
    }
}
