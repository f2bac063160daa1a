package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.LineComment;
import org.partnershipfund.approval.selection.Mandate;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.SelectionRefusal.NoSuchSelection;
import org.partnershipfund.approval.selection.SelectionRefusal.NotYourStep;
import org.partnershipfund.approval.selection.Verdict;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Whoever's turn it is decides on exactly the version that they saw. */
@ApplicationScoped
public class DecideSelection {

    private final SelectionDesk desk;
    private final Mandates mandates;
    private final Clock clock;

    DecideSelection(SelectionDesk desk, Mandates mandates, Clock clock) {
        this.desk = desk;
        this.mandates = mandates;
        this.clock = clock;
    }

    /**
     * Who stands before the door.
     *
     * @param roles that their token says
     * @param reach the schools that exist for them
     */
    public record Decider(Person person, Set<String> roles, Reach reach) {
        public Decider {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * What they decide.
     *
     * @param seen the selection's version that they decided upon
     * @param comments on lines of its newest version
     */
    public record Asked(
            SelectionId selection, long seen, Step step, Verdict verdict, String reasons, List<LineComment> comments) {
        public Asked {
            comments = List.copyOf(comments);
        }
    }

    /**
     * The Instructional Superintendent of the school, or in whose place they are, approves or returns it.
     *
     * @throws RefusedException if the caller does not answer for the school today, submitted it, it is not the turn, a comment
     *     names another version's line, or a program is to be approved that is suspended
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Selection> asSuperintendent(Decider by, Asked asked) {
        var read = desk.hold(asked.selection());
        Mandate mandate = mandates.of(by.person(), by.roles(), Step.SUPERINTENDENT, read.value())
                .orElseThrow(() -> new RefusedException(new NoSuchSelection(asked.selection())));
        return decide("SelectionDecidedBySuperintendent", read, mandate, asked);
    }

    /**
     * The budget office finds it complete, or returns it.
     *
     * @throws RefusedException if there is none, the caller submitted or decided it before, it is not the turn, a comment names
     *     another version's line, or a program is to be approved that is suspended
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Selection> asBudgetOffice(Decider by, Asked asked) {
        return atStep("SelectionCheckedForCompleteness", by, asked);
    }

    /**
     * A single person decides at whatever step of the plan is theirs.
     *
     * @throws RefusedException if there is none within the caller's reach, the step is not theirs, the caller submitted or
     *     decided it before, it is not the turn, a comment names another version's line, or a program is to be approved that
     *     is suspended
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Selection> atStep(Decider by, Asked asked) {
        return atStep("SelectionDecided", by, asked);
    }

    /** As {@link #atStep}, in a transaction of its own: one of many decisions that have nothing to do with each other. */
    @Transactional(TxType.REQUIRES_NEW)
    public Versioned<Selection> alone(Decider by, Asked asked) {
        return atStep("SelectionDecided", by, asked);
    }

    private Versioned<Selection> atStep(String action, Decider by, Asked asked) {
        var read = desk.hold(asked.selection());
        var dossier = read.value().dossier();
        if (!by.reach().covers(dossier.school())) {
            throw new RefusedException(new NoSuchSelection(asked.selection()));
        }
        Mandate mandate = mandates.of(by.person(), by.roles(), asked.step(), read.value())
                .orElseThrow(() -> new RefusedException(new NotYourStep(asked.selection(), asked.step())));
        return decide(action, read, mandate, asked);
    }

    private Versioned<Selection> decide(String action, Versioned<Selection> held, Mandate mandate, Asked asked) {
        var read = held.expecting(asked.selection().value(), asked.seen());
        refuseSuspended(read.value(), asked.verdict());
        return desk.store(
                action,
                read,
                Selection.decide(
                        read.value(),
                        asked.step(),
                        asked.verdict(),
                        asked.reasons(),
                        asked.comments(),
                        mandate,
                        clock.instant()));
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
