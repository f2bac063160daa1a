package org.partnershipfund.approval.council;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.council.CouncilRefusal.AccountGivenBefore;
import org.partnershipfund.approval.council.CouncilRefusal.MotionClosed;
import org.partnershipfund.approval.council.CouncilRefusal.MotionStillOpen;
import org.partnershipfund.approval.council.CouncilRefusal.NoAccountOwed;
import org.partnershipfund.approval.council.CouncilRefusal.NoRollCall;
import org.partnershipfund.approval.council.CouncilRefusal.NotPresent;
import org.partnershipfund.approval.council.CouncilRefusal.OwnBallotStands;
import org.partnershipfund.approval.council.CouncilRefusal.RollCallByTheSame;
import org.partnershipfund.approval.council.CouncilRefusal.RollCallNotConfirmed;
import org.partnershipfund.approval.council.CouncilRefusal.TieMissing;
import org.partnershipfund.approval.council.CouncilRefusal.TieStands;
import org.partnershipfund.approval.council.CouncilRefusal.VotesMissing;
import org.partnershipfund.approval.council.CouncilRule.Bench;
import org.partnershipfund.approval.council.CouncilRule.Stance;
import org.partnershipfund.approval.council.Meeting.Item;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.SchoolCode;

/** A motion to approve a selection: open for ballots, then closed for ever. */
public sealed interface Motion {

    /** What is moved; the same in every state. */
    Question question();

    /** Who voted how. */
    List<Ballot> ballots();

    /** The roll call behind ballots that members did not cast themselves. */
    Optional<RollCall> rollCall();

    /**
     * What the council is asked.
     *
     * @param item the selection in exactly the content that the agenda announced
     */
    record Question(MotionId id, MeetingId meeting, SchoolCode school, Item item, Person openedBy, Instant openedAt) {}

    /**
     * One member's vote.
     *
     * @param own whether the member cast it, not the recorder of a roll call
     * @param tie the organisation and the tie to it, of a member who is recused
     * @param stands whether it is a tie that nothing takes back: the member declared it, both chairs confirmed it, or it
     *     was so in an earlier motion
     * @param member who held the seat then, so that a tie stays theirs whatever becomes of the seat; empty if not on record
     */
    record Ballot(SeatId seat, Vote vote, boolean own, Optional<String> tie, boolean stands, Optional<Person> member) {

        /** Cast by the member; a tie that is declared stands. */
        static Ballot cast(Seat seat, Vote vote, Optional<String> tie) {
            return new Ballot(seat.id(), vote, true, tie, vote == Vote.RECUSED, Optional.of(seat.member()));
        }

        /** Called out by the recorder of a roll call; a tie stands once the other one confirms it. */
        public static Ballot called(SeatId seat, Vote vote, Optional<String> tie) {
            return new Ballot(seat, vote, false, tie, false, Optional.empty());
        }

        /** The same, of that member. */
        public Ballot by(Optional<Person> holder) {
            return new Ballot(seat, vote, own, tie, stands, holder);
        }

        private Ballot confirmed() {
            return new Ballot(seat, vote, own, tie, stands || vote == Vote.RECUSED, member);
        }

        /** The same tie of the same member, whose seat is another one now. */
        Ballot of(SeatId now) {
            return new Ballot(now, vote, own, tie, stands, member);
        }
    }

    /** A roll call that one of the two who chair entered, and the other has to confirm. */
    record RollCall(Person enteredBy, Optional<Person> confirmedBy) {}

    /** Ballots count. */
    record Open(Question question, List<Ballot> ballots, Optional<RollCall> rollCall) implements Motion {
        public Open {
            ballots = List.copyOf(ballots);
        }

        private Open with(Ballot ballot) {
            List<Ballot> next = new ArrayList<>(ballots);
            next.removeIf(old -> old.seat().equals(ballot.seat()));
            next.add(ballot);
            return new Open(question, next, rollCall);
        }

        private Optional<Ballot> of(SeatId seat) {
            return ballots.stream().filter(ballot -> ballot.seat().equals(seat)).findFirst();
        }

        private boolean isTied(SeatId seat) {
            return of(seat).filter(Ballot::stands).isPresent();
        }

        private boolean waitsForConfirmation() {
            return rollCall.map(call -> call.confirmedBy().isEmpty()).orElse(false);
        }
    }

    /**
     * Decided, or found to be undecidable.
     *
     * @param account of a principal who voted against the majority; empty while it is owed, and if it never was
     */
    record Closed(Open open, Result result, Instant closedAt, Optional<Account> account) implements Motion {
        @Override
        public Question question() {
            return open.question();
        }

        @Override
        public List<Ballot> ballots() {
            return open.ballots();
        }

        @Override
        public Optional<RollCall> rollCall() {
            return open.rollCall();
        }

        /** Whether the principal still owes an account. */
        public boolean accountOwed() {
            return result.needsAccount() && account.isEmpty();
        }
    }

    /**
     * The principal's reasons for a vote against the majority, as given in writing.
     *
     * @param meeting the later meeting at which it was given in person
     */
    record Account(String text, MeetingId meeting, Person recordedBy, Instant recordedAt) {}

    /**
     * Opens the motion.
     *
     * @param ties of members who are recused from the start, because they declared them before
     */
    static Motion open(Question question, List<Ballot> ties) {
        return new Open(question, ties, Optional.empty());
    }

