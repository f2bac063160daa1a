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
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.RememberedFund;
import org.partnershipfund.approval.fund.RememberedFunds;
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
import org.partnershipfund.approval.selection.SelectionRefusal.FundIsClosed;
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
    private final RememberedFunds funds;
    private final Programs programs;
    private final SchoolRoles roles;
    private final Outbox outbox;
    private final TellPeople people;
    private final AuditTrail audit;
    private final Clock clock;

    SelectionDesk(
            Selections selections,
            RememberedFunds funds,
            Programs programs,
            SchoolRoles roles,
            Outbox outbox,
            TellPeople people,
            AuditTrail audit,
            Clock clock) {
        this.selections = selections;
        this.funds = funds;
        this.programs = programs;
        this.roles = roles;
        this.outbox = outbox;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** The selection, held. */
    Versioned<Selection> hold(SelectionId id) {
        return selections.hold(id).orElseThrow(() -> new RefusedException(new NoSuchSelection(id)));
    }

    /** The selection, held, for somebody whose role counts at its school today; for others it does not exist. */
    Versioned<Selection> hold(SelectionId id, Person by, SchoolRole role) {
        mustHold(id, by, role);
        return hold(id);
    }

    /** Refuses unless the person's role counts at its school today; for others it does not exist. */
    void mustHold(SelectionId id, Person by, SchoolRole role) {
        var purse = selections.purse(id).orElseThrow(() -> new RefusedException(new NoSuchSelection(id)));
        if (!roles.holds(by, role, purse.school(), LocalDate.now(clock))) {
            throw new RefusedException(new NoSuchSelection(id));
        }
    }

    /**
     * Refuses if the fund's year is over. Whoever holds a selection of it need not hold the fund as well: the end of the
     * year waits for the selection, and finds what was made of it.
     */
    void mustBeOpen(FundId id) {
        funds.find(id).flatMap(RememberedFund::closedAt).ifPresent(at -> {
            throw new RefusedException(new FundIsClosed(id, at));
        });
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
        long version = selections.store(next, read);
        outbox.add(accepted.events());
        people.ofSelection(read.value(), next);
        audit.record(new AuditTrail.Change(action, next.dossier().id().value().toString(), read.value(), next));
        return new Versioned<>(next, version);
    }
}
