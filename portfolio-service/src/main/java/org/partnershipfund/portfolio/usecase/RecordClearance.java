package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.portfolio.clearance.Clearance;
import org.partnershipfund.portfolio.clearance.ClearanceId;
import org.partnershipfund.portfolio.clearance.ClearanceKind;
import org.partnershipfund.portfolio.clearance.ClearanceStatus;
import org.partnershipfund.portfolio.clearance.Clearances;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.PartnerRefusal.NoSuchPartner;
import org.partnershipfund.portfolio.partner.Partners;
import org.partnershipfund.portfolio.partner.Person;

/** Records what the district found about an organisation: that it is cleared, and until when. */
@ApplicationScoped
public class RecordClearance {

    private final Partners partners;
    private final Clearances clearances;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    RecordClearance(Partners partners, Clearances clearances, Outbox outbox, AuditTrail audit, Ids ids, Clock clock) {
        this.partners = partners;
        this.clearances = clearances;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records a finding; the newest of a partner and kind counts.
     *
     * @param by who found it
     * @throws RefusedException if there is no such partner, or a rule of {@link Clearance#record} says no
     */
    @Transactional
    public Clearance record(
            PartnerId partner, ClearanceKind kind, ClearanceStatus status, Optional<LocalDate> expiresOn, Person by) {
        // Who records two findings of one partner at the same moment waits, so that the newest is the newest.
        var _ = partners.hold(partner).orElseThrow(() -> new RefusedException(new NoSuchPartner(partner)));
        Instant now = clock.instant();
        var recorded = Clearance.record(
                        new Clearance(new ClearanceId(ids.next()), partner, kind, status, expiresOn, by, now),
                        LocalDate.ofInstant(now, clock.getZone()))
                .orRefuse();
        Clearance found = recorded.state();
        clearances.add(found);
        outbox.add(recorded.events());
        audit.record(new AuditTrail.Change("ClearanceRecorded", partner.value().toString(), null, found));
        return found;
    }
}
