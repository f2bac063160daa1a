package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.Partners;
import org.partnershipfund.portfolio.partner.Person;

/** Registers an organisation; who does so is its first member. */
@ApplicationScoped
public class RegisterPartner {

    private final Partners partners;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    RegisterPartner(Partners partners, Outbox outbox, AuditTrail audit, Ids ids, Clock clock) {
        this.partners = partners;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Registers a partner.
     *
     * @throws RefusedException if there is one of that name
     */
    @Transactional
    public Versioned<Partner> register(Partner.Registration asked, Person founder) {
        partners.holdNames();
        var registered = Partner.register(
                        new PartnerId(ids.next()), asked, founder, partners.findByName(asked.name()), clock.instant())
                .orRefuse();
        Partner partner = registered.state();
        long version = partners.store(partner, 0);
        outbox.add(registered.events());
        audit.record(
                new AuditTrail.Change("PartnerRegistered", partner.id().value().toString(), null, partner.audited()));
        return new Versioned<>(partner, version);
    }
}
