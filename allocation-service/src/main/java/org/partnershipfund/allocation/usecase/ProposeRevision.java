package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.fund.FundRefusal.NoSuchFund;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.allocation.revision.Revision;
import org.partnershipfund.allocation.revision.Revision.Ask;
import org.partnershipfund.allocation.revision.RevisionId;
import org.partnershipfund.allocation.revision.Revisions;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Asks the ledger to take money off one school's line, for another school of the fund. */
@ApplicationScoped
public class ProposeRevision {

    private final Funds funds;
    private final Schools schools;
    private final Revisions revisions;
    private final CountAmounts countAmounts;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ProposeRevision(
            Funds funds,
            Schools schools,
            Revisions revisions,
            CountAmounts countAmounts,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.funds = funds;
        this.schools = schools;
        this.revisions = revisions;
        this.countAmounts = countAmounts;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Proposes a revision.
     *
     * @throws RefusedException if there is no such fund, it has nothing published or is appropriated, a school is not
     *     funded or part of an open revision, or the amount is nothing or more than the giving school can spare
     */
    @Transactional
    public Versioned<Revision> propose(FundId id, Ask ask) {
        // Fund, then schools, as publication takes them.
        var fund = funds.hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchFund(id)))
                .value();
        schools.hold(List.of(ask.from()));
        var proposed = Revision.propose(
                        new RevisionId(ids.next()),
                        fund,
                        ask,
                        countAmounts.of(fund),
                        revisions.open(id),
                        clock.instant())
                .orRefuse();
        Revision revision = proposed.state();
        long version = revisions.store(revision, 0);
        outbox.add(proposed.events());
        audit.record(new AuditTrail.Change(
                "RevisionProposed", revision.terms().id().value().toString(), null, revision));
        return new Versioned<>(revision, version);
    }
}
