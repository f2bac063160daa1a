package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.checklist.Checklist;
import org.partnershipfund.procurement.checklist.Traces;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.determination.Determination;
import org.partnershipfund.procurement.determination.DeterminationId;
import org.partnershipfund.procurement.determination.Determinations;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.ProcessRefusal.NoSuchProcess;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.rules.ProcurementRules;

/** Says what a process still needs, and what it has. */
@ApplicationScoped
public class ReadRequirements {

    private final Processes processes;
    private final Contracts contracts;
    private final Determinations determinations;
    private final Traces traces;
    private final ProcurementRules rules;

    ReadRequirements(
            Processes processes,
            Contracts contracts,
            Determinations determinations,
            Traces traces,
            ProcurementRules rules) {
        this.processes = processes;
        this.contracts = contracts;
        this.determinations = determinations;
        this.traces = traces;
        this.rules = rules;
    }

    /** The requirements of one process. */
    public record Found(ProcessId process, Checklist checklist) {}

    /**
     * Reads them.
     *
     * @throws RefusedException if there is no such process
     */
    @Transactional
    public Found of(UUID id) {
        var process = new ProcessId(id);
        ContractingProcess read = processes
                .find(process)
                .orElseThrow(() -> new RefusedException(new NoSuchProcess(id)))
                .value();
        return new Found(
                process,
                Checklist.of(
                        read,
                        contracts.of(process).flatMap(contracts::find).map(Versioned::value),
                        determination(read),
                        traces.of(process),
                        rules.all()));
    }

    private Optional<Determination> determination(ContractingProcess process) {
        if (!Checklist.isDetermined(process)) {
            return Optional.empty();
        }
        try {
            return determinations
                    .find(new DeterminationId(UUID.fromString(
                            String.valueOf(process.opening().route().reference()))))
                    .map(Versioned::value);
        } catch (IllegalArgumentException before) {
            // Opened before determinations were kept: a letter is named that is not here.
            return Optional.empty();
        }
    }
}
