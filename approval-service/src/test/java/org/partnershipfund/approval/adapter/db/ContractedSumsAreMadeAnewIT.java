package org.partnershipfund.approval.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.PostgresWithoutDocker;

/**
 * Migration V120 counts per contract the newest version once, where older versions were counted as well; V202 counts what was
 * spent beside a version by the first end of each contract, where a settlement was taken for the end.
 */
class ContractedSumsAreMadeAnewIT {

    @Test
    void a_contract_that_went_on_with_newer_versions_counts_once_after_the_migration() throws SQLException {
        try (var server = PostgresWithoutDocker.start()) {
            server.createService("approval");
            migrate(server, "112");
            // The first selection's contract 1 went on with version 2, and contract 2 joined it; the second has none.
            server.execute("approval", """
                    SET session_replication_role = replica;
                    INSERT INTO selection (id, fund_id, fiscal_year, school_code, state, content_version, total_cents,
                                           contracted_cents, modified_at, version)
                    VALUES (id(1), id(9), 2019, '00350001', 'draft', 2, 900, 2300, now(), 1),
                           (id(2), id(9), 2019, '00350001', 'draft', 1, 900, 0, now(), 1);
                    INSERT INTO selection_line (selection_id, place, content_version, id, program_id, program_name,
                                                partner_id, partner_name, service_area, sheet_version, price_code, unit,
                                                unit_price_cents, quantity, pupils, amount_cents, service_from,
                                                service_until)
                    SELECT id(1), number, CASE number WHEN 0 THEN 1 ELSE 2 END, id(10 + number), id(5), 'Homework',
                           id(6), 'Harbor', 'academic', 1, 'year', 'per-year', 900, 1, 30, 900, DATE '2018-09-04',
                           DATE '2019-06-21'
                      FROM generate_series(0, 2) AS number;
                    INSERT INTO selection_contracted (selection_id, place, contract_id, process_id, line_id, program_id,
                                                      amount_cents, contracted_at)
                    VALUES (id(1), 0, id(21), id(31), id(10), id(5), 900, now()),
                           (id(1), 1, id(21), id(31), id(11), id(5), 900, now()),
                           (id(1), 2, id(22), id(32), id(12), id(5), 500, now())
                    """.replaceAll("id\\((.+?)\\)", "lpad(($1)::text, 32, '0')::uuid"));

            migrate(server, "120");

            assertThat(read(server, "SELECT contracted_cents FROM selection ORDER BY id"))
                    .containsExactly("1400", "0");
            assertThat(read(server, "SELECT content_version FROM selection_contracted ORDER BY place"))
                    .containsExactly("1", "2", "2");
        }
    }

    @Test
    void what_was_spent_of_a_settled_contract_counts_beside_what_was_reserved_or_stands_since_its_first_end()
            throws SQLException {
        try (var server = PostgresWithoutDocker.start()) {
            server.createService("approval");
            migrate(server, "200");
            // Contract n ended on 1 October and was settled on 1 December, of selection n; contract 9 of selection 1
            // ended on
            // 1 December. 1 had its money between both, 2 before the first one; 3 and 4 are amended, and what stands
            // had it so.
            server.execute("approval", """
                    SET session_replication_role = replica;
                    INSERT INTO selection (id, fund_id, fiscal_year, school_code, state, content_version, total_cents,
                                           contracted_cents, modified_at, version, submitted_issuer, submitted_subject,
                                           submitted_at, approved_at, reserved_at, standing_version, standing_cents,
                                           standing_submitted_issuer, standing_submitted_subject, standing_submitted_at,
                                           standing_approved_at, standing_reserved_at, amended_because)
                    SELECT id(number), id(9), 2019, '00350001', CASE WHEN amended THEN 'draft' ELSE 'reserved' END,
                           CASE WHEN amended THEN 2 ELSE 1 END, 900, 300, now(), 1, CASE WHEN NOT amended THEN 'i' END,
                           CASE WHEN NOT amended THEN 's' END, CASE WHEN NOT amended THEN at END,
                           CASE WHEN NOT amended THEN at END, CASE WHEN NOT amended THEN at END, CASE WHEN amended THEN 1 END,
                           CASE WHEN amended THEN 900 ELSE 0 END, CASE WHEN amended THEN 'i' END,
                           CASE WHEN amended THEN 's' END, CASE WHEN amended THEN at END, CASE WHEN amended THEN at END,
                           CASE WHEN amended THEN at END, CASE WHEN amended THEN 'more pupils' END
                      FROM (VALUES (1, timestamptz '2018-11-01', false), (2, '2018-09-01', false), (3, '2018-11-01', true),
                                   (4, '2018-09-01', true)) AS one (number, at, amended);
                    INSERT INTO selection_contracted (selection_id, place, contract_id, process_id, line_id, program_id,
                                                      amount_cents, contracted_at, content_version)
                    SELECT id(number), 0, id(number), id(8), id(10 + number), id(5), 500, timestamptz '2018-10-01', 2147483647
                      FROM generate_series(1, 4) AS number
                    UNION ALL
                    SELECT id(number), 1, id(number), id(8), id(20 + number), id(5), 300, '2018-12-01', 2147483647
                      FROM generate_series(1, 4) AS number
                    UNION ALL
                    SELECT id(1), 2, id(9), id(8), id(30), id(5), 70, '2018-12-01', 2147483647
                    """.replaceAll("id\\(([0-9a-z+ ]+)\\)", "lpad(($1)::text, 32, '0')::uuid"));
            migrate(server, "201");
            assertThat(read(server, "SELECT spent_beside_cents FROM selection ORDER BY id"))
                    .containsExactly("0", "0", "300", "300");

            migrate(server, "202");

            assertThat(read(server, "SELECT spent_beside_cents FROM selection ORDER BY id"))
                    .containsExactly("300", "0", "300", "300");
            assertThat(read(server, "SELECT standing_spent_beside_cents FROM selection ORDER BY id"))
                    .containsExactly("0", "0", "300", "0");
        }
    }

    private static void migrate(PostgresWithoutDocker server, String target) {
        Flyway.configure()
                .dataSource(server.url("approval"), "approval_owner", PostgresWithoutDocker.PASSWORD)
                .locations("db/foundation", "db/migration")
                .placeholders(Map.of("app_role", "approval_app", "relay_role", "relay"))
                .target(target)
                .load()
                .migrate();
    }

    private static List<String> read(PostgresWithoutDocker server, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var connection = DriverManager.getConnection(
                        server.url("approval"), "approval_owner", PostgresWithoutDocker.PASSWORD);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
