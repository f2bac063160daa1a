package org.partnershipfund.allocation.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.ContractAmendedV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** A contract was amended: its schools have more or less under contract. */
@ApplicationScoped
class ContractAmendedHandler implements EventHandler<ContractAmendedV1> {

    private final ContractStandings standings;

    ContractAmendedHandler(ContractStandings standings) {
        this.standings = standings;
    }

    @Override
    public EventType<ContractAmendedV1> type() {
        return Events.CONTRACT_AMENDED;
    }

    @Override
    public Outcome handle(ContractAmendedV1 data, Heard heard) {
        return standings.heard(data.contractId(), data.fundId(), data.shares(), data.amendedAt());
    }
}
