package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.council;
import static org.partnershipfund.approval.fixtures.School.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.Group;
import org.partnershipfund.approval.council.Seat;
import org.partnershipfund.approval.council.SeatId;
import org.partnershipfund.approval.history.Happening.Seen;
import org.partnershipfund.approval.person.Person;

/** Policy approval §17.2: adults are told of as persons, students as students. */
class AdultsTest {

    private static final Person STUDENT = person("student-1");
    private static final Person GRADUATE = person("student-2");

    @Test
    void everybody_but_students_is_shown_and_a_student_of_one_issuer_is_nobody_of_another() {
        var elsewhere = new Person("http://another.example", STUDENT.subject());
        Set<Person> known = Set.of(STUDENT, GRADUATE);
        var adults =
                new Adults(people -> people.stream().filter(known::contains).collect(Collectors.toSet()));

        Adults.Shown shown = adults.among(List.of(STUDENT, elsewhere, person("teacher-1")));

        assertThat(shown.of(STUDENT)).isNull();
        assertThat(shown.of(elsewhere)).isEqualTo(PersonJson.of(elsewhere));
        assertThat(shown.of(person("teacher-1"))).isEqualTo(PersonJson.of(person("teacher-1")));
    }

    @Test
    void the_history_tells_of_students_of_the_council_as_students_also_years_later() {
        for (Person student : List.of(STUDENT, GRADUATE)) {
            HistoryJson told = HistoryJson.of(new Seen(NOW, 2, student), withStudents());

            assertThat(told.by()).isNull();
            assertThat(told.name()).isEqualTo("Student");
        }
        assertThat(HistoryJson.of(new Seen(NOW, 2, person("superintendent")), withStudents())
                        .by())
                .isEqualTo(PersonJson.of(person("superintendent")));
    }

    private static Council withStudents() {
        Council council = council();
        List<Seat> seats = new ArrayList<>(council.seats());
        seats.add(student(1, STUDENT, Optional.empty()));
        seats.add(student(2, GRADUATE, Optional.of(LocalDate.of(2016, 6, 30))));
        return new Council(council.school(), council.constitution(), council.coChair(), seats);
    }

    private static Seat student(int number, Person member, Optional<LocalDate> until) {
        return new Seat(
                new SeatId(new UUID(9, number)),
                Group.STUDENT,
                number == 2,
                member,
                Optional.of("A. Pupil"),
                LocalDate.of(2015, 10, 15),
                until);
    }
}
