package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.supervision.Reassignment;
import org.partnershipfund.approval.supervision.Reassignments;
import org.partnershipfund.approval.turn.OpenTurn;
import org.partnershipfund.approval.turn.OpenTurns;
import org.partnershipfund.approval.turn.Turns;
import org.partnershipfund.approval.turn.Waiting;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/**
 * Whose turn it is.
 *
 * <p>Source: docs/policy/approval.md §15.
 */
@ApplicationScoped
public class ReadTurns {

    private final Turns turns;
    private final OpenTurns open;
    private final ReadSelections selections;
    private final Reassignments reassignments;
    private final Clock clock;

    ReadTurns(Turns turns, OpenTurns open, ReadSelections selections, Reassignments reassignments, Clock clock) {
        this.turns = turns;
        this.open = open;
        this.selections = selections;
        this.reassignments = reassignments;
        this.clock = clock;
    }

    /** What waits for the person, due first; roles as their token says. */
    public List<Waiting> of(Person person, Set<String> roles, Optional<Turns.After> after, int limit) {
        LocalDate today = LocalDate.now(clock);
        return turns.of(new Turns.Asker(person, roles, today, FiscalYear.of(today), clock.getZone()), after, limit);
    }

    /**
     * A selection and who may act on it now.
     *
     * @param reassigned its step of the superintendent, oldest first, in whatever version
     */
    public record Turn(
            Versioned<Selection> selection, List<OpenTurn> open, List<Reassignment> reassigned, Instant now) {}

    /**
     * Who may act on a selection now.
     *
     * @throws RefusedException if there is none, or only for others
     */
    public Turn on(SelectionId id, Reach reach) {
        Versioned<Selection> selection = selections.one(id, reach);
        return new Turn(selection, open.of(id, LocalDate.now(clock)), reassignments.of(id), clock.instant());
    }

    /** The instant by which something is overdue or not. */
    public Instant now() {
        return clock.instant();
    }
}
