package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.approval.council.Associate;
import org.partnershipfund.approval.council.AssociateId;
import org.partnershipfund.approval.council.Associates;
import org.partnershipfund.approval.council.ConductRefusal.NoSuchAssociate;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Personal;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** Who chairs, or the partnerships team, names associates of a council; they attend and never vote. */
@ApplicationScoped
public class NameAssociate {

    private final ConductDesk desk;
    private final Associates associates;
    private final AuditTrail audit;
    private final Ids ids;

    NameAssociate(ConductDesk desk, Associates associates, AuditTrail audit, Ids ids) {
        this.desk = desk;
        this.associates = associates;
        this.audit = audit;
        this.ids = ids;
    }

    /** An associate as asked for. */
    public record Asked(
            String organisation, String name, Optional<Person> person, LocalDate from, Optional<LocalDate> until) {}

    /**
     * Names an associate.
     *
     * @throws RefusedException if the caller does not chair, or the person has a vote in the same council
     */
    @Transactional
    public Versioned<Associate> name(SchoolCode school, Asked asked, CouncilManager by) {
        Council council = desk.managed(school, by);
        var named = new Associate(
                new AssociateId(ids.next()),
                school,
                asked.organisation(),
                asked.name(),
                asked.person(),
                asked.from(),
                asked.until());
        return store(
                "AssociateNamed",
                new Versioned<>(Associate.name(named, council).orRefuse().state(), 0));
    }

    /**
     * Ends it on that day, which may be later than the one that was said before.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if there is no such associate for the caller, the day is before the first, or the person has a
     *     vote in the same council by then
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Associate> end(SchoolCode school, AssociateId id, long seen, LocalDate last, CouncilManager by) {
        Council council = desk.managed(school, by);
        var read = read(school, id, by.reach()).expecting(id.value(), seen);
        return store(
                "AssociateEnds",
                new Versioned<>(read.value().ending(last, council).orRefuse().state(), read.version()));
    }

    /**
     * One associate.
     *
     * @throws RefusedException if there is none, or only for others
     */
    public Versioned<Associate> read(SchoolCode school, AssociateId id, Reach reach) {
        var _ = desk.council(school, reach);
        return associates
                .find(id)
                .filter(found -> found.value().school().equals(school))
                .orElseThrow(() -> new RefusedException(new NoSuchAssociate(id, school)));
    }

    private Versioned<Associate> store(String action, Versioned<Associate> next) {
        long version = associates.store(next.value(), next.version());
        audit.record(new AuditTrail.Change(action, next.value().school().value(), null, Audited.of(next.value())));
        return new Versioned<>(next.value(), version);
    }

    /** An associate as the audit trail may keep it: the name only as a digest. */
    record Audited(
            AssociateId id,
            String organisation,
            Personal name,
            Optional<Person> person,
            LocalDate from,
            Optional<LocalDate> until) {

        static Audited of(Associate associate) {
            return new Audited(
                    associate.id(),
                    associate.organisation(),
                    new Personal(associate.id().value().toString(), associate.name()),
                    associate.person(),
                    associate.from(),
                    associate.until());
        }
    }
}
