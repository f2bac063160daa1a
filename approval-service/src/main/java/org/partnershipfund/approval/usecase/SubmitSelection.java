package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.partnershipfund.approval.fund.SchoolAllocations;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.Selection.Measure;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.SelectionRefusal.AllocationNotHeard;
import org.partnershipfund.approval.selection.SelectionRefusal.NoSuchSelection;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.approval.selection.Selections.Purse;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** A school leader hands a selection in for decision, or takes it back. */
@ApplicationScoped
public class SubmitSelection {

    private final Selections selections;
    private final SchoolAllocations allocations;
    private final MeasureDesk measures;
    private final SelectionDesk desk;
    private final ResolvePlan plans;
    private final Clock clock;

    SubmitSelection(
            Selections selections,
            SchoolAllocations allocations,
            MeasureDesk measures,
            SelectionDesk desk,
            ResolvePlan plans,
            Clock clock) {
        this.selections = selections;
        this.allocations = allocations;
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
    public Versioned<Selection> submit(SelectionId id, long seen, Person by) {
        Purse purse = selections.purse(id).orElseThrow(() -> new RefusedException(new NoSuchSelection(id)));
        // Always the purse, then the selection: two submissions of a school never measure the same money.
        var allocation = allocations.hold(purse.fund(), purse.school());
        var read = desk.hold(id, by, SchoolRole.SCHOOL_LEADER).expecting(id.value(), seen);
        desk.mustBeOpen(purse.fund());
        Instant now = clock.instant();
        Dossier dossier = read.value().dossier();
        Measure measure = measures.hold(
                allocation.orElseThrow(
                        () -> new RefusedException(new AllocationNotHeard(purse.fund(), purse.school()))),
                id,
                dossier.year(),
                dossier.content().lines(),
                LocalDate.ofInstant(now, clock.getZone()));
        var plan = plans.of(read.value().dossier(), measure.programs(), measure.today());
        return desk.store("SelectionSubmitted", read, Selection.submit(read.value(), measure, plan, by, now));
    }

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
