package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.partnershipfund.approval.fund.RememberedFund;
import org.partnershipfund.approval.fund.RememberedFunds;
import org.partnershipfund.approval.selection.Amending;
import org.partnershipfund.approval.selection.Award;
import org.partnershipfund.approval.selection.CancelledPurchase;
import org.partnershipfund.approval.selection.Contracted;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.Versioned;

/**
 * procurement-service said what became of an approved selection. An answer about its reservation is past once there is a
 * newer version, the outcome of a competition once the fund's year is over; a contract never is.
 */
@ApplicationScoped
public class FollowProcurement {

    private final Selections selections;
    private final RememberedFunds funds;
    private final Outbox outbox;
    private final TellPeople people;
    private final AuditTrail audit;

    FollowProcurement(
            Selections selections, RememberedFunds funds, Outbox outbox, TellPeople people, AuditTrail audit) {
        this.selections = selections;
        this.funds = funds;
        this.outbox = outbox;
        this.people = people;
        this.audit = audit;
    }

    /**
     * The money was set aside.
     *
     * @return whether there is such a selection
     */
    @Transactional
    public boolean reserved(SelectionId id, int version, Instant at) {
        return follow(
                "SelectionReserved",
                id,
                concerns(version),
                selection -> Amending.stands(selection, version)
                        ? Amending.standingReserved(selection, at)
                        : Selection.reserved(selection, at));
    }

    /**
     * The money could not be set aside.
     *
     * @return whether there is such a selection
     */
    @Transactional
    public boolean refused(SelectionId id, int version, String reason, Instant at) {
        return follow(
                "ReservationRefused",
                id,
                concerns(version),
                selection -> Amending.stands(selection, version)
                        ? Amending.standingRefused(selection, reason, at)
                        : Selection.reservationRefused(selection, reason, at));
    }

    /**
     * Another program won the line of some version.
     *
     * @return whether there is such a selection
     */
    @Transactional
    public boolean differs(SelectionId id, Award award, String reason) {
        return follow(
                "SelectionOutcomeDiffers",
                id,
                this::isOpen,
                selection -> Selection.outcomeDiffers(selection, award, reason));
    }

    /**
     * Lines of some version went into a contract.
     *
     * @return whether there is such a selection
     */
    @Transactional
    public boolean contracted(SelectionId id, List<Contracted> lines) {
        return follow("SelectionContracted", id, _ -> true, selection -> Selection.contracted(selection, lines));
    }

    /**
     * Central office gave up buying for it; what was reserved waits for a new process. The school is told.
     *
     * @return whether there is such a selection
     */
    @Transactional
    public boolean cancelled(SelectionId id, CancelledPurchase purchase) {
        return follow("PurchaseCancelled", id, _ -> true, selection -> {
            var decision = Selection.purchaseCancelled(selection, purchase);
            if (decision instanceof Accepted<Selection>) {
                people.ofCancelledPurchase(selection, purchase);
            }
            return decision;
        });
    }

    /**
     * A contract of some version ended: its lines may be withdrawn or left out again.
     *
     * @return whether there is such a selection
     */
    @Transactional
    public boolean contractEnded(SelectionId id, Contracted end) {
        return follow(
                "SelectionContractEnded", id, _ -> true, selection -> Selection.contracted(selection, List.of(end)));
    }

    /**
     * A contract of some version is delivered: its lines stay, and it takes nothing more.
     *
     * @return whether there is such a selection
     */
    @Transactional
    public boolean contractCompleted(SelectionId id, Contracted completion) {
        return follow(
                "SelectionContractCompleted",
                id,
                _ -> true,
                selection -> Selection.contracted(selection, List.of(completion)));
    }

    /** In a fund whose year is over nothing is chosen any more, so nothing goes back to the school. */
    private boolean isOpen(Selection selection) {
        return funds.find(selection.dossier().fund())
                .flatMap(RememberedFund::closedAt)
                .isEmpty();
    }

    /** The newest version, or the one that stands while it is amended. */
    private static Predicate<Selection> concerns(int version) {
        return selection -> selection.dossier().content().version() == version || Amending.stands(selection, version);
    }

    private boolean follow(
            String action,
            SelectionId id,
            Predicate<Selection> concerns,
            Function<Selection, Decision<Selection>> step) {
        var read = selections.hold(id);
        if (read.isEmpty()) {
            return false;
        }
        Versioned<Selection> held = read.get();
        if (!concerns.test(held.value())) {
            return true;
        }
        switch (step.apply(held.value())) {
            case Accepted<Selection>(Selection next, var events) -> {
                long _ = selections.store(next, held);
                outbox.add(events);
                people.ofSelection(held.value(), next);
                audit.record(new AuditTrail.Change(action, id.value().toString(), held.value(), next));
            }
            // Said twice, or withdrawn meanwhile: the answer to a question that nobody asks any more.
            case Refused<Selection> _ -> {}
        }
        return true;
    }
}
