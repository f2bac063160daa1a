package org.partnershipfund.approval.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.TODAY;
import static org.partnershipfund.approval.fixtures.School.person;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.SchoolCode;

/** Policy approval §14.6: which schools a superintendent sees besides their own. */
class WhichSchoolsWereLentIT {

    private static final SchoolCode HARBOR = new SchoolCode("00350001");
    private static final SchoolCode HILL = new SchoolCode("00350002");
    private static final Person DELEGATE = person("delegate");
    private static final Person CFO = person("cfo");

    @Test
    void a_step_of_an_office_lends_the_schools_where_it_is_open() throws SQLException {
        try (var database = ApprovalDatabase.start()) {
            var supervisors = new JdbcSupervisors(database.sql);
            UUID open = submitted(database, HARBOR, "cfo");
            var _ = submitted(database, HILL, "cfo");
            var _ = submitted(database, new SchoolCode("00350003"), "completeness");
            delegate(database, "cfo", null, TODAY.plusDays(3));

            assertThat(supervisors.lentTo(DELEGATE, TODAY)).containsExactlyInAnyOrder(HARBOR, HILL);
            assertThat(supervisors.lentTo(DELEGATE, TODAY.minusDays(1))).isEmpty();
            assertThat(supervisors.lentTo(DELEGATE, TODAY.plusDays(3))).hasSize(2);
            assertThat(supervisors.lentTo(DELEGATE, TODAY.plusDays(4))).isEmpty();
            assertThat(supervisors.lentTo(CFO, TODAY)).isEmpty();

            database.sql.updateOne("DELETE FROM open_step WHERE selection_id = ?", open);
            assertThat(supervisors.lentTo(DELEGATE, TODAY)).containsExactly(HILL);
            database.sql.updateOne("""
                    UPDATE delegation SET revoked_issuer = 'http://issuer.example', revoked_subject = 'cfo',
                                          revoked_at = now()
                    """);
            assertThat(supervisors.lentTo(DELEGATE, TODAY)).isEmpty();
        }
    }

    @Test
    void of_some_schools_only_those_are_lent() throws SQLException {
        try (var database = ApprovalDatabase.start()) {
            var _ = submitted(database, HARBOR, "cfo");
            var _ = submitted(database, HILL, "cfo");
            delegate(database, "cfo", HILL, TODAY);

            assertThat(new JdbcSupervisors(database.sql).lentTo(DELEGATE, TODAY))
                    .containsExactly(HILL);
        }
    }

    @Test
    void a_step_that_was_given_to_the_next_one_is_nothing_of_the_one_before() throws SQLException {
        try (var database = ApprovalDatabase.start()) {
            var supervisors = new JdbcSupervisors(database.sql);
            UUID selection = submitted(database, HARBOR, "superintendent");
            Person first = person("first");
            Person second = person("second");

            reassign(database, selection, 1, first);
            assertThat(supervisors.lentTo(first, TODAY)).containsExactly(HARBOR);
            reassign(database, selection, 2, second);
            assertThat(supervisors.lentTo(first, TODAY)).isEmpty();
            assertThat(supervisors.lentTo(second, TODAY)).containsExactly(HARBOR);
            reassign(database, selection, 3, first);
            assertThat(supervisors.lentTo(first, TODAY)).containsExactly(HARBOR);
            assertThat(supervisors.lentTo(second, TODAY)).isEmpty();
        }
    }

    private static UUID submitted(ApprovalDatabase database, SchoolCode school, String step) {
        UUID id = UUID.randomUUID();
        UUID fund = database.fund().value();
        database.sql.updateOne("""
                INSERT INTO selection (id, fund_id, fiscal_year, school_code, state, waits_for, content_version, total_cents,
                                       submitted_issuer, submitted_subject, submitted_at, modified_at, version)
                VALUES (?, ?, 2019, ?, 'submitted', ?, 1, 100, 'http://issuer.example', 'principal', now(), now(), 1)
                """, id, fund, school.value(), step);
        database.sql.updateOne("""
                INSERT INTO open_step (selection_id, step, fund_id, school_code, content_version, stage, since)
                VALUES (?, ?, ?, ?, 1, 1, now())
                """, id, step, fund, school.value());
        return id;
    }

    private static void delegate(ApprovalDatabase database, String step, @Nullable SchoolCode only, LocalDate until) {
        database.sql.updateOne(
                """
                INSERT INTO delegation (id, issuer, subject, to_issuer, to_subject, step, schools, valid_from, valid_until,
                                        reason, delegated_at, modified_at, version)
                SELECT gen_random_uuid(), ?, ?, ?, ?, ?, CASE WHEN school IS NOT NULL THEN ARRAY[school] END, ?, ?, 'on leave',
                       now(), now(), 1
                  FROM (VALUES (?::text)) AS asked (school)
                """,
                CFO.issuer(),
                CFO.subject(),
                DELEGATE.issuer(),
                DELEGATE.subject(),
                step,
                TODAY,
                until,
                only == null ? null : only.value());
    }

    private static void reassign(ApprovalDatabase database, UUID selection, int place, Person to) {
        database.sql.updateOne("""
                INSERT INTO step_reassignment (selection_id, content_version, place, to_issuer, to_subject, reason, issuer,
                                               subject, reassigned_at)
                VALUES (?, 1, ?, ?, ?, 'on leave', 'http://issuer.example', 'partnerships-team', now())
                """, selection, place, to.issuer(), to.subject());
    }
}
