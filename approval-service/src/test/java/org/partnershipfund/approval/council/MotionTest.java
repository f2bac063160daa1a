package org.partnershipfund.approval.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.CODE;
import static org.partnershipfund.approval.fixtures.School.CO_CHAIR;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.PRINCIPAL;
import static org.partnershipfund.approval.fixtures.School.RULES;
import static org.partnershipfund.approval.fixtures.School.TODAY;
import static org.partnershipfund.approval.fixtures.School.council;
import static org.partnershipfund.approval.fixtures.School.seatOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.council.CouncilRefusal.AccountGivenBefore;
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
import org.partnershipfund.approval.council.CouncilRule.Bench;
import org.partnershipfund.approval.council.Meeting.Item;
import org.partnershipfund.approval.council.Meeting.Notice;
import org.partnershipfund.approval.council.Motion.Account;
import org.partnershipfund.approval.council.Motion.Ballot;
import org.partnershipfund.approval.council.Motion.Closed;
import org.partnershipfund.approval.council.Motion.Open;
import org.partnershipfund.approval.council.Motion.Question;
import org.partnershipfund.kernel.Decision;
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
    private static final Motion OPEN = new Open(QUESTION, List.of(), Optional.empty());
    private static final Bench BENCH = new Bench(9, 9, RULES.quorum(9), true);

    @Test
    void a_meeting_begins_48_hours_after_its_notice_and_not_a_second_before() {
        Instant earliest = NOW.plus(Duration.ofDays(2));

        assertThat(Meeting.post(notice(earliest), 48).orRefuse().state())
                .isEqualTo(new Meeting.Posted(notice(earliest)));
        assertThat(Meeting.post(notice(earliest.minusSeconds(1)), 48))
                .isEqualTo(new Refused<>(new NoticeTooShort(earliest.minusSeconds(1), 48, earliest)));
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

        assertThat(Meeting.convene(posted, PRESENT, PRINCIPAL, NOW))
                .isEqualTo(new Refused<>(new NotBegunYet(posted.notice().startsAt())));
        assertThat(Meeting.convene(posted, PRESENT, PRINCIPAL, posted.notice().startsAt())
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
                .containsExactly(new Ballot(there, Vote.YES, true, Optional.empty()));
    }

    @Test
    void a_roll_call_leaves_own_ballots_alone_and_needs_the_other_chair() {
        Motion own = cast(OPEN, id("teacher-1"), Vote.NO).orRefuse().state();

        assertThat(Motion.rollCall(own, PRESENT, List.of(called("teacher-1", Vote.YES)), PRINCIPAL))
                .isEqualTo(new Refused<>(new OwnBallotStands(id("teacher-1"))));
        assertThat(Motion.rollCall(own, PRESENT, List.of(called("parent-4", Vote.YES)), PRINCIPAL))
                .isEqualTo(new Refused<>(new NotPresent(id("parent-4"))));
        assertThat(Motion.confirm(own, CO_CHAIR)).isEqualTo(new Refused<>(new NoRollCall()));
        Motion called = Motion.rollCall(own, PRESENT, List.of(called("principal", Vote.YES)), PRINCIPAL)
                .orRefuse()
                .state();
        assertThat(Motion.confirm(called, PRINCIPAL)).isEqualTo(new Refused<>(new RollCallByTheSame()));
        assertThat(close(called)).isEqualTo(new Refused<>(new RollCallNotConfirmed()));
        Motion confirmed = Motion.confirm(called, CO_CHAIR).orRefuse().state();
        assertThat(close(confirmed).orRefuse().state().result().tally().no()).isEqualTo(1);
    }

    @Test
    void who_is_present_and_silent_abstains() {
        Motion motion = cast(OPEN, id("principal"), Vote.YES).orRefuse().state();

        Result result = close(motion).orRefuse().state().result();

        assertThat(result.word()).isEqualTo("passed");
        assertThat(result.tally().abstained()).isEqualTo(6);
    }

    @Test
    void a_closed_motion_never_changes() {
        Closed closed = close(OPEN).orRefuse().state();
        var why = new Refused<>(new MotionClosed(QUESTION.id(), "lost", NOW));

        assertThat(cast(closed, id("teacher-1"), Vote.YES)).isEqualTo(why);
        assertThat(Motion.rollCall(closed, PRESENT, List.of(called("teacher-1", Vote.YES)), PRINCIPAL))
                .isEqualTo(why);
        assertThat(Motion.confirm(closed, CO_CHAIR)).isEqualTo(why);
        assertThat(close(closed)).isEqualTo(why);
    }

    @Test
    void a_principal_who_outvoted_a_majority_owes_an_account_until_it_is_given_once() {
        Motion outvoted = cast(OPEN, id("principal"), Vote.NO).orRefuse().state();
        outvoted = cast(outvoted, id("teacher-1"), Vote.YES).orRefuse().state();
        outvoted = cast(outvoted, id("parent-1"), Vote.YES).orRefuse().state();
        var account = new Account("because", new MeetingId(new UUID(0, 88)), PRINCIPAL, NOW);
        Closed owed = close(outvoted).orRefuse().state();

        assertThat(owed.accountOwed()).isTrue();
        Motion given = Motion.account(owed, account).orRefuse().state();
        assertThat(((Closed) given).accountOwed()).isFalse();
        assertThat(Motion.account(given, account)).isEqualTo(new Refused<>(new AccountGivenBefore(NOW)));
        assertThat(Motion.account(OPEN, account)).isEqualTo(new Refused<>(new MotionStillOpen(QUESTION.id())));
        assertThat(Motion.account(close(OPEN).orRefuse().state(), account))
                .isEqualTo(new Refused<>(new NoAccountOwed(QUESTION.id())));
    }

    private static Decision<Motion> cast(Motion motion, SeatId seat, Vote vote) {
        return Motion.cast(motion, PRESENT, seat, vote, Optional.empty());
    }

    private static Decision<Closed> close(Motion motion) {
        return Motion.close(
                motion, BENCH, COUNCIL.present(PRESENT, TODAY).orRefuse().state(), NOW);
    }

    private static SeatId id(String subject) {
        return seatOf(COUNCIL, subject).id();
    }

    private static Ballot called(String subject, Vote vote) {
        return new Ballot(id(subject), vote, false, Optional.empty());
    }

    private static Notice notice(Instant startsAt) {
        return new Notice(
                QUESTION.meeting(), CODE, startsAt, "Library", List.of("Partners"), List.of(), PRINCIPAL, NOW);
    }
}
