package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.CouncilRefusal.NoSuchCouncil;
import org.partnershipfund.approval.council.CouncilRefusal.NoSuchMeeting;
import org.partnershipfund.approval.council.CouncilRefusal.NoSuchMotion;
import org.partnershipfund.approval.council.CouncilRefusal.NotTheChair;
import org.partnershipfund.approval.council.Councils;
import org.partnershipfund.approval.council.Meeting;
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.council.Meetings;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.council.Motion.Account;
import org.partnershipfund.approval.council.Motion.Ballot;
import org.partnershipfund.approval.council.Motion.Closed;
import org.partnershipfund.approval.council.Motion.Open;
import org.partnershipfund.approval.council.Motion.Question;
import org.partnershipfund.approval.council.Motion.RollCall;
import org.partnershipfund.approval.council.MotionId;
import org.partnershipfund.approval.council.Motions;
import org.partnershipfund.approval.council.Result;
import org.partnershipfund.approval.council.SeatId;
import org.partnershipfund.approval.council.Vote;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Personal;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** What every verb about a motion begins and ends with; within the verb's transaction. */
@ApplicationScoped
class MotionDesk {

    private final Councils councils;
    private final Meetings meetings;
    private final Motions motions;
    private final AuditTrail audit;
    private final Clock clock;

    MotionDesk(Councils councils, Meetings meetings, Motions motions, AuditTrail audit, Clock clock) {
        this.councils = councils;
        this.meetings = meetings;
        this.motions = motions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The meeting, held so that nobody comes or goes meanwhile. */
    Meeting meeting(MeetingId id, Reach reach) {
        return meetings.hold(id)
                .map(Versioned::value)
                .filter(found -> reach.covers(found.notice().school()))
                .orElseThrow(() -> new RefusedException(new NoSuchMeeting(id)));
    }

    /** The meeting, to look at. */
    Meeting look(MeetingId id, Reach reach) {
        return meetings.find(id)
                .map(Versioned::value)
                .filter(found -> reach.covers(found.notice().school()))
                .orElseThrow(() -> new RefusedException(new NoSuchMeeting(id)));
    }

    /** A motion and its meeting, both held. */
    record Moved(Meeting meeting, Versioned<Motion> motion) {}

    /** The motion, held, and its meeting before it, so that nobody comes or goes meanwhile. */
    Moved moved(MotionId id, Reach reach) {
        Meeting meeting = motions.meeting(id)
                .flatMap(meetings::hold)
                .map(Versioned::value)
                .filter(found -> reach.covers(found.notice().school()))
                .orElseThrow(() -> new RefusedException(new NoSuchMotion(id)));
        return new Moved(
                meeting, motions.hold(id).orElseThrow(() -> new IllegalStateException("motions are never deleted")));
    }

    /** The same, on the day of the meeting if the motion is still open. */
    Moved sitting(MotionId id, Reach reach) {
        Moved moved = moved(id, reach);
        switch (moved.motion().value()) {
            case Open _ -> mustSit(moved.meeting());
            case Closed _ -> {}
        }
        return moved;
    }

    /** Refuses on any other day than the meeting's own. */
    void mustSit(Meeting meeting) {
        var _ = Meeting.sits(meeting, day(meeting), LocalDate.now(clock)).orRefuse();
    }

    /** The day of the meeting in the district. */
    LocalDate day(Meeting meeting) {
        return LocalDate.ofInstant(meeting.notice().startsAt(), clock.getZone());
    }

    /** The council of the school. */
    Council council(SchoolCode school) {
        return councils.find(school)
                .orElseThrow(() -> new RefusedException(new NoSuchCouncil(school)))
                .value();
    }

    /** Refuses unless the person chairs the council today. */
    void mustChair(SchoolCode school, Person by) {
        if (!council(school).isChairedBy(by, LocalDate.now(clock))) {
            throw new RefusedException(new NotTheChair(school));
        }
    }

    /** Stores the motion and writes it down. */
    Versioned<Motion> store(String action, Versioned<Motion> read, Motion next) {
        long version = motions.store(next, read.version());
        audit.record(new AuditTrail.Change(
                action,
                next.question().id().value().toString(),
                read.version() == 0 ? null : Audited.of(read.value()),
                Audited.of(next)));
        return new Versioned<>(next, version);
    }

    /** A motion as the audit trail may keep it: what ties a member to an organisation only as a digest. */
    record Audited(
            Question question,
            List<AuditedBallot> ballots,
            Optional<RollCall> rollCall,
            Optional<Result> result,
            Optional<Account> account) {

        static Audited of(Motion motion) {
            List<AuditedBallot> ballots =
                    motion.ballots().stream().map(AuditedBallot::of).toList();
            return switch (motion) {
                case Open(Question question, var _, var rollCall) ->
                    new Audited(question, ballots, rollCall, Optional.empty(), Optional.empty());
                case Closed closed ->
                    new Audited(
                            closed.question(),
                            ballots,
                            closed.rollCall(),
                            Optional.of(closed.result()),
                            closed.account());
            };
        }

        /** A ballot with its tie as a digest; the seat stands for the person. */
        record AuditedBallot(SeatId seat, Vote vote, boolean own, Optional<Personal> tie, boolean stands) {

            static AuditedBallot of(Ballot ballot) {
                return new AuditedBallot(
                        ballot.seat(),
                        ballot.vote(),
                        ballot.own(),
                        ballot.tie()
                                .map(tie -> new Personal(ballot.seat().value().toString(), tie)),
                        ballot.stands());
            }
        }
    }
}
