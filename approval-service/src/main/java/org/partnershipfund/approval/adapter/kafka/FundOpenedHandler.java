package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.RememberedFund;
import org.partnershipfund.approval.submission.Chart;
import org.partnershipfund.approval.usecase.RememberFund;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.FundOpenedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.FiscalYear;

/** A fund was opened: remember it, and let waiting allocations go on. */
@ApplicationScoped
class FundOpenedHandler implements EventHandler<FundOpenedV1> {

    private final RememberFund remember;

    FundOpenedHandler(RememberFund remember) {
        this.remember = remember;
    }

    private static Chart chart(FundOpenedV1.ChartV1 told) {
        return new Chart(told.account(), told.fund(), told.program(), told.subclass());
    }

    @Override
    public EventType<FundOpenedV1> type() {
        return Events.FUND_OPENED;
    }

    @Override
    public Outcome handle(FundOpenedV1 data, Heard heard) {
        return Outcomes.of(
                () -> new RememberedFund(new FundId(data.fundId()), data.name(), new FiscalYear(data.fiscalYear())),
                fund -> {
                    remember.remember(fund, chart(data.chart()), data.openedAt());
                    return Outcome.done(Outcomes.fund(data.fundId()));
                });
    }
}
