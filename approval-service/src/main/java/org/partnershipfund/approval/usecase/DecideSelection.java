package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Verdict;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Whoever's turn it is decides on exactly the version that they saw. */
@ApplicationScoped
public class DecideSelection {

    private final SelectionDesk desk;
    private final Clock clock;

    DecideSelection(SelectionDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * The Instructional Superintendent of the school approves or returns it.
     *
     * @param seen the selection's version that the caller decided upon
     * @throws RefusedException if the caller does not answer for the school today, submitted it, it is not the turn, or a
     *     program is to be approved that is suspended
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Selection> asSuperintendent(
            SelectionId id, long seen, Person by, Verdict verdict, String reasons) {
        var read = desk.hold(id, by, SchoolRole.INSTRUCTIONAL_SUPERINTENDENT).expecting(id.value(), seen);
        refuseSuspended(read.value(), verdict);
        return desk.store(
                "SelectionDecidedBySuperintendent",
                read,
                Selection.superintendentDecides(read.value(), verdict, reasons, by, clock.instant()));
    }

    /**
     * The budget office finds it complete, which approves it, or returns it.
     *
     * @param seen the selection's version that the caller decided upon
     * @throws RefusedException if there is none, the caller submitted or decided it before, it is not the turn, or a program
     *     is to be approved that is suspended
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Selection> asBudgetOffice(SelectionId id, long seen, Person by, Verdict verdict, String reasons) {
        var read = desk.hold(id).expecting(id.value(), seen);
        refuseSuspended(read.value(), verdict);
        return desk.store(
                "SelectionCheckedForCompleteness",
                read,
                Selection.checkCompleteness(read.value(), verdict, reasons, by, clock.instant()));
    }

    /** What is returned to the school may well choose a suspended program: that is why it is returned. */
    private void refuseSuspended(Selection selection, Verdict verdict) {
        if (verdict != Verdict.APPROVED) {
            return;
        }
        var chosen = selection.dossier().content().lines().stream()
                .map(Line::program)
                .toList();
        Selection.suspension(selection, desk.programs(chosen), LocalDate.now(clock))
                .ifPresent(why -> {
                    throw new RefusedException(why);
                });
    }

    /**
     * The partnerships team returns what its council cannot decide.
     *
     * @param seen the selection's version that the caller decided upon
     * @throws RefusedException if there is none, or no motion about it is blocked
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Selection> returnBlocked(SelectionId id, long seen, Person by, String reasons) {
        var read = desk.hold(id).expecting(id.value(), seen);
        return desk.store(
                "BlockedSelectionReturned", read, Selection.returnBlocked(read.value(), reasons, by, clock.instant()));
    }
}
