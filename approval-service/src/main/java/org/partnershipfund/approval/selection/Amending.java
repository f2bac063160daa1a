package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Selection.Approved;
import org.partnershipfund.approval.selection.Selection.Draft;
import org.partnershipfund.approval.selection.Selection.Lapsed;
import org.partnershipfund.approval.selection.Selection.Reserved;
import org.partnershipfund.approval.selection.Selection.Returned;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.Selection.Withdrawn;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionReturned;
import org.partnershipfund.approval.selection.SelectionRefusal.AmendmentAnswerDue;
import org.partnershipfund.approval.selection.SelectionRefusal.NotAmendable;
import org.partnershipfund.approval.selection.SelectionRefusal.NothingAmended;
import org.partnershipfund.kernel.Decision;

/**
 * A school changes what is approved already. The approved version stands, with its money, until the ledger has set aside
 * what a newer one asks for; all steps decide on the newer one as on any other.
 *
 * <p>Source: docs/policy/approval.md §12.
 */
public final class Amending {

    private Amending() {}

    /** Begins a newer version of what is approved or reserved. */
    public static Decision<Selection> amend(
            Selection selection,
            String reason,
            Needs needs,
            List<Line> lines,
            Person by,
            Instant at,
            Fingerprint fingerprint) {
        return switch (selection) {
            case Approved approved when approved.dossier().standing().isPresent() -> Decision.refuse(due(approved));
            case Approved approved ->
                Decision.accept(begun(
                        Standing.of(approved, Optional.empty(), reason),
                        approved.dossier(),
                        needs,
                        lines,
                        by,
                        at,
                        fingerprint));
            case Reserved(Approved approved, Instant reservedAt) ->
                Decision.accept(begun(
                        Standing.of(approved, Optional.of(reservedAt), reason),
                        approved.dossier(),
                        needs,
                        lines,
                        by,
                        at,
                        fingerprint));
            case Draft _, Submitted _, Returned _, Withdrawn _ ->
                Decision.refuse(new NotAmendable(selection.dossier().id(), selection.word()));
            case Lapsed lapsed -> Decision.refuse(lapsed.refusal());
        };
    }

    private static Selection begun(
            Standing standing,
            Dossier dossier,
            Needs needs,
            List<Line> lines,
            Person by,
            Instant at,
            Fingerprint fingerprint) {
        return new Draft(dossier.with(standing).next(needs, lines, by, at, fingerprint));
    }

    /**
     * Gives the amendment up: the version that stood is the newest again, with its decisions. If one of its lines lost a
     * competition meanwhile, it comes back to the school for that.
     */
    public static Decision<Selection> withdraw(Selection selection, Instant at) {
        Optional<Standing> standing = selection.dossier().standing();
        return switch (selection) {
            case Lapsed lapsed -> Decision.refuse(lapsed.refusal());
            case Approved approved when standing.isPresent() -> Decision.refuse(due(approved));
            case Draft _, Submitted _, Returned _, Approved _, Reserved _, Withdrawn _ ->
                standing.map(before -> before.selection(selection.dossier()))
                        .map(before -> unlessItLost(before, at))
                        .orElseGet(() -> Decision.refuse(
                                new NothingAmended(selection.dossier().id(), selection.word())));
        };
    }

    private static Decision<Selection> unlessItLost(Selection before, Instant at) {
        Dossier dossier = before.dossier();
        Optional<Award> better = dossier.standingAwards().stream()
                .filter(award -> dossier.stillChooses(award.chosen()))
                .reduce((earlier, later) -> later);
        if (better.isEmpty()) {
            return Decision.accept(before);
        }
        StepDecision lost = new StepDecision(
                Step.COMPETITION,
                Verdict.RETURNED,
                dossier.content().version(),
                dossier.content().digest(),
                "A program of %s won the competition while the selection was being amended."
                        .formatted(better.get().partnerName()),
                Optional.empty(),
                Optional.of(better.get().process()),
                at);
        Returned returned = new Returned(dossier.with(lost), Step.COMPETITION, lost.reasons(), at);
        return Decision.accept(returned, new SelectionReturned(returned.dossier(), Step.COMPETITION, at));
    }

    /** The ledger set the money of the version that stands aside. */
    public static Decision<Selection> standingReserved(Selection selection, Instant at) {
        Optional<Standing> standing = selection.dossier().standing();
        if (standing.isEmpty() || standing.get().reservedAt().isPresent()) {
            return Decision.refuse(notWaiting(selection));
        }
        Standing reserved = standing.get().reserved(at);
        Selection told = Carry.with(selection, dossier -> dossier.with(reserved));
        return Decision.accept(
                told instanceof Lapsed(Selection before, Instant end) ? Selection.lapse(before, end) : told);
    }

    /** The ledger refused the version that stands: nothing stands any more, and the amendment is a selection of its own. */
    public static Decision<Selection> standingRefused(Selection selection, String reasons, Instant at) {
        Optional<Standing> standing = selection.dossier().standing();
        if (standing.isEmpty() || standing.get().reservedAt().isPresent()) {
            return Decision.refuse(notWaiting(selection));
        }
        Content content = standing.get().content();
        StepDecision refused = new StepDecision(
                Step.RESERVATION,
                Verdict.RETURNED,
                content.version(),
                content.digest(),
                reasons,
                Optional.empty(),
                Optional.empty(),
                at);
        return Decision.accept(
                Carry.with(selection, dossier -> dossier.withoutStanding().with(refused)));
    }

    /** Whether the version stands while a newer one is decided on. */
    public static boolean stands(Selection selection, int version) {
        return selection.dossier().standing().stream()
                .anyMatch(standing -> standing.content().version() == version);
    }

    private static AmendmentAnswerDue due(Approved approved) {
        return new AmendmentAnswerDue(
                approved.dossier().id(), approved.dossier().content().version());
    }

    private static SelectionRefusal notWaiting(Selection selection) {
        return new SelectionRefusal.NotWaitingFor(
                selection.dossier().id(), Step.RESERVATION, selection.word(), "nobody");
    }
}
