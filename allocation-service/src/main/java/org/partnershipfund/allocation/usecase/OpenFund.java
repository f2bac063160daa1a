package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.partnershipfund.allocation.fund.ChartOfAccounts;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundCalendar;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Opens the fund of a fiscal year and tells procurement what its budget lines have in common. */
@ApplicationScoped
public class OpenFund {

    private final Funds funds;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    OpenFund(Funds funds, Outbox outbox, AuditTrail audit, Ids ids, Clock clock) {
        this.funds = funds;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a fund.
     *
     * @throws RefusedException if the pool is nothing, or the year has a fund of that name
     */
    @Transactional
    public Versioned<Fund> open(
            String name,
            FiscalYear year,
            Money pool,
            ChartOfAccounts chart,
            FundCalendar calendar,
            boolean retruedToOctober) {
        funds.holdNames(year);
        var opened = Fund.open(
                        new FundId(ids.next()),
                        name,
                        year,
                        pool,
                        chart,
                        calendar,
                        retruedToOctober,
                        funds.find(year, name),
                        clock.instant())
                .orRefuse();
        Fund fund = opened.state();
        long version = funds.store(fund, 0);
        outbox.add(opened.events());
        audit.record(new AuditTrail.Change("FundOpened", fund.id().value().toString(), null, fund));
        return new Versioned<>(fund, version);
    }
}
