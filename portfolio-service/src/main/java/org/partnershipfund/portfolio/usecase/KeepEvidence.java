package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.ReceivedFile;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.portfolio.evidence.AllEvidence;
import org.partnershipfund.portfolio.evidence.Evidence;
import org.partnershipfund.portfolio.evidence.EvidenceId;
import org.partnershipfund.portfolio.evidence.EvidenceRefusal.NoSuchEvidence;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.partner.Reach;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Applications;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NoSuchApplication;

/** Keeps what proves an application, and says who read it. */
@ApplicationScoped
public class KeepEvidence {

    private final Applications applications;
    private final AllEvidence evidence;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    KeepEvidence(Applications applications, AllEvidence evidence, AuditTrail audit, Ids ids, Clock clock) {
        this.applications = applications;
        this.evidence = evidence;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a file.
     *
     * @param by who sent it
     * @param shelve keeps its bytes; called once no rule says no
     * @throws RefusedException if there is no such application within reach, or a rule of {@link Evidence#add} says no
     */
    @Transactional
    public Evidence add(
            ApplicationId id, ReceivedFile file, Optional<String> criterion, Person by, Reach reach, Runnable shelve) {
        Application application = applications
                .hold(id)
                .map(found -> found.value())
                .filter(found -> reach.covers(found.intent().partner()))
                .orElseThrow(() -> new RefusedException(new NoSuchApplication(id)));
        Evidence added = Evidence.add(
                        new EvidenceId(ids.next()), application, evidence.of(id), file, criterion, by, clock.instant())
                .orRefuse()
                .state();
        shelve.run();
        evidence.add(added);
        audit.record(new AuditTrail.Change("EvidenceAdded", id.value().toString(), null, added));
        return added;
    }

    /**
     * All of an application.
     *
     * @throws RefusedException if there is no such application within reach
     */
    @Transactional
    public List<Evidence> of(ApplicationId id, Reach reach) {
        return applications
                .find(id)
                .filter(found -> reach.covers(found.value().intent().partner()))
                .map(_ -> evidence.of(id))
                .orElseThrow(() -> new RefusedException(new NoSuchApplication(id)));
    }

    /**
     * One file, to be read now: the audit trail says so.
     *
     * @throws RefusedException if there is none within reach
     */
    @Transactional
    public Evidence read(EvidenceId id, Reach reach) {
        Evidence found = evidence.find(id)
                .filter(known -> applications
                        .find(known.application())
                        .filter(application ->
                                reach.covers(application.value().intent().partner()))
                        .isPresent())
                .orElseThrow(() -> new RefusedException(new NoSuchEvidence(id)));
        audit.record(new AuditTrail.Change(
                "EvidenceRead", found.application().value().toString(), null, found.id()));
        return found;
    }
}