    /**
     * Casts one's own ballot; a later one replaces it, unless a tie was declared.
     *
     * <p>Source: docs/policy/school-site-council.md §5.
     *
     * @param present who is recorded as present at the meeting
     */
    static Decision<Motion> cast(Motion motion, Set<SeatId> present, Seat seat, Vote vote, Optional<String> tie) {
        return switch (motion) {
            case Closed closed -> Decision.refuse(closed(closed));
            case Open _ when !present.contains(seat.id()) -> Decision.refuse(new NotPresent(seat.id()));
            case Open open
            when open.isTied(seat.id()) ->
                vote == Vote.RECUSED ? Decision.accept(open) : Decision.refuse(new TieStands(seat.id()));
            case Open _ when vote == Vote.RECUSED && tie.isEmpty() -> Decision.refuse(new TieMissing());
            case Open open -> Decision.accept(open.with(Ballot.cast(seat, vote, tie)));
        };
    }

    /** Enters a roll call; it replaces an earlier one, and neither what members cast themselves nor a declared tie. */
    static Decision<Motion> rollCall(Motion motion, Set<SeatId> present, List<Ballot> called, Person by) {
        return switch (motion) {
            case Closed closed -> Decision.refuse(closed(closed));
            case Open open -> rollCall(open, present, called, by);
        };
    }

    private static Decision<Motion> rollCall(Open open, Set<SeatId> present, List<Ballot> called, Person by) {
        List<Ballot> next = new ArrayList<>(open.ballots().stream()
                .filter(ballot -> ballot.own() || ballot.stands())
                .toList());
        Set<SeatId> cast = new HashSet<>();
        next.forEach(ballot -> cast.add(ballot.seat()));
        for (Ballot ballot : called) {
            if (!present.contains(ballot.seat())) {
                return Decision.refuse(new NotPresent(ballot.seat()));
            }
            if (open.isTied(ballot.seat())) {
                if (ballot.vote() != Vote.RECUSED) {
                    return Decision.refuse(new TieStands(ballot.seat()));
                }
                continue;
            }
            if (!cast.add(ballot.seat())) {
                return Decision.refuse(new OwnBallotStands(ballot.seat()));
            }
            if (ballot.vote() == Vote.RECUSED && ballot.tie().isEmpty()) {
                return Decision.refuse(new TieMissing());
            }
            next.add(ballot);
        }
        return Decision.accept(new Open(open.question(), next, Optional.of(new RollCall(by, Optional.empty()))));
    }

    /** Confirms the roll call; the one who entered it cannot. */
    static Decision<Motion> confirm(Motion motion, Person by) {
        return switch (motion) {
            case Closed closed -> Decision.refuse(closed(closed));
            case Open(Question question, var ballots, var rollCall) -> {
                if (rollCall.isEmpty()) {
                    yield Decision.refuse(new NoRollCall());
                }
                Person enteredBy = rollCall.get().enteredBy();
                yield enteredBy.equals(by)
                        ? Decision.refuse(new RollCallByTheSame())
                        : Decision.accept(new Open(
                                question,
                                ballots.stream().map(Ballot::confirmed).toList(),
                                Optional.of(new RollCall(enteredBy, Optional.of(by)))));
            }
        };
    }

    /**
     * Closes the motion and counts; only once everybody who is present has a vote, their own or called and confirmed, so
     * that nobody decides alone for others who say nothing.
     *
     * <p>Source: docs/policy/school-site-council.md §5.3.
     *
     * @param present the seats of those recorded as present
     */
    static Decision<Closed> close(Motion motion, Bench bench, List<Seat> present, Instant at) {
        return switch (motion) {
            case Closed closed -> Decision.refuse(closed(closed));
            case Open open when open.waitsForConfirmation() -> Decision.refuse(new RollCallNotConfirmed());
            case Open open -> close(open, bench, present, at);
        };
    }

    private static Decision<Closed> close(Open open, Bench bench, List<Seat> present, Instant at) {
        List<Stance> stances = new ArrayList<>();
        List<SeatId> silent = new ArrayList<>();
        for (Seat seat : present) {
            open.of(seat.id())
                    .ifPresentOrElse(
                            ballot -> stances.add(new Stance(seat.group(), ballot.vote())),
                            () -> silent.add(seat.id()));
        }
        return silent.isEmpty()
                ? Decision.accept(new Closed(open, CouncilRule.decide(bench, stances), at, Optional.empty()))
                : Decision.refuse(new VotesMissing(silent));
    }

    /** Records the account that the principal owes. */
    static Decision<Motion> account(Motion motion, Account account) {
        return switch (motion) {
            case Open open ->
                Decision.refuse(new MotionStillOpen(open.question().id()));
            case Closed closed -> {
                if (!closed.result().needsAccount()) {
                    yield Decision.refuse(new NoAccountOwed(closed.question().id()));
                }
                yield closed.account().isPresent()
                        ? Decision.refuse(
                                new AccountGivenBefore(closed.account().get().recordedAt()))
                        : Decision.accept(
                                new Closed(closed.open(), closed.result(), closed.closedAt(), Optional.of(account)));
            }
        };
    }

    private static MotionClosed closed(Closed closed) {
        return new MotionClosed(closed.question().id(), closed.result().word(), closed.closedAt());
    }
}
