package org.partnershipfund.approval.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.support.Booking.Attendance;
import org.partnershipfund.approval.support.Booking.Standing;
import org.partnershipfund.approval.support.HelpSession.Announced;
import org.partnershipfund.approval.support.SupportCalendar.Days;
import org.partnershipfund.approval.support.SupportRefusal.BookedAlready;
import org.partnershipfund.approval.support.SupportRefusal.BookingIsGivenUp;
import org.partnershipfund.approval.support.SupportRefusal.CapacityBelowBookings;
import org.partnershipfund.approval.support.SupportRefusal.LastDayBeforeTheFirst;
import org.partnershipfund.approval.support.SupportRefusal.NoPlaceInTheSession;
import org.partnershipfund.approval.support.SupportRefusal.NoSuchBooking;
import org.partnershipfund.approval.support.SupportRefusal.NowhereToMeet;
import org.partnershipfund.approval.support.SupportRefusal.SessionBegun;
import org.partnershipfund.approval.support.SupportRefusal.SessionEndsBeforeItBegins;
import org.partnershipfund.approval.support.SupportRefusal.SessionInThePast;
import org.partnershipfund.approval.support.SupportRefusal.SessionIsCancelled;
import org.partnershipfund.approval.support.SupportRefusal.SessionNotBegun;
import org.partnershipfund.approval.support.SupportRefusal.SessionOutsideItsDays;
import org.partnershipfund.approval.support.SupportRefusal.SessionTooLong;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;

/** Policy support §1 to §5: who has a place, and what a session lets happen to it. */
class HelpSessionTest {

    private static final Instant NOW = Instant.parse("2017-12-08T14:00:00Z");
    private static final Instant BEGINS = Instant.parse("2017-12-11T14:00:00Z");
    private static final FundId FUND = new FundId(new UUID(0, 1));
    private static final SupportCalendar CALENDAR = SupportCalendar.usual(FUND, new FiscalYear(2019), NOW);
    private static final Days DAYS = CALENDAR.officeHours();
    private static final Person TEAM = new Person("issuer", "team");
    private static final Person LEADER = new Person("issuer", "leader");

