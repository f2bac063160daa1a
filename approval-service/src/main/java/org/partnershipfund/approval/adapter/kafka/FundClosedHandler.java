package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.usecase.EndTheYear;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.FundClosedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.FiscalYear;

/** A fund's year is over: what no contract claims lapses. */
@ApplicationScoped
class FundClosedHandler implements EventHandler<FundClosedV1> {

    private final EndTheYear endTheYear;

    FundClosedHandler(EndTheYear endTheYear) {
        this.endTheYear = endTheYear;
    }

    @Override
    public EventType<FundClosedV1> type() {
        return Events.FUND_CLOSED;
    }

    @Override
    public Outcome handle(FundClosedV1 data, Heard heard) {
        return Outcomes.of(
                () -> new FiscalYear(data.fiscalYear()),
                year -> endTheYear.end(new FundId(data.fundId()), year, data.closedAt())
                        ? Outcome.done()
                        : new Outcome.Unusable("fund %s is not of fiscal year %d: compare with its FundOpened"
                                .formatted(data.fundId(), data.fiscalYear())));
    }
}
