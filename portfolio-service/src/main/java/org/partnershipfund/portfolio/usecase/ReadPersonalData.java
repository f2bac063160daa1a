package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.PartnerRefusal.NoSuchPartner;
import org.partnershipfund.portfolio.partner.Partners;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Applications;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NoSuchApplication;

/** What the district's offices read of people is on record: whose, when and by whom. */
@ApplicationScoped
public class ReadPersonalData {

    private final Partners partners;
    private final Applications applications;
    private final AuditTrail audit;

    ReadPersonalData(Partners partners, Applications applications, AuditTrail audit) {
        this.partners = partners;
        this.applications = applications;
        this.audit = audit;
    }

    /**
     * A partner with its members, contact address and tax id.
     *
     * @throws RefusedException if there is none
     */
    @Transactional
    public Versioned<Partner> partner(PartnerId id) {
        var found = partners.find(id).orElseThrow(() -> new RefusedException(new NoSuchPartner(id)));
        audit.record(new AuditTrail.Change("PartnerPeopleRead", id.value().toString(), null, null));
        return found;
    }

    /**
     * An application with who reviewed it and what ties were declared.
     *
     * @throws RefusedException if there is none
     */
    @Transactional
    public Versioned<Application> reviews(ApplicationId id) {
        var found = applications.find(id).orElseThrow(() -> new RefusedException(new NoSuchApplication(id)));
        audit.record(new AuditTrail.Change("ReviewsRead", id.value().toString(), null, null));
        return found;
    }
}
