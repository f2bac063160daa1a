package org.partnershipfund.procurement.process;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.process.ContractingProcess.Opening;
import org.partnershipfund.procurement.reservation.ReservedLine;

/** What others learn about a contracting process. */
public sealed interface ProcessEvent extends DomainEvent {

    /** Central office begins to buy. */
    record ProcessOpened(Opening opening, List<UUID> selections, Instant at) implements ProcessEvent {
        public ProcessOpened {
            selections = List.copyOf(selections);
        }
    }

    /** It is known whom the district may contract. */
    record AwardMade(Opening opening, Award award, Instant at) implements ProcessEvent {}

    /** approval-service tells the schools: what they reserved waits for a new process. */
    record ProcessCancelled(ContractingProcess process, Cancellation cancellation) implements ProcessEvent {
        @Override
        public Instant at() {
            return cancellation.at();
        }
    }

    /** approval-service returns the selection: another program won than the school chose. */
    record OutcomeDiffers(ProcessId process, Award award, ReservedLine line, Money amount, String reason, Instant at)
            implements ProcessEvent {}
}
