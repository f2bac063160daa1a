package org.partnershipfund.allocation.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeMap;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.usecase.HearSpending;
import org.partnershipfund.allocation.utilisation.ContractId;
import org.partnershipfund.allocation.utilisation.ExecutedContract;
import org.partnershipfund.allocation.utilisation.Shares;
import org.partnershipfund.contracts.ContractExecutedV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** A contract is executed: what its schools were allocated is under contract so far. */
@ApplicationScoped
class ContractExecutedHandler implements EventHandler<ContractExecutedV1> {

    private final HearSpending hear;

    ContractExecutedHandler(HearSpending hear) {
        this.hear = hear;
    }

    /** What a payment waits for, if it is told first. */
    static String awaited(ContractId contract) {
        return "contract:" + contract.value();
    }

    @Override
    public EventType<ContractExecutedV1> type() {
        return Events.CONTRACT_EXECUTED;
    }

    @Override
    public Outcome handle(ContractExecutedV1 data, Heard heard) {
        return Outcomes.of(() -> told(data), told -> switch (hear.executed(told)) {
            case Accepted<ExecutedContract> _ -> Outcome.done(awaited(told.id()));
            case Refused<ExecutedContract>(var why) -> new Outcome.Unusable(why.sentence());
        });
    }

    /** A school may buy by several lines of one contract. */
    private static ExecutedContract told(ContractExecutedV1 data) {
        var shares = new TreeMap<SchoolCode, Money>();
        data.shares()
                .forEach(share -> shares.merge(
                        new SchoolCode(share.schoolCode()), share.amount().money(), Money::plus));
        return new ExecutedContract(
                new ContractId(data.contractId()),
                new FundId(data.fundId()),
                new Shares(shares).addingUpTo(data.amount().money()),
                data.executedAt());
    }
}
