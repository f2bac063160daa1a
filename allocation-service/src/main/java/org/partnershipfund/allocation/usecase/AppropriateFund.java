package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.Fund.Adoption;
import org.partnershipfund.allocation.fund.FundEvent.FundAppropriated.Line;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.fund.FundRefusal.NoSuchFund;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.allocation.revision.Revisions;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Records that the budget was adopted: from now on the published and revised amounts may be encumbered. */
@ApplicationScoped
public class AppropriateFund {

    private final Funds funds;
    private final Revisions revisions;
    private final CountAmounts countAmounts;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    AppropriateFund(
            Funds funds, Revisions revisions, CountAmounts countAmounts, Outbox outbox, AuditTrail audit, Clock clock) {
        this.funds = funds;
        this.revisions = revisions;
        this.countAmounts = countAmounts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Appropriates the fund.
     *
     * @param seen the fund's version that the caller decided upon
     * @throws RefusedException if there is no such fund, it is not allocated or already appropriated, a revision is
     *     open, or the adopted amount is not the published sum
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Fund> appropriate(FundId id, long seen, Adoption adoption) {
        var read = funds.hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchFund(id)))
                .expecting(id.value(), seen);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clock.getZone());
        var openRevision = revisions.open(id).stream()
                .map(open -> open.terms().id().value())
                .findFirst();
        var appropriated = Fund.appropriate(read.value(), adoption, lines(read.value()), openRevision, today, now)
                .orRefuse();
        Fund fund = appropriated.state();
        long version = funds.store(fund, read.version());
        outbox.add(appropriated.events());
        audit.record(new AuditTrail.Change("FundAppropriated", id.value().toString(), read.value(), fund));
        return new Versioned<>(fund, version);
    }

    private List<Line> lines(Fund fund) {
        return countAmounts.of(fund).bySchool().entrySet().stream()
                .map(now -> new Line(now.getKey(), now.getValue().amount()))
                .toList();
    }
}
