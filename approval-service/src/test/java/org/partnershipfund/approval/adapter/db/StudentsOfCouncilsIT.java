package org.partnershipfund.approval.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.person;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.person.Person;

/** Policy approval §17.2: who is told of as a student, whatever council they sit or sat on. */
class StudentsOfCouncilsIT {

    private static final Person NOW_SEATED = person("student-1");
    private static final Person LONG_GONE = person("student-2");
    private static final Person TEACHER = person("teacher-1");

    @Test
    void students_of_all_councils_are_known_also_when_they_sit_no_longer() throws SQLException {
        try (var database = ApprovalDatabase.start()) {
            seat(database, "00350001", "student", NOW_SEATED, null);
            seat(database, "00350002", "student", LONG_GONE, LocalDate.of(2016, 6, 30));
            seat(database, "00350003", "teacher", TEACHER, null);
            var students = new JdbcStudents(database.sql);
            var elsewhere = new Person("http://another.example", NOW_SEATED.subject());

            assertThat(students.among(List.of(NOW_SEATED, LONG_GONE, LONG_GONE, TEACHER, elsewhere, person("nobody"))))
                    .containsExactlyInAnyOrder(NOW_SEATED, LONG_GONE);
            assertThat(students.among(List.of(TEACHER))).isEmpty();
            assertThat(students.among(List.of())).isEmpty();
        }
    }

    private static void seat(
            ApprovalDatabase database, String school, String group, Person member, @Nullable LocalDate until) {
        database.sql.updateOne("""
                INSERT INTO council (school_code, staff_size, parent_parity, high_school, co_chair_issuer,
                                     co_chair_subject, modified_at, version)
                VALUES (?, 28, 'equal-to-staff-reps', true, 'http://issuer.example', 'parent-1', now(), 1)
                """, school);
        database.sql.updateOne("""
                INSERT INTO council_seat (school_code, place, id, member_group, alternate, issuer, subject, valid_from,
                                          valid_until)
                VALUES (?, 0, ?, ?, false, ?, ?, DATE '2015-10-15', ?)
                """, school, UUID.randomUUID(), group, member.issuer(), member.subject(), until);
    }
}
