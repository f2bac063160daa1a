package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.process.Continuation;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.ProcurementRules;

/** What a selection that changes does to the processes that buy it; within the verb's transaction. */
@ApplicationScoped
class ProcessDesk {

    private final Processes processes;
    private final Holdings holdings;
    private final ProcurementRules rules;

    ProcessDesk(Processes processes, Holdings holdings, ProcurementRules rules) {
        this.processes = processes;
        this.holdings = holdings;
        this.rules = rules;
    }

    /** The processes that buy these lines, held in the order of their ids. */
    Map<ProcessId, Versioned<ContractingProcess>> hold(List<ReservedLine> lines) {
        Set<UUID> wanted = new TreeSet<>();
        for (ReservedLine line : lines) {
            @Nullable UUID process = line.process();
            if (process != null) {
                wanted.add(process);
            }
        }
        Map<ProcessId, Versioned<ContractingProcess>> held = new LinkedHashMap<>();
        for (UUID process : wanted) {
            var id = new ProcessId(process);
            processes.hold(id).ifPresent(found -> held.put(id, found));
        }
        return held;
    }

    /** Lines join as decided; what may not join waits to be bought by a new process. */
    void join(Continuation continuation, Map<ProcessId, Versioned<ContractingProcess>> held) {
        continuation.lines().forEach((id, lines) -> {
            List<ReservedLine> all = new ArrayList<>(holdings.ofProcess(id.value()));
            all.addAll(lines);
            var process = held.get(id);
            if (process != null && ContractingProcess.mayBuy(process.value(), all, rules.all())) {
                holdings.buy(
                        id.value(), lines.stream().map(ReservedLine::commitment).toList());
            }
        });
        if (!continuation.amounts().isEmpty()) {
            holdings.award(continuation.amounts());
        }
    }

    /** Their lines changed: what they are worth follows, and what was decided on the older lines is stale. */
    void revalue(Map<ProcessId, Versioned<ContractingProcess>> held) {
        held.forEach((id, read) -> {
            var now = ContractingProcess.revalued(read.value(), holdings.ofProcess(id.value()), rules.all());
            if (now.equals(read.value())) {
                processes.touch(id);
            } else {
                long _ = processes.store(now, read.version());
            }
        });
    }
}
