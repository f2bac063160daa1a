package org.partnershipfund.approval.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.turn.Turns;
import org.partnershipfund.approval.turn.Waiting;
import org.partnershipfund.kernel.FiscalYear;

/** Policy approval §15: what waits for somebody, where thousands of selections wait. */
class TurnsOfManySchoolsIT {

    private static final LocalDate TODAY = LocalDate.of(2018, 1, 15);
    private static final Person SUPERINTENDENT = new Person("http://issuer.example", "superintendent");
    private static final Person OFFICER = new Person("http://issuer.example", "officer");
    private static final int SCHOOLS = 20;
    private static final int SELECTIONS = 1_000;

    @Test
    void page_by_page_a_superintendent_gets_everything_of_their_schools_once_and_what_is_due_first_comes_first()
            throws SQLException {
        try (var database = ApprovalDatabase.start()) {
            fill(database);
            var turns = new JdbcTurns(database.sql);

            List<Waiting> all = pages(turns, asker(SUPERINTENDENT, "instructional-superintendent"), 7);

            // Half of the schools; one of ten was submitted by the superintendent, another was decided by them.
            assertThat(all).hasSize(SELECTIONS / 2 - 2 * SELECTIONS / 20);
            assertThat(all).extracting(Waiting::key).doesNotHaveDuplicates();
            assertThat(all)
                    .isSortedAccordingTo(
                            Comparator.comparing((Waiting one) -> one.until().orElse(Turns.NEVER))
                                    .thenComparing(Waiting::key));
            assertThat(all.stream().filter(one -> one.until().isEmpty()).count())
                    .isPositive();
            assertThat(all).allMatch(one -> Integer.parseInt(one.school().value()) % 2 == 0);
        }
    }

    @Test
    void page_by_page_an_office_gets_everything_of_the_district_once() throws SQLException {
        try (var database = ApprovalDatabase.start()) {
            fill(database);
            int _ = database.sql.update("UPDATE open_step SET step = 'completeness'");
            var turns = new JdbcTurns(database.sql);

            List<Waiting> all = pages(turns, asker(OFFICER, "budget-office"), 90);

            assertThat(all).hasSize(SELECTIONS);
            assertThat(all).extracting(Waiting::key).doesNotHaveDuplicates();
        }
    }

    private static List<Waiting> pages(JdbcTurns turns, Turns.Asker asker, int limit) {
        List<Waiting> all = new ArrayList<>();
        List<Waiting> page = turns.of(asker, Optional.empty(), limit);
        while (!page.isEmpty()) {
            all.addAll(page);
            Waiting last = page.getLast();
            page = turns.of(
                    asker,
                    Optional.of(new Turns.After(
                            last.until().orElse(Turns.NEVER), last.kind().word(), last.key())),
                    limit);
        }
        return all;
    }

    private static Turns.Asker asker(Person person, String role) {
        return new Turns.Asker(person, Set.of(role), TODAY, FiscalYear.of(TODAY), ZoneId.of("America/New_York"));
    }

    /** Every selection waits for a superintendent; a third of them without a deadline. */
    private static void fill(ApprovalDatabase database) {
        FundId fund = database.fund();
        UUID id = fund.value();
        int _ = database.sql.update("""
                INSERT INTO scope_record (issuer, subject, role, school_code, valid_from)
                SELECT ?, ?, 'instructional-superintendent', lpad(n::text, 8, '0'), DATE '2017-07-01'
                  FROM generate_series(0, ? - 1, 2) AS n
                """, SUPERINTENDENT.issuer(), SUPERINTENDENT.subject(), SCHOOLS);
        int _ = database.sql.update(
                """
                INSERT INTO selection (id, fund_id, fiscal_year, school_code, state, waits_for, content_version, total_cents,
                                       submitted_issuer, submitted_subject, submitted_at, modified_at, version)
                SELECT gen_random_uuid(), ?, 2019, lpad((n %% %1$d)::text, 8, '0'), 'submitted', 'superintendent', 1, 100,
                       ?, CASE WHEN n / %1$d %% 10 = 0 THEN ? ELSE 'principal' END, now(), now(), 1
                  FROM generate_series(0, ? - 1) AS n
                """.formatted(SCHOOLS), id, SUPERINTENDENT.issuer(), SUPERINTENDENT.subject(), SELECTIONS);
        int _ = database.sql.update("""
                INSERT INTO open_step (selection_id, step, fund_id, school_code, content_version, stage, since, until)
                SELECT id, 'superintendent', fund_id, school_code, 1, 1, now(),
                       CASE WHEN place % 3 > 0 THEN TIMESTAMPTZ '2018-01-20 00:00:00-05' + (place % 5) * INTERVAL '1 day' END
                  FROM (SELECT *, row_number() OVER () AS place FROM selection) AS s
                """);
        int _ = database.sql.update("""
                INSERT INTO selection_decision (selection_id, place, step, verdict, content_version, digest, reasons, issuer,
                                                subject, decided_at)
                SELECT id, 0, 'council', 'approved', 1, '', '', ?, ?, now()
                  FROM (SELECT *, row_number() OVER (PARTITION BY school_code) AS place FROM selection
                         WHERE submitted_subject = 'principal') AS s
                 WHERE place <= ?
                """, SUPERINTENDENT.issuer(), SUPERINTENDENT.subject(), SELECTIONS / SCHOOLS / 10);
    }
}
