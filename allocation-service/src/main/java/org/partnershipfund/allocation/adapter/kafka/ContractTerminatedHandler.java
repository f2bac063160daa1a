package org.partnershipfund.allocation.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.ContractTerminatedV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** A contract was terminated: what it gave back is not under contract any more. A draft never was. */
@ApplicationScoped
class ContractTerminatedHandler implements EventHandler<ContractTerminatedV1> {

    private final ContractStandings standings;

    ContractTerminatedHandler(ContractStandings standings) {
        this.standings = standings;
    }

    @Override
    public EventType<ContractTerminatedV1> type() {
        return Events.CONTRACT_TERMINATED;
    }

    @Override
    public Outcome handle(ContractTerminatedV1 data, Heard heard) {
        return data.executed()
                ? standings.heard(data.contractId(), data.fundId(), data.shares(), data.terminatedAt())
                : Outcome.done();
    }
}
