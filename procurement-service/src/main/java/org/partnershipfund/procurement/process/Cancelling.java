package org.partnershipfund.procurement.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.procurement.process.Cancellation.Freed;
import org.partnershipfund.procurement.process.ContractingProcess.Cancelled;
import org.partnershipfund.procurement.process.ProcessEvent.ProcessCancelled;
import org.partnershipfund.procurement.process.ProcessRefusal.CancelledAlready;
import org.partnershipfund.procurement.process.ProcessRefusal.UnderContract;
import org.partnershipfund.procurement.reservation.ReservedLine;

/**
 * Ends a process for a recorded reason; what the schools reserved stays reserved and waits for a new one.
 *
 * <p>Source: docs/policy/procurement.md §10.
 */
public record Cancelling(String reason, String issuer, String officer) {

    /**
     * Cancels the process, in whatever state it is, as long as there is no contract.
     *
     * @param contract the contract of the process, drafted or more
     * @param lines what it buys now; none if every school has left
     */
    public Decision<ContractingProcess> of(
            ContractingProcess process, Optional<UUID> contract, List<ReservedLine> lines, Instant at) {
        if (process instanceof Cancelled(var _, var cancellation)) {
            return Decision.refuse(new CancelledAlready(process.id(), cancellation.at()));
        }
        if (contract.isPresent()) {
            return Decision.refuse(new UnderContract(process.id(), contract.get()));
        }
        var freed = lines.stream()
                .map(line -> new Freed(
                        line.selection(), line.version(), line.line(), line.school(), line.program(), line.amount()))
                .toList();
        var cancellation = new Cancellation(reason, issuer, officer, freed, at);
        return Decision.accept(new Cancelled(process, cancellation), new ProcessCancelled(process, cancellation));
    }
}
