package org.partnershipfund.approval.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.CODE;
import static org.partnershipfund.approval.fixtures.School.CO_CHAIR;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.PRINCIPAL;
import static org.partnershipfund.approval.fixtures.School.RULES;
import static org.partnershipfund.approval.fixtures.School.TODAY;
import static org.partnershipfund.approval.fixtures.School.council;
import static org.partnershipfund.approval.fixtures.School.person;
import static org.partnershipfund.approval.fixtures.School.seatOf;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.council.CouncilRefusal.AccountGivenBefore;
import org.partnershipfund.approval.council.CouncilRefusal.MeetingOver;
import org.partnershipfund.approval.council.CouncilRefusal.MotionClosed;
import org.partnershipfund.approval.council.CouncilRefusal.MotionStillOpen;
import org.partnershipfund.approval.council.CouncilRefusal.NoAccountOwed;
import org.partnershipfund.approval.council.CouncilRefusal.NoRollCall;
import org.partnershipfund.approval.council.CouncilRefusal.NotBegunYet;
import org.partnershipfund.approval.council.CouncilRefusal.NotPresent;
import org.partnershipfund.approval.council.CouncilRefusal.NoticeTooShort;
import org.partnershipfund.approval.council.CouncilRefusal.OwnBallotStands;
import org.partnershipfund.approval.council.CouncilRefusal.RollCallByTheSame;
import org.partnershipfund.approval.council.CouncilRefusal.RollCallNotConfirmed;
import org.partnershipfund.approval.council.CouncilRefusal.TieMissing;
import org.partnershipfund.approval.council.CouncilRefusal.TieStands;
import org.partnershipfund.approval.council.CouncilRefusal.VotesMissing;
import org.partnershipfund.approval.council.CouncilRule.Bench;
import org.partnershipfund.approval.council.Meeting.Item;
import org.partnershipfund.approval.council.Meeting.Notice;
import org.partnershipfund.approval.council.Motion.Account;
import org.partnershipfund.approval.council.Motion.Ballot;
import org.partnershipfund.approval.council.Motion.Closed;
import org.partnershipfund.approval.council.Motion.Question;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;

/** Policy school-site-council §2 to §5: a meeting is posted in time, only who is present votes, two check a roll call. */
class MotionTest {

    private static final Council COUNCIL = council();
    private static final Set<SeatId> PRESENT = CouncilTest.ids(
            COUNCIL, "principal", "teacher-1", "teacher-2", "teacher-3", "parent-1", "parent-2", "parent-3");
    private static final Question QUESTION = new Question(
            new MotionId(new UUID(0, 9)),
            new MeetingId(new UUID(0, 8)),
            CODE,
            new Item(new UUID(0, 7), 1, "a digest"),
            PRINCIPAL,
            NOW);
    private static final Motion OPEN = Motion.open(QUESTION, List.of());
    private static final Optional<String> TIE = Optional.of("sits on the board of the partner");
    private static final Bench BENCH = new Bench(9, 9, RULES.quorum(9), true);

    @Test
    void a_meeting_begins_48_hours_after_its_notice_and_not_a_second_before() {
        Instant earliest = NOW.plus(Duration.ofDays(2));

        assertThat(Meeting.post(notice(earliest), 48).orRefuse().state())
                .isEqualTo(new Meeting.Posted(notice(earliest)));
        assertThat(Meeting.post(notice(earliest.minusSeconds(1)), 48))
                .isEqualTo(new Refused<>(new NoticeTooShort(earliest.minusSeconds(1), 48, earliest)));
        assertThat(new NoticeTooShort(NOW, 48, earliest).sentence())
                .contains("startsAt is 8 January 2018, 10:00 EST;", "lawful time is 10 January 2018, 10:00 EST.");
        assertThat(new NoticeTooShort(NOW, 1, earliest.plusMillis(1)).sentence())
                .contains("at least 1 hour before", "lawful time is 10 January 2018, 10:01 EST.");
    }

    @Test
    void two_days_of_notice_are_48_hours_also_when_the_clocks_change() {
        Instant saturdayNoon = Instant.parse("2018-03-10T17:00:00Z");
        Instant mondayNoon = Instant.parse("2018-03-12T16:00:00Z");
        Notice early = new Notice(
                QUESTION.meeting(), CODE, mondayNoon, "Library", List.of("x"), List.of(), PRINCIPAL, saturdayNoon);

        assertThat(Meeting.post(early, 48))
                .isEqualTo(new Refused<>(new NoticeTooShort(mondayNoon, 48, Instant.parse("2018-03-12T17:00:00Z"))));
    }

