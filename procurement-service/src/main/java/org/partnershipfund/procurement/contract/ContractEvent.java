package org.partnershipfund.procurement.contract;

import java.time.Instant;
import org.partnershipfund.kernel.DomainEvent;

/** What others learn about a contract. */
public sealed interface ContractEvent extends DomainEvent {

    /** Services may begin. */
    record ContractExecuted(Contract.Executed contract, Instant at) implements ContractEvent {}
}
