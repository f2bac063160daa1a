package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Programs;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.person.SchoolRoles;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.SelectionRefusal.NoSuchSelection;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** What every verb about a selection begins and ends with; within the verb's transaction. */
@ApplicationScoped
class SelectionDesk {

    private final Selections selections;
    private final Programs programs;
    private final SchoolRoles roles;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    SelectionDesk(
            Selections selections, Programs programs, SchoolRoles roles, Outbox outbox, AuditTrail audit, Clock clock) {
        this.selections = selections;
        this.programs = programs;
        this.roles = roles;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The selection, held. */
    Versioned<Selection> hold(SelectionId id) {
        return selections.hold(id).orElseThrow(() -> new RefusedException(new NoSuchSelection(id)));
    }

    /** The selection, held, for somebody whose role counts at its school today; for others it does not exist. */
    Versioned<Selection> hold(SelectionId id, Person by, SchoolRole role) {
        var purse = selections.purse(id).orElseThrow(() -> new RefusedException(new NoSuchSelection(id)));
        if (!roles.holds(by, role, purse.school(), LocalDate.now(clock))) {
            throw new RefusedException(new NoSuchSelection(id));
        }
        return hold(id);
    }

    /** Which partners each version of the selection pays. */
    Map<Integer, Set<UUID>> paidBy(SelectionId id) {
        return selections.contents(id).stream()
                .collect(Collectors.toMap(
                        Content::version,
                        content -> content.lines().stream().map(Line::partner).collect(Collectors.toSet())));
    }

    /** Those of the programs that were heard of. */
    Map<ProgramId, Program> programs(Collection<ProgramId> ids) {
        return programs.findAll(ids).stream().collect(Collectors.toMap(Program::id, Function.identity()));
    }

    /** Stores what was decided, says it, and writes it down; a refusal becomes the answer. */
    Versioned<Selection> store(String action, Versioned<Selection> read, Decision<Selection> decision) {
        var accepted = decision.orRefuse();
        Selection next = accepted.state();
        long version = selections.store(next, read.version());
        outbox.add(accepted.events());
        audit.record(new AuditTrail.Change(action, next.dossier().id().value().toString(), read.value(), next));
        return new Versioned<>(next, version);
    }
}
