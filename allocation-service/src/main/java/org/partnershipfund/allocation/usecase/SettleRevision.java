package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.BiFunction;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.allocation.revision.Revision;
import org.partnershipfund.allocation.revision.Revision.Told;
import org.partnershipfund.allocation.revision.RevisionRefusal.NoSuchRevision;
import org.partnershipfund.allocation.revision.Revisions;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.Versioned;

/** Carries out what the ledger answered to a revision; reacts to procurement-service. */
@ApplicationScoped
public class SettleRevision {

    private final Funds funds;
    private final Schools schools;
    private final Revisions revisions;
    private final CountAmounts countAmounts;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    SettleRevision(
            Funds funds,
            Schools schools,
            Revisions revisions,
            CountAmounts countAmounts,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.funds = funds;
        this.schools = schools;
        this.revisions = revisions;
        this.countAmounts = countAmounts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The money is free: both schools' allocations change, once; the same answer again changes nothing. */
    @Transactional
    public Decision<Revision> accept(Told told) {
        return settle(
                "RevisionAccepted",
                told,
                (fund, revision) -> Revision.accept(revision, told, countAmounts.of(fund), clock.instant()));
    }

    /** The money is spoken for: nothing changes but the revision; the same answer again changes nothing. */
    @Transactional
    public Decision<Revision> refuse(Told told, Money available, String why) {
        return settle(
                "RevisionRefused",
                told,
                (_, revision) -> Revision.refuse(revision, told, available, why, clock.instant()));
    }

    private Decision<Revision> settle(String action, Told told, BiFunction<Fund, Revision, Decision<Revision>> rule) {
        // The fund before the revision: it guards what all its schools have together.
        var fund = funds.hold(told.fund()).map(Versioned::value);
        var read = revisions.find(told.id());
        if (fund.isEmpty() || read.isEmpty()) {
            return Decision.refuse(new NoSuchRevision(told.fund(), told.id()));
        }
        Revision before = read.get().value();
        schools.hold(before.terms().schools());
        Decision<Revision> decision = rule.apply(fund.get(), before);
        return switch (decision) {
            case Accepted<Revision>(var after, var events) -> {
                if (!after.equals(before)) {
                    long _ = revisions.store(after, read.get().version());
                    outbox.add(events);
                    audit.record(new AuditTrail.Change(action, told.id().value().toString(), before, after));
                }
                yield decision;
            }
            case Refused<Revision> refused -> refused;
        };
    }
}
