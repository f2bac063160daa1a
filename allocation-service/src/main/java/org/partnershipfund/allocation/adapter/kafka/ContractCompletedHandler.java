package org.partnershipfund.allocation.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.ContractCompletedV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** A contract is completed: what nobody claimed is not under contract any more. */
@ApplicationScoped
class ContractCompletedHandler implements EventHandler<ContractCompletedV1> {

    private final ContractStandings standings;

    ContractCompletedHandler(ContractStandings standings) {
        this.standings = standings;
    }

    @Override
    public EventType<ContractCompletedV1> type() {
        return Events.CONTRACT_COMPLETED;
    }

    @Override
    public Outcome handle(ContractCompletedV1 data, Heard heard) {
        return standings.heard(data.contractId(), data.fundId(), data.shares(), data.completedAt());
    }
}
