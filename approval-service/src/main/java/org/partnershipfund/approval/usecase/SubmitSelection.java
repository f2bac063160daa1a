package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Papers;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.Selection.Measure;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.SelectionRefusal.FundIsClosed;
import org.partnershipfund.approval.selection.SelectionRefusal.NoSuchSelection;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** A school leader hands a selection in for decision, or takes it back. */
@ApplicationScoped
public class SubmitSelection {

    private final Papers.Desk table;
    private final MeasureDesk measures;
    private final SelectionDesk desk;
    private final ResolvePlan plans;
    private final Clock clock;

    SubmitSelection(Papers.Desk table, MeasureDesk measures, SelectionDesk desk, ResolvePlan plans, Clock clock) {
        this.table = table;
        this.measures = measures;
        this.desk = desk;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Submits the newest version.
     *
     * @param seen the selection's version that the caller decided upon
     * @throws RefusedException if it is not the caller's or no draft, its fund is closed, it exceeds the allocation, comes
     *     too late, or has something in it that the fund's policy or rules do not admit
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public HandedIn submit(SelectionId id, long seen, Person by) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        // Always the purse, then the selection: two submissions of a school never measure the same money.
        Papers papers = table.hold(id, by, today).orElseThrow(() -> new RefusedException(new NoSuchSelection(id)));
        var read = papers.selection().expecting(id.value(), seen);
        Dossier dossier = read.value().dossier();
        papers.fundClosedAt().ifPresent(at -> {
            throw new RefusedException(new FundIsClosed(dossier.fund(), at));
        });
        Measure measure = measures.hold(papers, today);
        var plan = plans.of(dossier, papers.stages(), measure.programs(), today);
        var stored = desk.store("SelectionSubmitted", read, Selection.submit(read.value(), measure, plan, by, now));
        return new HandedIn(
                stored,
                papers.programs().values().stream()
                        .filter(program -> program.isVettedOn(today))
                        .map(Program::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /**
     * What was handed in.
     *
     * @param onTheMenu which of its programs are on the menu of the Opportunity Portfolio today
     */
    public record HandedIn(Versioned<Selection> selection, Set<ProgramId> onTheMenu) {}

    /**
     * Takes the selection back for good.
     *
     * @param seen the selection's version that the caller decided upon
     * @throws RefusedException if it is not the caller's, or was taken back before
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Selection> withdraw(SelectionId id, long seen, Person by, String reason) {
        var read = desk.hold(id, by, SchoolRole.SCHOOL_LEADER).expecting(id.value(), seen);
        return desk.store("SelectionWithdrawn", read, Selection.withdraw(read.value(), reason, by, clock.instant()));
    }
}
