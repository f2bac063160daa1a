package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.person.SchoolRoles;
import org.partnershipfund.approval.supervision.Assignment;
import org.partnershipfund.approval.supervision.AssignmentId;
import org.partnershipfund.approval.supervision.Assignments;
import org.partnershipfund.approval.supervision.SupervisionRefusal.NoSuchAssignment;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** Says which Instructional Superintendent answers for which schools. */
@ApplicationScoped
public class AssignSupervisor {

    private final Assignments assignments;
    private final SchoolRoles roles;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    AssignSupervisor(
            Assignments assignments, SchoolRoles roles, Outbox outbox, AuditTrail audit, Ids ids, Clock clock) {
        this.assignments = assignments;
        this.roles = roles;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Assigns a supervisor to schools.
     *
     * @throws RefusedException if it ends before it begins
     */
    @Transactional
    public Versioned<Assignment> assign(
            Person supervisor, String network, List<SchoolCode> schools, LocalDate from, Optional<LocalDate> until) {
        var asked = new Assignment(
                new AssignmentId(ids.next()), supervisor, network, schools, from, until, clock.instant());
        return store(Optional.empty(), Assignment.assign(asked).orRefuse());
    }

    /**
     * Gives an assignment another end.
     *
     * @param seen the assignment's version that the caller decided upon
     * @throws RefusedException if there is none, or it would end before it begins
     */
    @Transactional
    public Versioned<Assignment> until(AssignmentId id, long seen, Optional<LocalDate> until) {
        var read = assignments
                .find(id)
                .orElseThrow(() -> new RefusedException(new NoSuchAssignment(id)))
                .expecting(id.value(), seen);
        return store(
                Optional.of(read), read.value().until(until, clock.instant()).orRefuse());
    }

    /**
     * One assignment.
     *
     * @throws RefusedException if there is none, or none that names a school of the reader
     */
    public Versioned<Assignment> read(AssignmentId id, Reach reach) {
        return assignments
                .find(id)
                .filter(found -> found.value().schools().stream().anyMatch(reach::covers))
                .orElseThrow(() -> new RefusedException(new NoSuchAssignment(id)));
    }

    private Versioned<Assignment> store(Optional<Versioned<Assignment>> read, Accepted<Assignment> accepted) {
        Assignment assignment = accepted.state();
        long version =
                assignments.store(assignment, read.map(Versioned::version).orElse(0L));
        assignment
                .schools()
                .forEach(school -> roles.record(
                        assignment.supervisor(),
                        SchoolRole.INSTRUCTIONAL_SUPERINTENDENT,
                        school,
                        assignment.from(),
                        assignment.until()));
        outbox.add(accepted.events());
        audit.record(new AuditTrail.Change(
                "SupervisorAssigned",
                assignment.id().value().toString(),
                read.map(Versioned::value).orElse(null),
                assignment));
        return new Versioned<>(assignment, version);
    }
}
