package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.cycle.Cycles;

/** Announces when, for what and by which criteria programs may apply. */
@ApplicationScoped
public class AnnounceCycle {

    private final Cycles cycles;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    AnnounceCycle(Cycles cycles, AuditTrail audit, Ids ids, Clock clock) {
        this.cycles = cycles;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Announces a cycle.
     *
     * @throws RefusedException if a rule of {@link Cycle#announce} says no
     */
    @Transactional
    public Cycle announce(Cycle.Terms terms) {
        cycles.hold(terms.year());
        Cycle cycle = Cycle.announce(new CycleId(ids.next()), terms, cycles.of(terms.year()), clock.instant())
                .orRefuse()
                .state();
        cycles.add(cycle);
        audit.record(new AuditTrail.Change("CycleAnnounced", cycle.id().value().toString(), null, cycle));
        return cycle;
    }
}