    @Test
    void nobody_is_present_before_the_beginning() {
        Meeting posted = Meeting.post(notice(NOW.plus(Duration.ofDays(2))), 48)
                .orRefuse()
                .state();

        assertThat(Meeting.convene(posted, PRESENT, Set.of(), PRINCIPAL, NOW))
                .isEqualTo(new Refused<>(new NotBegunYet(posted.notice().startsAt())));
        assertThat(Meeting.convene(
                                posted,
                                PRESENT,
                                Set.of(),
                                PRINCIPAL,
                                posted.notice().startsAt())
                        .orRefuse()
                        .state()
                        .present())
                .isEqualTo(PRESENT);
    }

    @Test
    void only_who_is_present_votes_and_a_later_ballot_replaces_an_earlier_one() {
        SeatId there = id("teacher-1");

        assertThat(cast(OPEN, id("teacher-4"), Vote.YES)).isEqualTo(new Refused<>(new NotPresent(id("teacher-4"))));
        assertThat(cast(OPEN, there, Vote.RECUSED)).isEqualTo(new Refused<>(new TieMissing()));
        Motion no = cast(OPEN, there, Vote.NO).orRefuse().state();
        assertThat(cast(no, there, Vote.YES).orRefuse().state().ballots())
                .containsExactly(Ballot.cast(seatOf(COUNCIL, "teacher-1"), Vote.YES, Optional.empty()));
    }

    @Test
    void a_roll_call_leaves_own_ballots_alone_and_needs_the_other_chair() {
        Motion own = cast(OPEN, id("teacher-1"), Vote.NO).orRefuse().state();

        assertThat(Motion.rollCall(own, PRESENT, List.of(called("teacher-1", Vote.YES)), PRINCIPAL))
                .isEqualTo(new Refused<>(new OwnBallotStands(id("teacher-1"))));
        assertThat(Motion.rollCall(own, PRESENT, List.of(called("parent-4", Vote.YES)), PRINCIPAL))
                .isEqualTo(new Refused<>(new NotPresent(id("parent-4"))));
        assertThat(Motion.confirm(own, CO_CHAIR)).isEqualTo(new Refused<>(new NoRollCall()));
        Motion called = call(own, calledBut("teacher-1"));
        assertThat(Motion.confirm(called, PRINCIPAL)).isEqualTo(new Refused<>(new RollCallByTheSame()));
        assertThat(close(called)).isEqualTo(new Refused<>(new RollCallNotConfirmed()));
        Motion confirmed = Motion.confirm(called, CO_CHAIR).orRefuse().state();
        assertThat(close(confirmed).orRefuse().state().result().tally().no()).isEqualTo(1);
    }

    static Stream<List<String>> closing() {
        return PolicyPage.table("school-site-council.md", "Closing").stream();
    }

