package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.PartnerRefusal.NoSuchPartner;
import org.partnershipfund.portfolio.partner.Partners;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.partner.Reach;
import org.partnershipfund.portfolio.partner.TaxId;

/** Says who acts for a partner, and how it is reached. */
@ApplicationScoped
public class ChangePartner {

    private final Partners partners;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ChangePartner(Partners partners, Outbox outbox, AuditTrail audit, Clock clock) {
        this.partners = partners;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Replaces the members: these people act for the partner from now on, and nobody else.
     *
     * @param seen the partner's version that the caller decided upon
     * @throws RefusedException if there is no such partner within reach
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Partner> members(PartnerId id, long seen, Collection<Person> members, Reach reach) {
        return change(
                id,
                seen,
                reach,
                partner -> Partner.changeMembers(partner, members, clock.instant()),
                "PartnerMembersChanged");
    }

    /**
     * Says where the district writes to, and the tax id; what was said wrong is corrected.
     *
     * @param seen the partner's version that the caller decided upon
     * @throws RefusedException if there is no such partner within reach
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Partner> contact(
            PartnerId id, long seen, Optional<String> contactEmail, Optional<TaxId> taxId, Reach reach) {
        return change(
                id,
                seen,
                reach,
                partner -> Decision.accept(partner.reachedAt(contactEmail, taxId, clock.instant())),
                "PartnerContactChanged");
    }

    private Versioned<Partner> change(
            PartnerId id, long seen, Reach reach, Function<Partner, Decision<Partner>> decide, String action) {
        var read = partners.hold(id)
                .filter(partner -> reach.covers(partner.value().id()))
                .orElseThrow(() -> new RefusedException(new NoSuchPartner(id)))
                .expecting(id.value(), seen);
        var changed = decide.apply(read.value()).orRefuse();
        Partner partner = changed.state();
        if (partner.equals(read.value())) {
            return read;
        }
        long version = partners.store(partner, read.version());
        outbox.add(changed.events());
        audit.record(new AuditTrail.Change(
                action, id.value().toString(), read.value().audited(), partner.audited()));
        return new Versioned<>(partner, version);
    }
}
