package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.person.SchoolRoles;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.supervision.Absence;
import org.partnershipfund.approval.supervision.Absences;
import org.partnershipfund.approval.supervision.Reassignment;
import org.partnershipfund.approval.supervision.Reassignments;
import org.partnershipfund.approval.supervision.SupervisionRefusal.NotASupervisor;
import org.partnershipfund.approval.supervision.Supervisors;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;

/** Somebody is away, and the partnerships team gives a waiting step to another supervisor. */
@ApplicationScoped
public class ReassignStep {

    private final SelectionDesk desk;
    private final Supervisors supervisors;
    private final SchoolRoles roles;
    private final Absences absences;
    private final Reassignments reassignments;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ReassignStep(
            SelectionDesk desk,
            Supervisors supervisors,
            SchoolRoles roles,
            Absences absences,
            Reassignments reassignments,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.desk = desk;
        this.supervisors = supervisors;
        this.roles = roles;
        this.absences = absences;
        this.reassignments = reassignments;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Declares that somebody is away.
     *
     * @param byTheTeam whether the partnerships team says so, which may say it of others too
     * @throws RefusedException if it is said of somebody else, or ends before it begins
     */
    @Transactional
    public Absence declare(Person person, LocalDate from, LocalDate until, Person by, boolean byTheTeam) {
        Absence absence = Absence.declare(new Absence(ids.next(), person, from, until, by, clock.instant()), byTheTeam)
                .orRefuse()
                .state();
        absences.add(absence);
        audit.record(new AuditTrail.Change("AbsenceDeclared", absence.id().toString(), null, absence));
        return absence;
    }

    /** Absences, everybody's or one person's. */
    public List<Absence> absences(Optional<Person> of, Optional<UUID> after, int limit) {
        return absences.list(of, after, limit);
    }

    /**
     * Gives the superintendent's step of the newest version to another supervisor.
     *
     * @param seen the selection's version that the caller decided upon
     * @throws RefusedException if there is none, the step is not open, one whose step it is is there today, or who is to
     *     have it supervises no school today or is away
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public void reassign(SelectionId id, long seen, Person to, String reason, Person by) {
        Selection selection = desk.hold(id).expecting(id.value(), seen).value();
        Selection.mustWaitFor(selection, Step.SUPERINTENDENT).ifPresent(why -> {
            throw new RefusedException(why);
        });
        LocalDate today = LocalDate.now(clock);
        int version = selection.dossier().content().version();
        Optional<Reassignment> before = reassignments.newest(id, version);
        List<Person> whose = before.map(one -> List.of(one.to()))
                .orElseGet(() -> roles.holders(
                        SchoolRole.INSTRUCTIONAL_SUPERINTENDENT,
                        selection.dossier().school(),
                        today));
        Reassignment.refusal(id, whose, person -> absences.isAway(person, today), today)
                .ifPresent(why -> {
                    throw new RefusedException(why);
                });
        if (supervisors.schoolsOf(to, today).isEmpty() || absences.isAway(to, today)) {
            throw new RefusedException(new NotASupervisor(to.subject(), today));
        }
        Reassignment reassignment = new Reassignment(id, version, to, reason, by, clock.instant());
        reassignments.add(reassignment);
        audit.record(new AuditTrail.Change("StepReassigned", id.value().toString(), before.orElse(null), reassignment));
    }
}
