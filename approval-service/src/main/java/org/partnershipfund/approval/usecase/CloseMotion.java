package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.CouncilRefusal.AccountNotAtALaterMeeting;
import org.partnershipfund.approval.council.CouncilRule.Bench;
import org.partnershipfund.approval.council.CouncilRulebook;
import org.partnershipfund.approval.council.CouncilRules;
import org.partnershipfund.approval.council.Meeting;
import org.partnershipfund.approval.council.Meeting.Convened;
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.council.Motion.Account;
import org.partnershipfund.approval.council.Motion.Closed;
import org.partnershipfund.approval.council.MotionId;
import org.partnershipfund.approval.council.Result.Blocked;
import org.partnershipfund.approval.council.Result.Lost;
import org.partnershipfund.approval.council.Result.NoQuorum;
import org.partnershipfund.approval.council.Result.Passed;
import org.partnershipfund.approval.council.Seat;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.policy.ApprovalPolicies;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Who chairs closes a motion: the rule says what became of it, and the selection follows. */
@ApplicationScoped
public class CloseMotion {

    private final MotionDesk desk;
    private final SelectionDesk selections;
    private final CouncilRulebook rules;
    private final ApprovalPolicies policies;
    private final Clock clock;

    CloseMotion(
            MotionDesk desk, SelectionDesk selections, CouncilRulebook rules, ApprovalPolicies policies, Clock clock) {
        this.desk = desk;
        this.selections = selections;
        this.rules = rules;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Closes the motion.
     *
     * @param seen the motion's version that the caller decided upon, so that no ballot is overlooked
     * @throws RefusedException if the caller does not chair, it is closed, its roll call is not confirmed, somebody who is
     *     present has no vote, or its meeting was on another day
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Motion> close(MotionId id, long seen, Person by, Reach reach) {
        var moved = desk.sitting(id, reach);
        var read = moved.motion().expecting(id.value(), seen);
        var question = read.value().question();
        desk.mustChair(question.school(), by);
        var selection = selections.hold(new SelectionId(question.item().selection()));
        Meeting meeting = moved.meeting();
        Instant now = clock.instant();
        LocalDate day = desk.day(meeting);
        Council council = desk.council(question.school());
        List<Seat> present = council.stillPresent(meeting.present(), day);
        Closed closed = Motion.close(read.value(), bench(council, selection.value(), day), present, now)
                .orRefuse()
                .state();
        follow(closed, selection, now);
        return desk.store("MotionClosed", read, closed);
    }

    private Bench bench(Council council, Selection selection, LocalDate day) {
        CouncilRules inForce = rules.on(day);
        int votingMembers = inForce.places(council.constitution()).votingMembers();
        boolean recusedCount = policies.find(selection.dossier().fund())
                .map(policy -> policy.value().recusedCountAsPresent())
                .orElse(true);
        return new Bench(votingMembers, council.seatedOn(day), inForce.quorum(votingMembers), recusedCount);
    }

    // The result binds only the content that stood on the agenda (§2.5). A selection that was withdrawn, or changed,
    // while the motion was open stays as it is; the council's result is on record all the same.
    private void follow(Closed closed, Versioned<Selection> selection, Instant at) {
        if (!(selection.value() instanceof Submitted submitted)
                || !submitted.waitsFor().contains(Step.COUNCIL)) {
            return;
        }
        boolean isAsVotedOn = submitted
                .dossier()
                .content()
                .digest()
                .equals(closed.question().item().digest());
        if (!isAsVotedOn) {
            return;
        }
        var motion = closed.question().id().value();
        String reasons = String.join(" ", closed.result().reasons());
        switch (closed.result()) {
            case Passed _ -> {
                var _ = selections.store(
                        "SelectionApprovedByCouncil",
                        selection,
                        Selection.approvedByCouncil(submitted, reasons, motion, at));
            }
            case Lost _ -> {
                var _ = selections.store(
                        "SelectionLostInCouncil", selection, Selection.lostInCouncil(submitted, reasons, motion, at));
            }
            case Blocked _ -> {
                var _ = selections.store(
                        "SelectionBlockedInCouncil",
                        selection,
                        Selection.blockedInCouncil(submitted, reasons, motion, at));
            }
            case NoQuorum _ -> {}
        }
    }

    /**
     * Records the account that the principal gave of a vote against the majority.
     *
     * @param seen the motion's version that the caller decided upon
     * @param at the later meeting at which it was given in person
     * @throws RefusedException if the caller does not chair, none is owed, or the meeting is no later one
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Motion> account(MotionId id, long seen, Person by, Reach reach, String text, MeetingId at) {
        Meeting later = desk.look(at, reach);
        var read = desk.moved(id, reach).motion().expecting(id.value(), seen);
        var question = read.value().question();
        desk.mustChair(question.school(), by);
        Motion accounted = Motion.account(read.value(), new Account(text, at, by, clock.instant()))
                .orRefuse()
                .state();
        boolean isLater = later instanceof Convened
                && later.notice().school().equals(question.school())
                && later.notice().startsAt().isAfter(question.openedAt());
        if (!isLater) {
            throw new RefusedException(new AccountNotAtALaterMeeting(at));
        }
        return desk.store("AccountGiven", read, accounted);
    }
}