    static Stream<List<String>> lines_of_the_policy() {
        return PolicyPage.table("support.md", "Who has a place").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines_of_the_policy")
    void places_go_as_the_policy_shows(List<String> row) {
        HelpSession session = planned(Integer.parseInt(row.get(1)));
        int id = 0;
        for (String step : row.get(2).replace("size ", "size").split(" ", -1)) {
            id++;
            session = state(
                    switch (step.charAt(0)) {
                        case '+' -> HelpSession.book(session, booking(id), school(step.substring(1)), LEADER, NOW);
                        case '-' -> HelpSession.giveUp(session, standing(session, step.substring(1)), LEADER, NOW);
                        case 's' -> HelpSession.move(session, slot(Integer.parseInt(step.substring(4))), DAYS, NOW);
                        default -> throw new IllegalStateException("the policy has the unknown step " + step);
                    });
        }
        List<String> places = new ArrayList<>();
        for (String name : List.of("A", "B", "C", "D")) {
            places.add(word(session, name));
        }
        assertThat(places).isEqualTo(row.subList(3, 7));
    }

    @Test
    void a_session_lies_on_a_day_of_its_kind_in_the_district() {
        // 13 December, 23:30 in the district, is the 14th in UTC.
        Instant late = Instant.parse("2017-12-14T04:30:00Z");
        assertThat(announce(slot(late, late.plusSeconds(900), 1))).isInstanceOf(Accepted.class);
        assertThat(refusal(announce(slot(late, late.plusSeconds(3600), 1))))
                .isEqualTo(new SessionOutsideItsDays(
                        HelpKind.OFFICE_HOURS, late, LocalDate.of(2017, 12, 11), LocalDate.of(2017, 12, 13)));
        Instant next = Instant.parse("2017-12-14T15:00:00Z");
        assertThat(HelpSession.announce(
                        announced(HelpKind.TECHNICAL_ASSISTANCE),
                        slot(next, next.plusSeconds(60), 1),
                        CALENDAR.days(HelpKind.TECHNICAL_ASSISTANCE)))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void a_session_is_somewhere_to_come_and_of_bounded_length() {
        Slot good = slot(3);
        assertThat(refusal(announce(
                        new Slot(good.startsAt(), good.endsAt(), Optional.empty(), Optional.empty(), 3, "team"))))
                .isEqualTo(new NowhereToMeet());
        assertThat(refusal(announce(slot(BEGINS, BEGINS, 3)))).isEqualTo(new SessionEndsBeforeItBegins(BEGINS, BEGINS));
        assertThat(announce(slot(BEGINS, BEGINS.plus(Duration.ofHours(12)), 3))).isInstanceOf(Accepted.class);
        assertThat(refusal(
                        announce(slot(BEGINS, BEGINS.plus(Duration.ofHours(12)).plusSeconds(1), 3))))
                .isInstanceOf(SessionTooLong.class);
        assertThat(refusal(HelpSession.announce(
                        new Announced(new SessionId(new UUID(0, 5)), FUND, HelpKind.OFFICE_HOURS, TEAM, BEGINS),
                        slot(3),
                        DAYS)))
                .isEqualTo(new SessionInThePast(BEGINS, BEGINS));
    }

    @Test
    void everything_but_attendance_ends_the_moment_it_begins() {
        HelpSession session = state(HelpSession.book(planned(1), booking(1), school("A"), LEADER, NOW));
        Instant before = BEGINS.minusNanos(1000);

        assertThat(HelpSession.book(session, booking(2), school("B"), LEADER, before))
                .isInstanceOf(Accepted.class);
        assertThat(refusal(HelpSession.book(session, booking(2), school("B"), LEADER, BEGINS)))
                .isEqualTo(new SessionBegun(BEGINS));
        assertThat(refusal(HelpSession.giveUp(session, booking(1), LEADER, BEGINS)))
                .isEqualTo(new SessionBegun(BEGINS));
        assertThat(refusal(HelpSession.move(session, slot(2), DAYS, BEGINS))).isEqualTo(new SessionBegun(BEGINS));
        assertThat(refusal(HelpSession.cancel(session, "snow", TEAM, BEGINS))).isEqualTo(new SessionBegun(BEGINS));
        var seen = Map.of(booking(1), new HelpSession.Seen(true, "asked about reading"));
        assertThat(refusal(HelpSession.attend(session, seen, TEAM, before))).isEqualTo(new SessionNotBegun(BEGINS));
        assertThat(state(HelpSession.attend(session, seen, TEAM, BEGINS))
                        .bookings()
                        .getFirst()
                        .attendance())
                .contains(new Attendance(true, "asked about reading", TEAM, BEGINS));
    }

    @Test
    void one_booking_per_school_and_none_twice_given_up() {
        HelpSession session = state(HelpSession.book(planned(1), booking(1), school("A"), LEADER, NOW));

        assertThat(refusal(HelpSession.book(session, booking(2), school("A"), LEADER, NOW)))
                .isEqualTo(new BookedAlready(school("A"), booking(1)));
        HelpSession waiting = state(HelpSession.book(session, booking(2), school("B"), LEADER, NOW));
        assertThat(refusal(HelpSession.book(waiting, booking(3), school("B"), LEADER, NOW)))
                .isEqualTo(new BookedAlready(school("B"), booking(2)));
        assertThat(refusal(HelpSession.giveUp(session, booking(9), LEADER, NOW)))
                .isEqualTo(new NoSuchBooking(booking(9)));
        HelpSession gone = state(HelpSession.giveUp(session, booking(1), LEADER, NOW));
        assertThat(refusal(HelpSession.giveUp(gone, booking(1), LEADER, NOW)))
                .isEqualTo(new BookingIsGivenUp(booking(1)));
        assertThat(refusal(HelpSession.attend(gone, Map.of(booking(1), new HelpSession.Seen(true, "")), TEAM, BEGINS)))
                .isEqualTo(new NoPlaceInTheSession(booking(1)));
    }

    @Test
    void nobody_loses_a_place_when_a_session_shrinks() {
        HelpSession session = state(HelpSession.book(planned(2), booking(1), school("A"), LEADER, NOW));
        session = state(HelpSession.book(session, booking(2), school("B"), LEADER, NOW));

        assertThat(refusal(HelpSession.move(session, slot(1), DAYS, NOW))).isEqualTo(new CapacityBelowBookings(1, 2));
        assertThat(refusal(HelpSession.move(session, slot(NOW.minusSeconds(60), NOW.plusSeconds(60), 2), DAYS, NOW)))
                .isInstanceOf(SessionInThePast.class);
    }

    @Test
    void what_is_cancelled_stays_so() {
        HelpSession session = state(HelpSession.book(planned(2), booking(1), school("A"), LEADER, NOW));
        HelpSession gone = state(HelpSession.cancel(session, "Closed for snow.", TEAM, NOW));
        var why = new SessionIsCancelled(NOW, "Closed for snow.");

        assertThat(gone.bookings()).isEqualTo(session.bookings());
        assertThat(refusal(HelpSession.cancel(gone, "again", TEAM, NOW))).isEqualTo(why);
        assertThat(refusal(HelpSession.book(gone, booking(2), school("B"), LEADER, NOW)))
                .isEqualTo(why);
        assertThat(refusal(HelpSession.move(gone, slot(3), DAYS, NOW))).isEqualTo(why);
        assertThat(refusal(HelpSession.attend(gone, Map.of(), TEAM, BEGINS))).isEqualTo(why);
        assertThat(why.sentence())
                .startsWith("The session was cancelled at 8 December 2017, 09:00 EST: Closed for snow. ");
    }

    @Test
    void calendars_see_a_move_a_cancellation_and_their_own_turn() {
        HelpSession session = planned(1);
        CalendarEntry first = CalendarEntry.of(session);
        HelpSession larger = state(HelpSession.move(session, slot(2), DAYS, NOW));
        HelpSession moved =
                state(HelpSession.move(session, slot(BEGINS.plusSeconds(60), BEGINS.plusSeconds(120), 1), DAYS, NOW));
        HelpSession gone = state(HelpSession.cancel(moved, "snow", TEAM, NOW));

        assertThat(CalendarEntry.of(larger).sequence()).isEqualTo(first.sequence());
        assertThat(CalendarEntry.of(moved).sequence()).isGreaterThan(first.sequence());
        assertThat(CalendarEntry.of(gone).sequence())
                .isGreaterThan(CalendarEntry.of(moved).sequence());
        assertThat(CalendarEntry.of(gone).state()).isEqualTo(CalendarEntry.State.CANCELLED);
        assertThat(List.of(CalendarEntry.of(moved).uid(), CalendarEntry.of(gone).uid()))
                .containsOnly(first.uid());

        HelpSession booked = state(HelpSession.book(session, booking(1), school("A"), LEADER, NOW));
        booked = state(HelpSession.book(booked, booking(2), school("B"), LEADER, NOW));
        CalendarEntry waits = CalendarEntry.of(booked, booked.bookings().get(1), 1);
        HelpSession up = state(HelpSession.giveUp(booked, booking(1), LEADER, NOW));
        CalendarEntry comes = CalendarEntry.of(up, up.bookings().get(1), 2);
        assertThat(waits.state()).isEqualTo(CalendarEntry.State.TENTATIVE);
        assertThat(comes.state()).isEqualTo(CalendarEntry.State.CONFIRMED);
        assertThat(comes.uid()).isEqualTo(waits.uid()).isNotEqualTo(first.uid());
        assertThat(comes.sequence()).isGreaterThan(waits.sequence());
        assertThat(CalendarEntry.of(up, up.bookings().get(0), 2).state()).isEqualTo(CalendarEntry.State.CANCELLED);
    }

    @Test
    void the_usual_days_are_those_of_the_memo() {
        assertThat(CALENDAR.officeHours()).isEqualTo(new Days(LocalDate.of(2017, 12, 11), LocalDate.of(2017, 12, 13)));
        assertThat(CALENDAR.technicalAssistance())
                .isEqualTo(new Days(LocalDate.of(2017, 12, 14), LocalDate.of(2018, 1, 11)));
        var wrong = new Days(LocalDate.of(2017, 12, 13), LocalDate.of(2017, 12, 11));
        Decision<SupportCalendar> decision = SupportCalendar.set(new SupportCalendar(FUND, DAYS, wrong, "memo", NOW));
        assertThat(decision)
                .isEqualTo(new Refused<SupportCalendar>(
                        new LastDayBeforeTheFirst(HelpKind.TECHNICAL_ASSISTANCE, wrong.first(), wrong.last())));
    }

    private static Decision<HelpSession> announce(Slot slot) {
        return HelpSession.announce(announced(HelpKind.OFFICE_HOURS), slot, DAYS);
    }

    private static Announced announced(HelpKind kind) {
        return new Announced(new SessionId(new UUID(0, 5)), FUND, kind, TEAM, NOW);
    }

    private static HelpSession planned(int capacity) {
        return state(announce(slot(capacity)));
    }

    private static Slot slot(int capacity) {
        return slot(BEGINS, BEGINS.plusSeconds(3600), capacity);
    }

    private static Slot slot(Instant from, Instant until, int capacity) {
        return new Slot(from, until, Optional.of("Room 2-26"), Optional.empty(), capacity, "Partnerships team");
    }

    private static SchoolCode school(String name) {
        return new SchoolCode("0035000" + (name.charAt(0) - 'A'));
    }

    private static BookingId booking(int id) {
        return new BookingId(new UUID(7, id));
    }

    private static BookingId standing(HelpSession session, String name) {
        return session.bookings().stream()
                .filter(booking -> booking.school().equals(school(name)) && booking.stands())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String word(HelpSession session, String name) {
        @Nullable Booking last = null;
        for (Booking booking : session.bookings()) {
            last = booking.school().equals(school(name)) ? booking : last;
        }
        return last == null
                ? "none"
                : switch (last.standing()) {
                    case Standing.Confirmed _ -> "place";
                    case Standing.Waiting _ -> "waits";
                    case Standing.GivenUp _ -> "gone";
                };
    }

    private static HelpSession state(Decision<HelpSession> decision) {
        return decision.orRefuse().state();
    }

    private static Refusal refusal(Decision<HelpSession> decision) {
        return switch (decision) {
            case Accepted<HelpSession> accepted -> throw new AssertionError("accepted: " + accepted.state());
            case Refused<HelpSession>(Refusal why) -> why;
        };
    }
}
