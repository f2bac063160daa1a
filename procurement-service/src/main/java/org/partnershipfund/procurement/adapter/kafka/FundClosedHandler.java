package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.FundClosedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.usecase.CloseLines;

/** A fund's year is over: what no contract claims lapses. */
@ApplicationScoped
class FundClosedHandler implements EventHandler<FundClosedV1> {

    private final CloseLines close;

    FundClosedHandler(CloseLines close) {
        this.close = close;
    }

    @Override
    public EventType<FundClosedV1> type() {
        return Events.FUND_CLOSED;
    }

    @Override
    public Outcome handle(FundClosedV1 data, Heard heard) {
        return Outcomes.of(
                () -> new FiscalYear(data.fiscalYear()),
                year -> Outcomes.of(close.close(new FundId(data.fundId()), year, heard.id(), data.closedAt())));
    }
}
