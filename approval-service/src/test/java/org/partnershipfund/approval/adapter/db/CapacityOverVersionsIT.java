package org.partnershipfund.approval.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.NOW;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.kernel.FiscalYear;

/** Policy approval §10: of an amended selection the larger of both versions counts, program by program. */
class CapacityOverVersionsIT {

    private static final FiscalYear FY2019 = new FiscalYear(2019);
    private static final SelectionId ANOTHER = new SelectionId(UUID.randomUUID());

    @Test
    void a_selection_takes_of_a_programs_capacity_what_the_policy_page_says() throws SQLException {
        try (var database = ApprovalDatabase.start()) {
            var selections = database.selections(NOW);
            var capacity = new CapacityTaken(database.sql);
            for (List<String> row :
                    PolicyPage.table("approval.md", "What another school's selection takes of a program's capacity")) {
                var program = new ProgramId(UUID.randomUUID());
                var id = new SelectionId(UUID.randomUUID());
                boolean amended = !row.get(2).isEmpty();
                selection(database, id, row.get(0), amended);
                lines(database, id, amended ? 2 : 1, program, row.get(1));
                lines(database, id, 1, program, row.get(2));
                capacity.keep(id);

                assertThat(selections.pupils(FY2019, List.of(program), ANOTHER).getOrDefault(program, 0L))
                        .as("%s", row)
                        .isEqualTo(Long.parseLong(row.get(3)));
                assertThat(selections.pupils(FY2019, List.of(program), id)).isEmpty();
                assertThat(selections.pupils(new FiscalYear(2020), List.of(program), ANOTHER))
                        .isEmpty();
            }
        }
    }

    @Test
    void the_larger_version_of_each_program_counts_and_selections_add_up() throws SQLException {
        try (var database = ApprovalDatabase.start()) {
            var selections = database.selections(NOW);
            var capacity = new CapacityTaken(database.sql);
            var grows = new ProgramId(UUID.randomUUID());
            var shrinks = new ProgramId(UUID.randomUUID());
            for (int i = 0; i < 2; i++) {
                var id = new SelectionId(UUID.randomUUID());
                selection(database, id, "submitted", true);
                lines(database, id, 1, grows, "30");
                lines(database, id, 1, shrinks, "60");
                lines(database, id, 2, grows, "50");
                lines(database, id, 2, shrinks, "20");
                capacity.keep(id);
            }

            assertThat(selections.pupils(FY2019, List.of(grows, shrinks), ANOTHER))
                    .isEqualTo(Map.of(grows, 100L, shrinks, 120L));
        }
    }

    @Test
    void what_is_withdrawn_gives_its_capacity_back_and_what_shrinks_gives_the_difference() throws SQLException {
        try (var database = ApprovalDatabase.start()) {
            var selections = database.selections(NOW);
            var capacity = new CapacityTaken(database.sql);
            var program = new ProgramId(UUID.randomUUID());
            var id = new SelectionId(UUID.randomUUID());
            selection(database, id, "submitted", true);
            lines(database, id, 1, program, "60");
            lines(database, id, 2, program, "20");
            capacity.keep(id);
            assertThat(selections.pupils(FY2019, List.of(program), ANOTHER)).isEqualTo(Map.of(program, 60L));

            database.sql.updateOne(
                    "UPDATE selection SET standing_version = NULL, standing_submitted_issuer = NULL,"
                            + " standing_submitted_subject = NULL, standing_submitted_at = NULL,"
                            + " standing_approved_at = NULL, amended_because = NULL WHERE id = ?",
                    id.value());
            capacity.keep(id);
            assertThat(selections.pupils(FY2019, List.of(program), ANOTHER)).isEqualTo(Map.of(program, 20L));

            database.sql.updateOne(
                    "UPDATE selection SET state = 'lapsed', lapsed_from = 'draft', lapsed_at = now(), waits_for = NULL,"
                            + " submitted_issuer = NULL, submitted_subject = NULL, submitted_at = NULL WHERE id = ?",
                    id.value());
            capacity.keep(id);
            assertThat(selections.pupils(FY2019, List.of(program), ANOTHER)).isEmpty();
        }
    }

    private static void selection(ApprovalDatabase database, SelectionId id, String state, boolean amended) {
        database.sql.updateOne("""
                WITH asked (id, fund, state, amended) AS (VALUES (?::uuid, ?::uuid, ?, ?)),
                known AS (
                    SELECT *, state IN ('submitted', 'approved', 'reserved') AS handed_in,
                           CASE WHEN state IN ('returned', 'withdrawn') THEN 'council' END AS ended,
                           CASE WHEN amended THEN 'known' END AS stands
                      FROM asked)
                INSERT INTO selection (id, fund_id, fiscal_year, school_code, state, waits_for, content_version, total_cents,
                                       submitted_issuer, submitted_subject, submitted_at, approved_at, reserved_at,
                                       ended_by, ended_reasons, ended_at, lapsed_from, lapsed_at, standing_version,
                                       standing_submitted_issuer, standing_submitted_subject, standing_submitted_at,
                                       standing_approved_at, amended_because, modified_at, version)
                SELECT id, fund, 2019, '00350001', state, CASE state WHEN 'submitted' THEN 'council' END,
                       CASE WHEN amended THEN 2 ELSE 1 END, 100,
                       CASE WHEN handed_in THEN 'http://issuer.example' END, CASE WHEN handed_in THEN 'principal' END,
                       CASE WHEN handed_in THEN now() END, CASE WHEN state IN ('approved', 'reserved') THEN now() END,
                       CASE state WHEN 'reserved' THEN now() END,
                       ended, ended, CASE WHEN ended IS NOT NULL THEN now() END,
                       CASE state WHEN 'lapsed' THEN 'draft' END, CASE state WHEN 'lapsed' THEN now() END,
                       CASE WHEN amended THEN 1 END,
                       stands, stands, CASE WHEN amended THEN now() END, CASE WHEN amended THEN now() END, stands, now(), 1
                  FROM known
                """, id.value(), database.fund().value(), state, amended);
    }

    /** One line for each of the numbers, such as {@code 40 and 30}; none for an empty or absent version. */
    private static void lines(
            ApprovalDatabase database, SelectionId id, int version, ProgramId program, String pupils) {
        if (pupils.isEmpty() || pupils.equals("none")) {
            return;
        }
        for (String number : pupils.split(" and ", -1)) {
            database.sql.updateOne("""
                    INSERT INTO selection_line (selection_id, place, content_version, id, program_id, program_name,
                                                partner_id, partner_name, service_area, sheet_version, price_code, unit,
                                                unit_price_cents, quantity, pupils, amount_cents, service_from,
                                                service_until)
                    SELECT ?, count(*), ?, gen_random_uuid(), ?, 'Homework', gen_random_uuid(), 'Harbor', 'academic', 1,
                           'year', 'per-year', 100, 1, ?, 100, DATE '2018-09-04', DATE '2019-06-21'
                      FROM selection_line WHERE selection_id = ?
                    """, id.value(), version, program.value(), Integer.parseInt(number), id.value());
        }
    }
}
