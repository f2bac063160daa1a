package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.PartnerRefusal.NoSuchPartner;
import org.partnershipfund.portfolio.partner.Partners;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.partner.Reach;

/** Says who acts for a partner from now on, and nobody else. */
@ApplicationScoped
public class ChangeMembers {

    private final Partners partners;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeMembers(Partners partners, Outbox outbox, AuditTrail audit, Clock clock) {
        this.partners = partners;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Replaces the members.
     *
     * @param seen the partner's version that the caller decided upon
     * @throws RefusedException if there is no such partner within reach
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Partner> change(PartnerId id, long seen, Collection<Person> members, Reach reach) {
        var read = partners.hold(id)
                .filter(partner -> reach.covers(partner.value().id()))
                .orElseThrow(() -> new RefusedException(new NoSuchPartner(id)))
                .expecting(id.value(), seen);
        var changed =
                Partner.changeMembers(read.value(), members, clock.instant()).orRefuse();
        Partner partner = changed.state();
        if (changed.events().isEmpty()) {
            return read;
        }
        long version = partners.store(partner, read.version());
        outbox.add(changed.events());
        audit.record(new AuditTrail.Change(
                "PartnerMembersChanged", id.value().toString(), read.value().audited(), partner.audited()));
        return new Versioned<>(partner, version);
    }
}
