package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.partnershipfund.approval.council.Council;
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
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** Members who are present vote; or one who chairs calls the roll, and the other confirms it. */
@ApplicationScoped
public class VoteOnMotion {

    private final MotionDesk desk;
    private final ConductDesk conduct;
    private final Clock clock;

    VoteOnMotion(MotionDesk desk, ConductDesk conduct, Clock clock) {
        this.desk = desk;
        this.conduct = conduct;
        this.clock = clock;
    }

    /**
     * Casts the caller's own ballot; a later one replaces it while the motion is open, unless a tie was declared.
     *
     * @throws RefusedException if the caller has no seat, owes an acknowledgement that the fund asks for, is not recorded as present or is tied, the motion is closed, or
     *     its meeting was on another day
     */
    @Transactional
    public Versioned<Motion> cast(MotionId id, Person by, Reach reach, Vote vote, Optional<String> tie) {
        var moved = desk.sitting(id, reach);
        SchoolCode school = moved.meeting().notice().school();
        Seat seat = desk.council(school)
                .seatOf(by, LocalDate.now(clock))
                .orElseThrow(() -> new RefusedException(new NoVote(school)));
        Motion cast = Motion.cast(moved.motion().value(), moved.meeting().present(), seat, vote, tie)
                .orRefuse()
                .state();
        conduct.mustHaveAcknowledged(
                cast.question(), Map.of(seat.id(), by), new LinkedHashMap<>(Map.of(seat.id(), vote)));
        return desk.store("BallotCast", moved.motion(), cast);
    }

    /**
     * Enters a roll call.
     *
     * @param seen the motion's version that the caller decided upon
     * @throws RefusedException if the caller does not chair, a ballot does not fit, or the meeting was on another day
     */
    @Transactional
    public Versioned<Motion> callTheRoll(MotionId id, long seen, Person by, Reach reach, List<Ballot> called) {
        var moved = desk.sitting(id, reach);
        var read = moved.motion().expecting(id.value(), seen);
        SchoolCode school = read.value().question().school();
        desk.mustChair(school, by);
        Council council = desk.council(school);
        List<Ballot> ballots = called.stream()
                .map(ballot -> ballot.by(council.memberOn(ballot.seat())))
                .toList();
        Map<SeatId, Person> holders = council.seats().stream().collect(Collectors.toMap(Seat::id, Seat::member));
        Motion entered = Motion.rollCall(read.value(), moved.meeting().present(), ballots, by)
                .orRefuse()
                .state();
        SequencedMap<SeatId, Vote> votes = new LinkedHashMap<>();
        called.forEach(ballot -> votes.putIfAbsent(ballot.seat(), ballot.vote()));
        conduct.mustHaveAcknowledged(entered.question(), holders, votes);
        return desk.store("RollCallEntered", read, entered);
    }

    /**
     * Confirms the roll call that the other one entered.
     *
     * @param seen the motion's version that the caller decided upon
     * @throws RefusedException if the caller does not chair, or entered it, or the meeting was on another day
     */
    @Transactional
    public Versioned<Motion> confirm(MotionId id, long seen, Person by, Reach reach) {
        var read = desk.sitting(id, reach).motion().expecting(id.value(), seen);
        desk.mustChair(read.value().question().school(), by);
        return desk.store(
                "RollCallConfirmed",
                read,
                Motion.confirm(read.value(), by).orRefuse().state());
    }
}
