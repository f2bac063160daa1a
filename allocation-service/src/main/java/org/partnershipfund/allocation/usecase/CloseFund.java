package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.fund.FundRefusal.NoSuchFund;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Ends a fund's year: what no contract claims lapses. */
@ApplicationScoped
public class CloseFund {

    private final Funds funds;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    CloseFund(Funds funds, Outbox outbox, AuditTrail audit, Clock clock) {
        this.funds = funds;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Closes the fund.
     *
     * @param seen the fund's version that the caller decided upon
     * @throws RefusedException if there is no such fund, it is not appropriated, its year is not over, or it is closed
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Fund> close(FundId id, long seen) {
        var read = funds.hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchFund(id)))
                .expecting(id.value(), seen);
        var now = clock.instant();
        var closed = Fund.close(read.value(), LocalDate.ofInstant(now, clock.getZone()), now)
                .orRefuse();
        long version = funds.store(closed.state(), read.version());
        outbox.add(closed.events());
        audit.record(new AuditTrail.Change("FundClosed", id.value().toString(), read.value(), closed.state()));
        return new Versioned<>(closed.state(), version);
    }
}
