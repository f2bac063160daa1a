package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Programs;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.SelectionRefusal.NoSuchSelection;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Reads selections; what is out of the reader's reach does not exist. */
@ApplicationScoped
public class ReadSelections {

    private final Selections selections;
    private final Programs programs;
    private final Clock clock;

    ReadSelections(Selections selections, Programs programs, Clock clock) {
        this.selections = selections;
        this.programs = programs;
        this.clock = clock;
    }

    /**
     * One selection.
     *
     * @throws RefusedException if there is none, or only for others
     */
    public Versioned<Selection> one(SelectionId id, Reach reach) {
        return selections
                .find(id)
                .filter(found -> reach.covers(found.value().dossier().school()))
                .orElseThrow(() -> new RefusedException(new NoSuchSelection(id)));
    }

    /**
     * Every version of its content, oldest first.
     *
     * @throws RefusedException if there is none, or only for others
     */
    public List<Content> versions(SelectionId id, Reach reach) {
        return selections.contents(one(id, reach).value().dossier().id());
    }

    /** Which of the programs are on the menu of the portfolio today. */
    public Set<ProgramId> onTheMenu(Collection<ProgramId> ids) {
        LocalDate today = LocalDate.now(clock);
        return programs.findAll(ids).stream()
                .filter(program -> program.isVettedOn(today))
                .map(Program::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
