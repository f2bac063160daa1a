package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.util.Optional;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.selection.Selection.Approved;
import org.partnershipfund.approval.selection.Selection.Reserved;
import org.partnershipfund.approval.selection.Selection.Submitted;

/**
 * The version that stands while the school amends it: its money stays set aside until the ledger has answered to a newer
 * one.
 *
 * <p>Source: docs/policy/approval.md §12.
 *
 * @param content of that version
 * @param plan that it was approved under
 * @param reservedAt when the ledger set its money aside; empty while it has not answered yet
 * @param reason why the school amends it
 */
public record Standing(
        Content content,
        Person submittedBy,
        Instant submittedAt,
        Plan plan,
        Instant approvedAt,
        Optional<Instant> reservedAt,
        String reason) {

    static Standing of(Approved approved, Optional<Instant> reservedAt, String reason) {
        Submitted submitted = approved.submitted();
        return new Standing(
                approved.dossier().content(),
                submitted.submittedBy(),
                submitted.submittedAt(),
                submitted.plan(),
                approved.approvedAt(),
                reservedAt,
                reason);
    }

    /** As the state is written in JSON. */
    public String word() {
        return reservedAt.isPresent() ? "reserved" : "approved";
    }

    Standing reserved(Instant at) {
        return new Standing(content, submittedBy, submittedAt, plan, approvedAt, Optional.of(at), reason);
    }

    /** The selection as it was, with what has come on record since. */
    Selection selection(Dossier dossier) {
        Approved approved =
                new Approved(new Submitted(dossier.backTo(content), submittedBy, submittedAt, plan), approvedAt);
        return reservedAt.<Selection>map(at -> new Reserved(approved, at)).orElse(approved);
    }
}
