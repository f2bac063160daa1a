package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.tender.Bid;
import org.partnershipfund.procurement.tender.Invitation;
import org.partnershipfund.procurement.tender.Notice;
import org.partnershipfund.procurement.tender.SealedBids;
import org.partnershipfund.procurement.tender.Stake.Act;
import org.partnershipfund.procurement.tender.Tender;
import org.partnershipfund.procurement.tender.Tender.Publication;
import org.partnershipfund.procurement.tender.TenderId;
import org.partnershipfund.procurement.tender.TenderRefusal.NoSuchTender;
import org.partnershipfund.procurement.tender.Tenders;

/** Takes tenders out and puts them back, within the verb's transaction. */
@ApplicationScoped
class TenderDesk {

    private final Tenders tenders;
    private final SealedBids box;
    private final AuditTrail audit;
    private final Clock clock;

    TenderDesk(Tenders tenders, SealedBids box, AuditTrail audit, Clock clock) {
        this.tenders = tenders;
        this.box = box;
        this.audit = audit;
        this.clock = clock;
    }

    /** A tender in hand: the version that was read, and the instant at which it is decided upon. */
    record Held(Versioned<Tender> read, Tender now, Instant at) {}

    /** The tender, held, as it is at the instant after the wait for it. */
    Held hold(TenderId id) {
        return held(id, tenders.hold(id));
    }

    /** The same for who only puts something in: others may at the same time, and nobody opens or cancels meanwhile. */
    Held share(TenderId id) {
        return held(id, tenders.share(id));
    }

    private Held held(TenderId id, Optional<Versioned<Tender>> found) {
        var read = found.orElseThrow(() -> new RefusedException(new NoSuchTender(id.value())));
        // The clock is read once the row is ours: who waited over the deadline is late.
        Instant at = clock.instant();
        return new Held(read, read.value().at(at), at);
    }

    /** The same, if it is still what the caller saw. */
    Held hold(TenderId id, long seen) {
        Held held = hold(id);
        var _ = held.read().expecting(id, seen);
        return held;
    }

    /** Refuses who has to do with a bidder. Source: docs/policy/tenders.md §9. */
    void requireNoStake(Tender tender, Act act, Person by) {
        box.stake(tender.id(), tender.invitation().serviceArea(), by)
                .fault(tender.id(), act)
                .ifPresent(why -> {
                    throw new RefusedException(why);
                });
    }

    /** What is tendered, without holding it. */
    Invitation invitation(TenderId id) {
        return tenders.find(id)
                .orElseThrow(() -> new RefusedException(new NoSuchTender(id.value())))
                .value()
                .invitation();
    }

    Versioned<Tender> store(String action, Held held, Tender next) {
        return store(action, held, next, null);
    }

    /** Stores it, and writes into the trail what may stand there. */
    Versioned<Tender> store(String action, Held held, Tender next, @Nullable Object found) {
        long version = tenders.store(next, held.read().version());
        audit.record(new Change(action, next.id().toString(), Seen.of(held.now(), null), Seen.of(next, found)));
        return new Versioned<>(next, version);
    }

    Versioned<Tender> add(String action, Tender tender) {
        long version = tenders.store(tender, 0);
        audit.record(new Change(action, tender.id().toString(), null, Seen.of(tender, null)));
        return new Versioned<>(tender, version);
    }

    /** A tender as the audit trail keeps it: no names of people, and nothing that is sealed, for it is not there. */
    record Seen(
            String state,
            Invitation invitation,
            List<String> keys,
            List<Notice> notices,
            List<UUID> bids,
            @Nullable Object found) {

        static Seen of(Tender tender, @Nullable Object found) {
            var published = tender.published();
            return new Seen(
                    tender.word(),
                    tender.invitation(),
                    published.map(Publication::fingerprints).orElse(List.of()),
                    published.map(Publication::notices).orElse(List.of()),
                    tender.bids().stream().map(Bid::id).toList(),
                    found);
        }
    }
}
