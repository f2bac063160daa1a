package org.partnershipfund.portfolio.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.partnershipfund.contracts.ContractTerminatedV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.MoneyV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.usecase.HearFunding;
import org.partnershipfund.portfolio.webhook.Topic;

/** A contract ended before its time, or as a draft: the program shows what was spent (catalogue §8), and its partner is told. */
@ApplicationScoped
class ContractTerminatedHandler implements EventHandler<ContractTerminatedV1> {

    private final HearFunding funding;
    private final PartnersAreTold told;

    ContractTerminatedHandler(HearFunding funding, PartnersAreTold told) {
        this.funding = funding;
        this.told = told;
    }

    @Override
    public EventType<ContractTerminatedV1> type() {
        return Events.CONTRACT_TERMINATED;
    }

    @Override
    public Outcome handle(ContractTerminatedV1 data, Heard heard) {
        Money amount;
        try {
            amount = data.shares().stream().map(share -> share.amount().money()).reduce(Money.ZERO, Money::plus);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Outcome.Unusable(String.valueOf(e.getMessage()));
        }
        funding.amended(data.contractId(), amount, Optional.empty());
        told.ofChange(
                data.partnerId(),
                new PartnersAreTold.Stands(
                        data.contractId(), data.programId(), data.fundId(), data.fiscalYear(), MoneyV1.of(amount)),
                Topic.CONTRACT_TERMINATED,
                data.terminatedAt(),
                heard);
        return Outcome.done();
    }
}
