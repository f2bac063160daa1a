package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.council.CouncilRefusal.NoVote;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.council.Motion.Ballot;
import org.partnershipfund.approval.council.MotionId;
import org.partnershipfund.approval.council.Seat;
import org.partnershipfund.approval.council.SeatId;
import org.partnershipfund.approval.council.Vote;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Members who are present vote; or one who chairs calls the roll, and the other confirms it. */
@ApplicationScoped
public class VoteOnMotion {

    private final MotionDesk desk;
    private final Clock clock;

    VoteOnMotion(MotionDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Casts the caller's own ballot; a later one replaces it while the motion is open.
     *
     * @throws RefusedException if the caller has no seat or is not recorded as present, or the motion is closed
     */
    @Transactional
    public Versioned<Motion> cast(MotionId id, Person by, Reach reach, Vote vote, Optional<String> tie) {
        var read = desk.motion(id, reach);
        var question = read.value().question();
        Seat seat = desk.council(question.school())
                .seatOf(by, LocalDate.now(clock))
                .orElseThrow(() -> new RefusedException(new NoVote(question.school())));
        var cast = Motion.cast(read.value(), present(read.value(), reach), seat.id(), vote, tie);
        return desk.store("BallotCast", read, cast.orRefuse().state());
    }

    /**
     * Enters a roll call.
     *
     * @param seen the motion's version that the caller decided upon
     * @throws RefusedException if the caller does not chair, or a ballot does not fit
     */
    @Transactional
    public Versioned<Motion> callTheRoll(MotionId id, long seen, Person by, Reach reach, List<Ballot> called) {
        var read = desk.motion(id, reach).expecting(id.value(), seen);
        desk.mustChair(read.value().question().school(), by);
        var entered = Motion.rollCall(read.value(), present(read.value(), reach), called, by);
        return desk.store("RollCallEntered", read, entered.orRefuse().state());
    }

    /**
     * Confirms the roll call that the other one entered.
     *
     * @param seen the motion's version that the caller decided upon
     * @throws RefusedException if the caller does not chair, or entered it
     */
    @Transactional
    public Versioned<Motion> confirm(MotionId id, long seen, Person by, Reach reach) {
        var read = desk.motion(id, reach).expecting(id.value(), seen);
        desk.mustChair(read.value().question().school(), by);
        return desk.store(
                "RollCallConfirmed",
                read,
                Motion.confirm(read.value(), by).orRefuse().state());
    }

    private Set<SeatId> present(Motion motion, Reach reach) {
        return desk.meeting(motion.question().meeting(), reach).present();
    }
}
