package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.selection.Amending;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Fingerprint;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.LineAsked;
import org.partnershipfund.approval.selection.Needs;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** A school leader changes what is approved already, or gives that change up. */
@ApplicationScoped
public class AmendSelection {

    private final SelectionDesk desk;
    private final DraftSelection drafting;
    private final Fingerprint fingerprint;
    private final Clock clock;

    AmendSelection(SelectionDesk desk, DraftSelection drafting, Fingerprint fingerprint, Clock clock) {
        this.desk = desk;
        this.drafting = drafting;
        this.fingerprint = fingerprint;
        this.clock = clock;
    }

    /**
     * Begins a newer version; what is approved stands meanwhile, with its money.
     *
     * @param seen the selection's version that the caller decided upon
     * @param reason why it is amended
     * @throws RefusedException if it is not the caller's, is not approved, its fund is closed, the ledger's answer is due, or
     *     a line cannot be priced
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Selection> amend(
            SelectionId id, long seen, Person by, String reason, Needs needs, List<LineAsked> asked) {
        var read = desk.hold(id, by, SchoolRole.SCHOOL_LEADER).expecting(id.value(), seen);
        Instant now = clock.instant();
        Dossier dossier = read.value().dossier();
        desk.mustBeOpen(dossier.fund());
        List<Line> lines = drafting.lines(
                asked, dossier.year(), dossier.awardsToTake(), LocalDate.ofInstant(now, clock.getZone()));
        return desk.store(
                "SelectionAmended", read, Amending.amend(read.value(), reason, needs, lines, by, now, fingerprint));
    }

    /**
     * Gives the amendment up: what stood is the newest version again.
     *
     * @param seen the selection's version that the caller decided upon
     * @throws RefusedException if it is not the caller's, nothing is amended, its fund is closed, or the ledger's answer is due
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Selection> withdraw(SelectionId id, long seen, Person by) {
        var read = desk.hold(id, by, SchoolRole.SCHOOL_LEADER).expecting(id.value(), seen);
        desk.mustBeOpen(read.value().dossier().fund());
        return desk.store("AmendmentWithdrawn", read, Amending.withdraw(read.value(), clock.instant()));
    }
}
