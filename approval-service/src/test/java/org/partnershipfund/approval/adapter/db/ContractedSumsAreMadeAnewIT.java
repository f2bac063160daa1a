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

/** Migration V120 counts per contract the newest version once, where older versions were counted as well. */
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