    @ParameterizedTest
    @MethodSource("closing")
    void a_motion_is_closed_when_the_policy_page_says_so(List<String> row) {
        Deque<SeatId> seats = new ArrayDeque<>(PRESENT);
        List<Ballot> tied = IntStream.range(0, Integer.parseInt(row.get(2)))
                .mapToObj(_ -> Ballot.cast(seat(seats.removeFirst()), Vote.RECUSED, TIE))
                .toList();
        Motion motion = Motion.open(QUESTION, tied);
        for (int i = 0; i < Integer.parseInt(row.get(0)); i++) {
            motion = cast(motion, seats.removeFirst(), Vote.ABSTAIN).orRefuse().state();
        }
        List<Ballot> called = IntStream.range(0, Integer.parseInt(row.get(1)))
                .mapToObj(_ -> Ballot.called(seats.removeFirst(), Vote.YES, Optional.empty()))
                .toList();
        assertThat(seats).hasSize(Integer.parseInt(row.get(3)));
        if (!row.get(4).equals("none")) {
            motion = call(motion, called);
        }
        if (row.get(4).equals("confirmed")) {
            motion = Motion.confirm(motion, CO_CHAIR).orRefuse().state();
        }

        var closed = close(motion);

        switch (row.get(5)) {
            case "counted" -> assertThat(closed).isInstanceOf(Accepted.class);
            case "votes-missing" ->
                assertThat(closed)
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.why())
                                        .isInstanceOfSatisfying(
                                                VotesMissing.class,
                                                why -> assertThat(why.seats())
                                                        .containsExactlyInAnyOrderElementsOf(seats)));
            case "roll-call-not-confirmed" -> assertThat(closed).isEqualTo(new Refused<>(new RollCallNotConfirmed()));
            default -> throw new IllegalArgumentException(row.get(5));
        }
    }

    @Test
    void one_person_never_passes_a_motion_by_recording_others_as_present() {
        Motion alone = cast(OPEN, id("principal"), Vote.YES).orRefuse().state();

        assertThat(close(alone)).isInstanceOf(Refused.class);
        Motion called = call(alone, calledBut("principal"));
        assertThat(close(called)).isEqualTo(new Refused<>(new RollCallNotConfirmed()));
        assertThat(Motion.confirm(called, PRINCIPAL)).isEqualTo(new Refused<>(new RollCallByTheSame()));
    }

    @Test
    void a_declared_tie_is_not_taken_back_by_a_ballot_or_a_roll_call() {
        SeatId tied = id("teacher-1");
        Motion declared = Motion.cast(OPEN, PRESENT, seat(tied), Vote.RECUSED, TIE)
                .orRefuse()
                .state();

        for (Vote vote : List.of(Vote.YES, Vote.NO, Vote.ABSTAIN)) {
            assertThat(cast(declared, tied, vote)).isEqualTo(new Refused<>(new TieStands(tied)));
            assertThat(Motion.rollCall(declared, PRESENT, List.of(called("teacher-1", vote)), PRINCIPAL))
                    .isEqualTo(new Refused<>(new TieStands(tied)));
        }
        assertThat(cast(declared, tied, Vote.RECUSED).orRefuse().state()).isEqualTo(declared);
        assertThat(call(declared, List.of(called("teacher-1", Vote.RECUSED))).ballots())
                .containsExactly(Ballot.cast(seat(tied), Vote.RECUSED, TIE));
    }

    @Test
    void a_tie_of_a_roll_call_stands_once_the_other_chair_confirms_it() {
        SeatId tied = id("teacher-1");
        Motion entered = call(OPEN, List.of(Ballot.called(tied, Vote.RECUSED, TIE)));
        Motion confirmed = Motion.confirm(entered, CO_CHAIR).orRefuse().state();

        assertThat(call(entered, List.of(called("teacher-1", Vote.YES))).ballots())
                .containsExactly(called("teacher-1", Vote.YES));
        assertThat(cast(entered, tied, Vote.NO)).isInstanceOf(Accepted.class);
        assertThat(cast(confirmed, tied, Vote.NO)).isEqualTo(new Refused<>(new TieStands(tied)));
        Motion calledAgain = call(confirmed, List.of(called("teacher-2", Vote.YES)));
        assertThat(cast(calledAgain, tied, Vote.NO)).isEqualTo(new Refused<>(new TieStands(tied)));
    }

    @Test
    void a_declared_tie_is_there_from_the_start_of_a_later_motion_also_from_another_seat() {
        Motion earlier = Motion.cast(OPEN, PRESENT, seatOf(COUNCIL, "teacher-1"), Vote.RECUSED, TIE)
                .orRefuse()
                .state();
        Seat now = new Seat(
                new SeatId(new UUID(5, 5)),
                Group.PARENT,
                false,
                person("teacher-1"),
                Optional.empty(),
                TODAY,
                Optional.empty());

        List<Ballot> ties = COUNCIL.ties(List.of(earlier), List.of(now, seatOf(COUNCIL, "teacher-2")));

        assertThat(ties).containsExactly(Ballot.cast(now, Vote.RECUSED, TIE));
        assertThat(Motion.open(QUESTION, ties).ballots()).isEqualTo(ties);
        assertThat(Motion.cast(Motion.open(QUESTION, ties), Set.of(now.id()), now, Vote.YES, Optional.empty()))
                .isEqualTo(new Refused<>(new TieStands(now.id())));
    }

    @Test
    void a_tie_stays_with_the_member_whose_seat_never_came_to_be() {
        Seat gone = new Seat(
                new SeatId(new UUID(5, 6)),
                Group.PARENT,
                false,
                person("parent-9"),
                Optional.empty(),
                TODAY,
                Optional.empty());
        Motion earlier = Motion.cast(OPEN, Set.of(gone.id()), gone, Vote.RECUSED, TIE)
                .orRefuse()
                .state();
        Seat again = new Seat(
                new SeatId(new UUID(5, 7)),
                Group.PARENT,
                false,
                person("parent-9"),
                Optional.empty(),
                TODAY.plusDays(3),
                Optional.empty());

        assertThat(COUNCIL.ties(List.of(earlier), List.of(again)))
                .containsExactly(Ballot.cast(again, Vote.RECUSED, TIE));
    }

    @Test
    void who_is_replaced_while_a_motion_is_open_is_no_longer_present_and_it_is_closed_without_them() {
        Seat replaced = seatOf(COUNCIL, "teacher-3");
        List<Seat> sitting = COUNCIL.seats().stream()
                .map(seat -> seat.equals(replaced) ? seat.with(seat.name(), Optional.of(TODAY.minusDays(1))) : seat)
                .toList();
        Council now = new Council(CODE, COUNCIL.constitution(), COUNCIL.coChair(), sitting);

        List<Seat> present = now.stillPresent(PRESENT, TODAY);

        assertThat(present)
                .hasSize(PRESENT.size() - 1)
                .noneMatch(seat -> seat.id().equals(replaced.id()));
        assertThat(Motion.close(allAbstain(OPEN), BENCH, present, NOW)
                        .orRefuse()
                        .state()
                        .result()
                        .tally()
                        .present())
                .isEqualTo(PRESENT.size() - 1);
    }

    @Test
    void votes_are_taken_on_the_day_of_the_meeting_and_on_no_other() {
        Meeting meeting = new Meeting.Convened(notice(NOW), PRESENT, Set.of(), PRINCIPAL, NOW);

        assertThat(Meeting.sits(meeting, TODAY, TODAY).orRefuse().state()).isEqualTo(meeting);
        for (LocalDate other : List.of(TODAY.plusDays(1), TODAY.minusDays(1))) {
            assertThat(Meeting.sits(meeting, TODAY, other))
                    .isEqualTo(new Refused<>(new MeetingOver(QUESTION.meeting(), TODAY, other)));
        }
        assertThat(new MeetingOver(QUESTION.meeting(), TODAY, TODAY.plusDays(1)).sentence())
                .contains("was on 2018-01-08", "today is 2018-01-09", "at least 48 hours ahead");
    }

    @Test
    void a_closed_motion_never_changes() {
        Closed closed = close(allAbstain(OPEN)).orRefuse().state();
        var why = new Refused<>(new MotionClosed(QUESTION.id(), "lost", NOW));

        assertThat(cast(closed, id("teacher-1"), Vote.YES)).isEqualTo(why);
        assertThat(Motion.rollCall(closed, PRESENT, List.of(called("teacher-1", Vote.YES)), PRINCIPAL))
                .isEqualTo(why);
        assertThat(Motion.confirm(closed, CO_CHAIR)).isEqualTo(why);
        assertThat(close(closed)).isEqualTo(why);
    }

    @Test
    void a_principal_who_outvoted_a_majority_owes_an_account_until_it_is_given_once() {
        Motion outvoted = allAbstain(OPEN);
        outvoted = cast(outvoted, id("principal"), Vote.NO).orRefuse().state();
        outvoted = cast(outvoted, id("teacher-1"), Vote.YES).orRefuse().state();
        outvoted = cast(outvoted, id("parent-1"), Vote.YES).orRefuse().state();
        var account = new Account("because", new MeetingId(new UUID(0, 88)), PRINCIPAL, NOW);
        Closed owed = close(outvoted).orRefuse().state();

        assertThat(owed.accountOwed()).isTrue();
        Motion given = Motion.account(owed, account).orRefuse().state();
        assertThat(((Closed) given).accountOwed()).isFalse();
        assertThat(Motion.account(given, account)).isEqualTo(new Refused<>(new AccountGivenBefore(NOW)));
        assertThat(Motion.account(OPEN, account)).isEqualTo(new Refused<>(new MotionStillOpen(QUESTION.id())));
        assertThat(Motion.account(close(allAbstain(OPEN)).orRefuse().state(), account))
                .isEqualTo(new Refused<>(new NoAccountOwed(QUESTION.id())));
    }

    private static Motion allAbstain(Motion motion) {
        Motion abstained = motion;
        for (SeatId seat : PRESENT) {
            abstained = cast(abstained, seat, Vote.ABSTAIN).orRefuse().state();
        }
        return abstained;
    }

    private static Motion call(Motion motion, List<Ballot> called) {
        return Motion.rollCall(motion, PRESENT, called, PRINCIPAL).orRefuse().state();
    }

    /** A roll call in which everybody else who is present says yes. */
    private static List<Ballot> calledBut(String subject) {
        return PRESENT.stream()
                .filter(seat -> !seat.equals(id(subject)))
                .map(seat -> Ballot.called(seat, Vote.YES, Optional.empty()))
                .toList();
    }

    private static Decision<Motion> cast(Motion motion, SeatId seat, Vote vote) {
        return Motion.cast(motion, PRESENT, seat(seat), vote, Optional.empty());
    }

    private static Decision<Closed> close(Motion motion) {
        return Motion.close(
                motion, BENCH, COUNCIL.present(PRESENT, TODAY).orRefuse().state(), NOW);
    }

    private static Seat seat(SeatId id) {
        return COUNCIL.seats().stream()
                .filter(seat -> seat.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static SeatId id(String subject) {
        return seatOf(COUNCIL, subject).id();
    }

    private static Ballot called(String subject, Vote vote) {
        return Ballot.called(id(subject), vote, Optional.empty());
    }

    private static Notice notice(Instant startsAt) {
        return new Notice(
                QUESTION.meeting(), CODE, startsAt, "Library", List.of("Partners"), List.of(), PRINCIPAL, NOW);
    }
}
