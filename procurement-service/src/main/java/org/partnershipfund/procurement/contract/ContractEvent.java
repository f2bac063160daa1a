package org.partnershipfund.procurement.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.ProcessId;

/** What others learn about a contract. */
public sealed interface ContractEvent extends DomainEvent {

    /**
     * Lines of a selection go into a contract; approval-service lets the school neither withdraw nor drop them.
     *
     * @param version the version whose lines these are
     */
    record SelectionContracted(
            UUID selection,
            int version,
            FundId fund,
            SchoolCode school,
            ContractId contract,
            ProcessId process,
            List<Line> lines,
            Instant at)
            implements ContractEvent {
        public SelectionContracted {
            lines = List.copyOf(lines);
        }

        /** One of them, with its share of the contract. */
        public record Line(UUID line, UUID program, Money amount) {}
    }

    /** Services may begin. */
    record ContractExecuted(Contract.Executed contract, Instant at) implements ContractEvent {}
}
