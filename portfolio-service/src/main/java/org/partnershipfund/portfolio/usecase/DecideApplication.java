package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.Partners;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.program.Programs;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Applications;
import org.partnershipfund.portfolio.vetting.Ruling;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NoSuchApplication;

/** Vets a program, or refuses it, with reasons. */
@ApplicationScoped
public class DecideApplication {

    private final Applications applications;
    private final Partners partners;
    private final Programs programs;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    DecideApplication(
            Applications applications,
            Partners partners,
            Programs programs,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.applications = applications;
        this.partners = partners;
        this.programs = programs;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Decides.
     *
     * @param seen the application's version that the caller decided upon
     * @param by who decides
     * @throws RefusedException if there is no such application, or a rule of {@link Application#decide} says no
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Application> decide(ApplicationId id, long seen, Ruling ruling, Person by) {
        var read = applications
                .hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchApplication(id)))
                .expecting(id.value(), seen);
        var request = read.value().request();
        // What is said about one program is said in the order in which it becomes true, also by its changes.
        var _ = programs.hold(request.program());
        var decided = Application.decide(
                        read.value(),
                        ruling,
                        partners.find(request.partner())
                                .orElseThrow(() -> new IllegalStateException("no partner of application " + id))
                                .value(),
                        by,
                        clock.instant())
                .orRefuse();
        long version = applications.store(decided.state(), read.version());
        outbox.add(decided.events());
        audit.record(new AuditTrail.Change(
                "ApplicationDecided", id.value().toString(), Audited.of(read.value()), Audited.of(decided.state())));
        return new Versioned<>(decided.state(), version);
    }
}
