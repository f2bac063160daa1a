package org.partnershipfund.portfolio.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.partnershipfund.contracts.ContractCompletedV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.MoneyV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.usecase.HearFunding;
import org.partnershipfund.portfolio.webhook.Topic;

/** A contract is delivered and paid: the program shows what was (catalogue §8), and its partner is told. */
@ApplicationScoped
class ContractCompletedHandler implements EventHandler<ContractCompletedV1> {

    private final HearFunding funding;
    private final PartnersAreTold told;

    ContractCompletedHandler(HearFunding funding, PartnersAreTold told) {
        this.funding = funding;
        this.told = told;
    }

    @Override
    public EventType<ContractCompletedV1> type() {
        return Events.CONTRACT_COMPLETED;
    }

    @Override
    public Outcome handle(ContractCompletedV1 data, Heard heard) {
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
                Topic.CONTRACT_COMPLETED,
                data.completedAt(),
                heard);
        return Outcome.done();
    }
}
