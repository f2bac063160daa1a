package org.partnershipfund.approval.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.CODE;
import static org.partnershipfund.approval.fixtures.School.CO_CHAIR;
import static org.partnershipfund.approval.fixtures.School.ELECTED;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.PRINCIPAL;
import static org.partnershipfund.approval.fixtures.School.RULES;
import static org.partnershipfund.approval.fixtures.School.SMALL;
import static org.partnershipfund.approval.fixtures.School.TODAY;
import static org.partnershipfund.approval.fixtures.School.alternate;
import static org.partnershipfund.approval.fixtures.School.council;
import static org.partnershipfund.approval.fixtures.School.nine;
import static org.partnershipfund.approval.fixtures.School.person;
import static org.partnershipfund.approval.fixtures.School.seat;
import static org.partnershipfund.approval.fixtures.School.seatOf;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.council.Council.Asked;
import org.partnershipfund.approval.council.Council.Seating;
import org.partnershipfund.approval.council.CouncilEvent.CouncilSeatTaken;
import org.partnershipfund.approval.council.CouncilRefusal.AlternateWithoutAbsence;
import org.partnershipfund.approval.council.CouncilRefusal.CoChairNotSeated;
import org.partnershipfund.approval.council.CouncilRefusal.NotSittingThen;
import org.partnershipfund.approval.council.CouncilRefusal.PersonSeatedTwice;
import org.partnershipfund.approval.council.CouncilRefusal.PrincipalHasNoAlternate;
import org.partnershipfund.approval.council.CouncilRefusal.PrincipalMissing;
import org.partnershipfund.approval.council.CouncilRefusal.SeatEndsBeforeItBegins;
import org.partnershipfund.approval.council.CouncilRefusal.TooManySeats;
import org.partnershipfund.approval.council.CouncilRules.Constitution;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.fixtures.School;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Ids;

/** Policy school-site-council §1 and §2: how large a council is, who sits on it, who is present. */
class CouncilTest {

