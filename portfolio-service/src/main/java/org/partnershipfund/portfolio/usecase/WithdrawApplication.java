package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.Reach;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Applications;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NoSuchApplication;

/** Takes an application back before it is decided. */
@ApplicationScoped
public class WithdrawApplication {

    private final Applications applications;
    private final AuditTrail audit;
    private final Clock clock;

    WithdrawApplication(Applications applications, AuditTrail audit, Clock clock) {
        this.applications = applications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Withdraws.
     *
     * @param seen the application's version that the caller decided upon
     * @throws RefusedException if there is no such application within reach, or it ended before
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Application> withdraw(ApplicationId id, long seen, Optional<String> reason, Reach reach) {
        var read = applications
                .hold(id)
                .filter(found -> reach.covers(found.value().intent().partner()))
                .orElseThrow(() -> new RefusedException(new NoSuchApplication(id)))
                .expecting(id.value(), seen);
        Application withdrawn = Application.withdraw(read.value(), reason, clock.instant())
                .orRefuse()
                .state();
        long version = applications.store(withdrawn, read.version());
        audit.record(new AuditTrail.Change(
                "ApplicationWithdrawn", id.value().toString(), Audited.of(read.value()), Audited.of(withdrawn)));
        return new Versioned<>(withdrawn, version);
    }
}
