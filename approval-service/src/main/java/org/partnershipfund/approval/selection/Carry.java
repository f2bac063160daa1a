package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Selection.Approved;
import org.partnershipfund.approval.selection.Selection.Draft;
import org.partnershipfund.approval.selection.Selection.Lapsed;
import org.partnershipfund.approval.selection.Selection.Reserved;
import org.partnershipfund.approval.selection.Selection.Returned;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.Selection.Withdrawn;

/** What comes on record leaves the state as it is. */
final class Carry {

    private Carry() {}

    static Selection with(Selection selection, UnaryOperator<Dossier> more) {
        return switch (selection) {
            case Draft(Dossier dossier) -> new Draft(more.apply(dossier));
            case Submitted submitted -> with(submitted, more);
            case Approved approved -> with(approved, more);
            case Reserved(Approved approved, Instant at) -> new Reserved(with(approved, more), at);
            case Returned(Dossier dossier, Step by, String reasons, Instant at) ->
                new Returned(more.apply(dossier), by, reasons, at);
            case Withdrawn(Dossier dossier, String reason, Person by, Instant at) ->
                new Withdrawn(more.apply(dossier), reason, by, at);
            case Lapsed(Selection before, Instant at) -> new Lapsed(with(before, more), at);
        };
    }

    static Approved with(Approved approved, UnaryOperator<Dossier> more) {
        return new Approved(with(approved.submitted(), more), approved.approvedAt());
    }

    private static Submitted with(Submitted submitted, UnaryOperator<Dossier> more) {
        return new Submitted(
                more.apply(submitted.dossier()), submitted.submittedBy(), submitted.submittedAt(), submitted.plan());
    }
}