    static Stream<List<String>> sizes() {
        return PolicyPage.table("school-site-council.md", "Sizes").stream();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_council_is_as_large_as_the_policy_page_says(List<String> row) {
        var parity = row.get(1).equals("equal-to-staff-reps")
                ? ParentParity.EQUAL_TO_STAFF_REPS
                : ParentParity.EQUAL_TO_STAFF_REPS_AND_PRINCIPAL;
        var places = RULES.places(new Constitution(
                Integer.parseInt(row.getFirst()), parity, row.get(2).equals("yes")));

        assertThat(List.of(places.teachers(), places.parents(), places.students(), places.votingMembers()))
                .map(String::valueOf)
                .isEqualTo(row.subList(3, 7));
        var quorum = RULES.quorum(places.votingMembers());
        assertThat("%d and %d".formatted(quorum.teachers(), quorum.parents())).isEqualTo(row.get(7));
    }

    @Test
    void everybody_who_takes_a_seat_is_told_to_the_others_also_alternates() {
        var decided = seated(Optional.empty(), CO_CHAIR, nine()).orRefuse();

        assertThat(decided.events()).hasSize(11);
    }

    @Test
    void who_is_no_longer_named_ends_yesterday_and_who_is_named_again_keeps_the_seat() {
        Council before = council();
        List<Asked> next = new ArrayList<>(nine());
        next.removeIf(asked -> asked.member().equals(person("teacher-4")));
        next.add(seat(Group.TEACHER, "teacher-6"));

        var decided = seated(Optional.of(before), CO_CHAIR, next).orRefuse();

        assertThat(seatOf(decided.state(), "teacher-4").until()).contains(TODAY.minusDays(1));
        assertThat(seatOf(decided.state(), "teacher-1").id())
                .isEqualTo(seatOf(before, "teacher-1").id());
        assertThat(decided.events())
                .map(event -> ((CouncilSeatTaken) event).seat().member().subject())
                .containsExactly("teacher-4", "teacher-6");
    }

    @Test
    void a_seat_that_is_taken_back_before_it_was_held_for_a_day_never_came_to_be() {
        for (LocalDate first : List.of(TODAY.plusDays(30), TODAY)) {
            List<Asked> more = new ArrayList<>(nine());
            more.removeIf(asked -> asked.member().equals(person("teacher-4")));
            more.add(new Asked(
                    Group.TEACHER, false, person("teacher-6"), Optional.empty(), first, Optional.empty(), false));
            Council before = seated(Optional.empty(), CO_CHAIR, more).orRefuse().state();
            more.removeLast();

            var decided = seated(Optional.of(before), CO_CHAIR, more).orRefuse();

            assertThat(decided.state().seats()).noneMatch(seat -> seat.member().equals(person("teacher-6")));
            assertThat(decided.events())
                    .isEqualTo(List.of(new CouncilSeatTaken(CODE, seatOf(before, "teacher-6"), true, NOW)));
        }
    }

    @Test
    void a_new_principal_takes_the_seat_on_the_day_on_which_the_old_one_has_left_it() {
        List<Asked> next = new ArrayList<>(nine());
        next.removeFirst();
        next.add(new Asked(
                Group.PRINCIPAL, false, person("new-principal"), Optional.empty(), TODAY, Optional.empty(), false));

        Council after =
                seated(Optional.of(council()), CO_CHAIR, next).orRefuse().state();

        assertThat(after.isChairedBy(PRINCIPAL, TODAY)).isFalse();
        assertThat(after.isChairedBy(PRINCIPAL, TODAY.minusDays(1))).isTrue();
        assertThat(after.isChairedBy(person("new-principal"), TODAY)).isTrue();
        assertThat(after.seatedOn(TODAY)).isEqualTo(9);
    }

    @Test
    void seats_that_do_not_fit_are_refused() {
        assertThat(with(seat(Group.TEACHER, "teacher-9")))
                .isEqualTo(new Refused<>(new TooManySeats(Group.TEACHER, 5, 4, ELECTED)));
        assertThat(with(seat(Group.STUDENT, "student-1")))
                .isEqualTo(new Refused<>(new TooManySeats(Group.STUDENT, 1, 0, ELECTED)));
        assertThat(with(alternate(Group.PRINCIPAL, "deputy"))).isEqualTo(new Refused<>(new PrincipalHasNoAlternate()));
        assertThat(with(alternate(Group.TEACHER, "parent-2")))
                .isEqualTo(new Refused<>(new PersonSeatedTwice("parent-2")));
        assertThat(with(new Asked(
                        Group.PARENT, true, person("parent-9"), Optional.empty(), TODAY, Optional.of(ELECTED), false)))
                .isEqualTo(new Refused<>(new SeatEndsBeforeItBegins(Group.PARENT, TODAY, ELECTED)));
        assertThat(seated(Optional.empty(), CO_CHAIR, nine().subList(1, 9)))
                .isEqualTo(new Refused<>(new PrincipalMissing()));
        assertThat(seated(Optional.empty(), PRINCIPAL, nine()))
                .isEqualTo(new Refused<>(new CoChairNotSeated("principal")));
        assertThat(seated(Optional.empty(), person("parent-5"), nine()))
                .isEqualTo(new Refused<>(new CoChairNotSeated("parent-5")));
    }

    @Test
    void a_parent_who_works_at_the_school_is_not_seated_and_a_teacher_is() {
        assertThat(with(new Asked(Group.PARENT, true, person("aide"), Optional.empty(), TODAY, Optional.empty(), true)))
                .isEqualTo(new Refused<>(new ConductRefusal.ParentOnStaff("aide")));
        assertThat(with(new Asked(
                        Group.TEACHER, true, person("aide"), Optional.empty(), TODAY, Optional.empty(), true)))
                .matches(decision -> decision instanceof Accepted<Council>);
    }

    @Test
    void an_alternate_is_present_only_for_somebody_who_is_absent() {
        Council council = council();
        Set<SeatId> allTeachers = ids(council, "teacher-1", "teacher-2", "teacher-3", "teacher-4", "teacher-5");
        Set<SeatId> oneMissing = ids(council, "teacher-1", "teacher-2", "teacher-3", "teacher-5");

        assertThat(council.present(allTeachers, TODAY))
                .isEqualTo(new Refused<>(new AlternateWithoutAbsence(Group.TEACHER, 1, 0)));
        assertThat(council.present(oneMissing, TODAY).orRefuse().state()).hasSize(4);
        assertThat(council.present(oneMissing, ELECTED.minusDays(1)))
                .matches(decision -> decision instanceof Refused<List<Seat>>(NotSittingThen _));
    }

    private static Decision<Council> with(Asked more) {
        List<Asked> asked = new ArrayList<>(nine());
        asked.add(more);
        return seated(Optional.empty(), CO_CHAIR, asked);
    }

    private static Decision<Council> seated(Optional<Council> before, Person coChair, List<Asked> asked) {
        var ids = before.isEmpty() ? School.ids() : otherIds();
        return Council.seat(before, CODE, new Seating(SMALL, coChair, asked), RULES.places(SMALL), ids, TODAY, NOW);
    }

    private static Ids otherIds() {
        var first = School.ids();
        return () -> new UUID(2, first.next().getLeastSignificantBits());
    }

    static Set<SeatId> ids(Council council, String... subjects) {
        return Stream.of(subjects).map(subject -> seatOf(council, subject).id()).collect(Collectors.toSet());
    }
}
