package org.partnershipfund.approval.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.CODE;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.person;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.council.ConductRefusal.AssociateEndsBeforeItBegins;
import org.partnershipfund.approval.council.ConductRefusal.AssociateHasASeat;
import org.partnershipfund.approval.council.ConductRefusal.CouncilDateOutsideYear;
import org.partnershipfund.approval.council.ConductRefusal.MinutesExist;
import org.partnershipfund.approval.council.CouncilRefusal.NotConvened;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.FiscalYear;

/** docs/policy/school-site-council.md §6 to §9: associates, minutes, school years, co-chairs. */
class CouncilConductTest {

    private static final String PAGE = "school-site-council.md";
    private static final FiscalYear YEAR = new FiscalYear(2018);
    private static final CouncilCalendar CALENDAR = new CouncilCalendar(MonthDay.of(10, 15), MonthDay.of(10, 31));
    private static final LocalDate OCTOBER_15 = LocalDate.of(2017, 10, 15);

    static Stream<List<String>> compliance() {
        return PolicyPage.table(PAGE, "Compliance").stream();
    }

    @ParameterizedTest
    @MethodSource
    void compliance(List<String> row) {
        var year = new CouncilYear(CODE, YEAR, day(row.get(0)), day(row.get(1)), day(row.get(2)));

        assertThat(year.status(CALENDAR).word()).isEqualTo(row.get(3));
        assertThat(year.missing(CALENDAR)).hasSize(Integer.parseInt(row.get(4)));
    }

    private static Optional<LocalDate> day(String written) {
        return written.equals("none") ? Optional.empty() : Optional.of(LocalDate.parse(written));
    }

    static Stream<List<String>> who_chaired_when() {
        return PolicyPage.table(PAGE, "Who chaired when").stream();
    }

    @ParameterizedTest
    @MethodSource
    void who_chaired_when(List<String> row) {
        List<CoChair.Named> named = Stream.of(row.get(0).split(", "))
                .map(one -> one.split(" "))
                .map(one -> new CoChair.Named(person(one[0]), LocalDate.parse(one[1])))
                .toList();

        assertThat(CoChair.terms(named).stream()
                        .map(term -> "%s %s to %s"
                                .formatted(
                                        term.member().subject(),
                                        term.from(),
                                        term.until().map(LocalDate::toString).orElse("now")))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(row.get(1));
    }

    @Test
    void a_day_that_is_not_past_or_not_of_the_year_is_not_reported() {
        LocalDate today = LocalDate.of(2017, 11, 20);
        var tomorrow = new CouncilYear(CODE, YEAR, Optional.of(today.plusDays(1)), Optional.empty(), Optional.empty());
        var before =
                new CouncilYear(CODE, YEAR, Optional.empty(), Optional.of(LocalDate.of(2017, 6, 30)), Optional.empty());
        var old = new CouncilYear(CODE, YEAR, Optional.of(today), Optional.empty(), day("2006-09-01"));

        assertThat(CouncilYear.report(tomorrow, today))
                .isEqualTo(new Refused<>(
                        new CouncilDateOutsideYear("electionsOn", today.plusDays(1), YEAR.firstDay(), today)));
        assertThat(CouncilYear.report(before, today))
                .isEqualTo(new Refused<>(new CouncilDateOutsideYear(
                        "firstMeetingOn", LocalDate.of(2017, 6, 30), YEAR.firstDay(), today)));
        assertThat(CouncilYear.report(old, today).orRefuse().state()).isEqualTo(old);
    }

    @Test
    void a_deadline_after_new_year_is_in_the_year_in_which_the_fiscal_year_ends() {
        var late = new CouncilCalendar(MonthDay.of(1, 15), MonthDay.of(7, 1));

        assertThat(late.electionsBy(YEAR)).isEqualTo(LocalDate.of(2018, 1, 15));
        assertThat(late.firstMeetingBy(YEAR)).isEqualTo(LocalDate.of(2017, 7, 1));
    }

    @Test
    void nobody_is_associate_and_voting_member_on_one_day() {
        var seat = new Seat(
                new SeatId(new UUID(1, 1)),
                Group.PARENT,
                false,
                person("parent-1"),
                Optional.empty(),
                OCTOBER_15,
                Optional.of(LocalDate.of(2018, 6, 30)));
        var council = new Council(
                CODE,
                new CouncilRules.Constitution(28, ParentParity.EQUAL_TO_STAFF_REPS, false),
                person("parent-1"),
                List.of(seat));
        Associate stranger = associate(Optional.empty(), OCTOBER_15);
        Associate later = associate(Optional.of(person("parent-1")), LocalDate.of(2018, 7, 1));

        assertThat(Associate.name(associate(Optional.of(person("parent-1")), LocalDate.of(2018, 6, 30)), council))
                .isEqualTo(new Refused<>(new AssociateHasASeat("parent-1")));
        assertThat(Associate.name(stranger, council).orRefuse().state()).isEqualTo(stranger);
        assertThat(Associate.name(later, council).orRefuse().state()).isEqualTo(later);
        assertThat(stranger.ending(OCTOBER_15.minusDays(1), council))
                .isEqualTo(new Refused<>(new AssociateEndsBeforeItBegins(OCTOBER_15, OCTOBER_15.minusDays(1))));
        assertThat(stranger.ending(OCTOBER_15, council).orRefuse().state().servesOn(OCTOBER_15.plusDays(1)))
                .isFalse();
        Associate before = associate(Optional.of(person("parent-1")), OCTOBER_15.minusDays(9))
                .ending(OCTOBER_15.minusDays(1), council)
                .orRefuse()
                .state();
        assertThat(before.ending(OCTOBER_15, council)).isEqualTo(new Refused<>(new AssociateHasASeat("parent-1")));
    }

    private static Associate associate(Optional<Person> person, LocalDate from) {
        return new Associate(
                new AssociateId(new UUID(2, 1)), CODE, "Harbor", "A. Example", person, from, Optional.empty());
    }

    @Test
    void minutes_are_written_once_after_attendance_and_corrected_by_a_version_that_says_why() {
        var notice = new Meeting.Notice(
                new MeetingId(new UUID(3, 1)), CODE, NOW, "Library", List.of("x"), List.of(), person("p"), NOW);
        var convened = new Meeting.Convened(
                notice, Set.of(new SeatId(new UUID(1, 1))), Set.of(new AssociateId(new UUID(2, 1))), person("p"), NOW);

        assertThat(Minutes.first(new Meeting.Posted(notice), Optional.empty(), "text", person("p"), NOW))
                .isEqualTo(new Refused<>(new NotConvened(notice.id())));
        Minutes first = Minutes.first(convened, Optional.empty(), "text", person("p"), NOW)
                .orRefuse()
                .state();
        assertThat(first.present()).isEqualTo(convened.present());
        assertThat(first.associates()).isEqualTo(convened.associates());
        assertThat(Minutes.first(convened, Optional.of(first), "again", person("p"), NOW))
                .isEqualTo(new Refused<>(new MinutesExist(notice.id(), 1)));
        assertThat(first.corrected(convened, "better", "a name", person("q"), NOW))
                .isEqualTo(new Minutes(
                        notice.id(),
                        2,
                        "better",
                        convened.present(),
                        convened.associates(),
                        Optional.of("a name"),
                        person("q"),
                        NOW));
    }
}
