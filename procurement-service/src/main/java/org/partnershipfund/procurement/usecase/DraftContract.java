package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.ContractRefusal.ContractExists;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSuchProcess;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.ProcurementRules;

/** Writes the contract of an awarded process. */
@ApplicationScoped
public class DraftContract {

    private final Contracts contracts;
    private final Processes processes;
    private final Holdings holdings;
    private final ProcurementRules rules;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final SuspendedPrograms suspended;
    private final Clock clock;

    DraftContract(
            Contracts contracts,
            Processes processes,
            Holdings holdings,
            ProcurementRules rules,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            SuspendedPrograms suspended,
            Clock clock) {
        this.contracts = contracts;
        this.processes = processes;
        this.holdings = holdings;
        this.rules = rules;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.suspended = suspended;
        this.clock = clock;
    }

    /**
     * Drafts it, with a share per line of a school; from then on no selection drops one of them.
     *
     * @throws RefusedException if the process is not ready, has a contract, the days are not possible, or its program is suspended
     */
    @Transactional
    public Versioned<Contract> draft(ProcessId process, LocalDate startsOn, LocalDate endsOn) {
        var held = processes.hold(process).orElseThrow(() -> new RefusedException(new NoSuchProcess(process.value())));
        contracts.of(process).ifPresent(contract -> {
            throw new RefusedException(new ContractExists(process, contract));
        });
        var lines = holdings.ofProcess(process.value());
        var drafted = Contract.draft(
                        new ContractId(ids.next()),
                        held.value(),
                        lines,
                        startsOn,
                        endsOn,
                        rules.all(),
                        LocalDate.now(clock),
                        clock.instant())
                .orRefuse();
        Contract draft = drafted.state();
        suspended.refuse(draft.terms().program());
        long version = contracts.store(draft, 0);
        holdings.contract(
                draft.id().value(), lines.stream().map(ReservedLine::commitment).toList());
        outbox.add(drafted.events());
        audit.record(new Change("ContractDrafted", draft.id().toString(), null, draft));
        return new Versioned<>(draft, version);
    }
}
