package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.Fund.Adoption;
import org.partnershipfund.allocation.fund.FundEvent.FundAppropriated.Line;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.fund.FundRefusal.NoSuchFund;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.Scenarios;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Records that the budget was adopted: from now on the published amounts may be encumbered. */
@ApplicationScoped
public class AppropriateFund {

    private final Funds funds;
    private final Scenarios scenarios;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    AppropriateFund(Funds funds, Scenarios scenarios, Outbox outbox, AuditTrail audit, Clock clock) {
        this.funds = funds;
        this.scenarios = scenarios;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Appropriates the fund.
     *
     * @param seen the fund's version that the caller decided upon
     * @throws RefusedException if there is no such fund, it is not allocated or already appropriated, or the adopted
     *     amount is not the published sum
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Fund> appropriate(FundId id, long seen, Adoption adoption) {
        var read = funds.hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchFund(id)))
                .expecting(id.value(), seen);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clock.getZone());
        var appropriated = Fund.appropriate(read.value(), adoption, lines(read.value()), today, now)
                .orRefuse();
        Fund fund = appropriated.state();
        long version = funds.store(fund, read.version());
        outbox.add(appropriated.events());
        audit.record(new AuditTrail.Change("FundAppropriated", id.value().toString(), read.value(), fund));
        return new Versioned<>(fund, version);
    }

    private List<Line> lines(Fund fund) {
        return switch (fund) {
            case Fund.Open _ -> List.of();
            case Fund.Allocated allocated -> linesOf(allocated);
            case Fund.Appropriated appropriated -> linesOf(appropriated.allocated());
        };
    }

    private List<Line> linesOf(Fund.Allocated allocated) {
        var id = new ScenarioId(allocated.scenario());
        return scenarios
                .find(id)
                .orElseThrow(() -> new IllegalStateException("fund %s without its scenario".formatted(allocated.id())))
                .value()
                .allocations()
                .stream()
                .filter(allocation -> allocation.amount().isPositive())
                .map(allocation -> new Line(allocation.school(), allocation.amount()))
                .sorted(Comparator.comparing(Line::school))
                .toList();
    }
}
