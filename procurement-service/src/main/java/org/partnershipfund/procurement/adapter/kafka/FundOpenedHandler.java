package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.FundOpenedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.procurement.ledger.ChartParts;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.usecase.RememberFund;

/** A fund was opened: remember what its lines share, and let waiting allocations go on. */
@ApplicationScoped
class FundOpenedHandler implements EventHandler<FundOpenedV1> {

    private final RememberFund remember;

    FundOpenedHandler(RememberFund remember) {
        this.remember = remember;
    }

    @Override
    public EventType<FundOpenedV1> type() {
        return Events.FUND_OPENED;
    }

    @Override
    public Outcome handle(FundOpenedV1 data, Heard heard) {
        return Outcomes.of(() -> told(data), fund -> Outcomes.of(remember.remember(fund), Outcomes.fund(fund.id())));
    }

    private static RememberedFund told(FundOpenedV1 data) {
        return RememberedFund.opened(
                new FundId(data.fundId()),
                data.name(),
                new FiscalYear(data.fiscalYear()),
                data.pool().money(),
                new ChartParts(
                        data.chart().account(),
                        data.chart().fund(),
                        data.chart().program(),
                        data.chart().subclass()));
    }
}
