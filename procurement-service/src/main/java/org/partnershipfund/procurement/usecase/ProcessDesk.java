package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.process.Continuation;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.process.Route;
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

    /**
     * What buys the lines of a selection, held in the order of the ids.
     *
     * @param year the processes of the fiscal year, held after them, if a cap is measured by them; else none
     */
    record Bought(Map<ProcessId, Versioned<ContractingProcess>> processes, List<ContractingProcess> year) {

        boolean isEmpty() {
            return processes.isEmpty();
        }

        /** Those of the processes that buy one of these lines. */
        List<ContractingProcess> buying(List<ReservedLine> lines) {
            return processes.values().stream()
                    .map(Versioned::value)
                    .filter(process ->
                            lines.stream().anyMatch(line -> process.id().value().equals(line.process())))
                    .toList();
        }
    }

    /** The processes that these lines leave, held. */
    Bought hold(List<ReservedLine> lines) {
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
        return new Bought(held, List.of());
    }

    /** The processes that these lines leave and others may join, held; the year after them if a cap is among them. */
    Bought holdToJoin(List<ReservedLine> lines) {
        Bought bought = hold(lines);
        return bought.processes().values().stream()
                .map(Versioned::value)
                .filter(ContractingProcess::isCapped)
                .findFirst()
                .map(process -> new Bought(
                        bought.processes(), processes.holdYear(process.opening().year())))
                .orElse(bought);
    }

    /** The processes that buy these lines, held; the year after them if a cap limits how far one of them may grow. */
    Bought holdToGrow(List<ReservedLine> lines) {
        Bought bought = hold(lines);
        return bought.processes().values().stream()
                .map(read -> read.value().opening())
                .filter(opening -> opening.route().kind() == Route.Kind.SOLE_SOURCE)
                .findFirst()
                .map(opening -> new Bought(bought.processes(), processes.holdYear(opening.year())))
                .orElse(bought);
    }

    /** Lines join as decided; what may not join waits to be bought by a new process. */
    void join(Continuation continuation, Bought bought) {
        join(continuation, bought, process -> !process.isCapped());
        if (!continuation.amounts().isEmpty()) {
            holdings.award(continuation.amounts());
        }
        // Sole sources last: what else the selection buys belongs to what their cap is measured by.
        join(continuation, bought, ContractingProcess::isCapped);
    }

    private void join(Continuation continuation, Bought bought, Predicate<ContractingProcess> which) {
        bought.processes().forEach((id, read) -> {
            var asked = continuation.lines().getOrDefault(id, List.of());
            if (!asked.isEmpty() && which.test(read.value())) {
                var joining = ContractingProcess.joining(
                        read.value(), holdings.ofProcess(id.value()), asked, asOfNow(bought), rules.all());
                holdings.buy(
                        id.value(),
                        joining.stream().map(ReservedLine::commitment).toList());
            }
        });
    }

    /** The year with what the lines of this selection have changed in it. */
    private List<ContractingProcess> asOfNow(Bought bought) {
        return bought.year().stream()
                .map(one -> bought.processes().containsKey(one.id()) ? revalued(one) : one)
                .toList();
    }

    /** Their lines changed: what they are worth follows, and what was decided on the older lines is stale. */
    void revalue(Bought bought) {
        bought.processes().forEach((id, read) -> {
            var now = revalued(read.value());
            if (now.equals(read.value())) {
                processes.touch(id);
            } else {
                long _ = processes.store(now, read.version());
            }
        });
    }

    private ContractingProcess revalued(ContractingProcess process) {
        return ContractingProcess.revalued(
                process, holdings.countingFor(process.id().value()), rules.all());
    }
}
