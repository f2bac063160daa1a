package org.partnershipfund.procurement.adapter.db;

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
 * Migration V130 values what was awarded before by what the award asks of the lines that are still with it; V184 gives lines of
 * completed contracts back what was awarded, where it had become what was paid.
 */
class AwardsAreValuedByTheirLinesIT {

    @Test
    void an_award_is_worth_what_it_asks_of_those_who_stayed_all_years_and_what_is_not_awarded_stays_as_it_was()
            throws SQLException {
        try (var server = PostgresWithoutDocker.start()) {
            server.createService("procurement");
            migrate(server, "114");
            // Two years: one line of 300 stayed, one of 200 left; everybody left the second; the third is open.
            server.execute(
                    "procurement", """
                    SET session_replication_role = replica;
                    INSERT INTO contracting_process (id, fund_id, fiscal_year, program_id, partner_id, service_area, route,
                                                     state, document)
                    SELECT id(number), id(9), 2019, id(5), id(6), 'tutoring', 'competition',
                           CASE number WHEN 3 THEN 'open' ELSE 'awarded' END,
                           '{"opening": {"termYears": 2, "own": {"cents": 1400}, "value": {"cents": 1500}}}'
                      FROM generate_series(1, 3) AS number;
                    INSERT INTO reserved_line (commitment_id, selection_id, version, line_id, fund_id, fiscal_year,
                                               school_code, program_id, program_name, partner_id, partner_name,
                                               service_area, amount_cents, state, process_id, awarded_cents)
                    SELECT id(20 + number), id(30 + number), 1, id(40 + number), id(9), 2019, '00350001', id(5), 'Club',
                           id(6), 'Harbor', 'tutoring', 400, CASE number WHEN 1 THEN 'held' ELSE 'released' END,
                           id(CASE number WHEN 3 THEN 2 ELSE 1 END), CASE number WHEN 1 THEN 300 ELSE 200 END
                      FROM generate_series(1, 3) AS number
                    """.replaceAll("id\\((CASE .+? END|.+?)\\)", "lpad(($1)::text, 32, '0')::uuid"));

            migrate(server, "130");

            assertThat(read(server, """
                            SELECT concat_ws(' ', document #>> '{opening,own,cents}', document #>> '{opening,value,cents}',
                                             version)
                              FROM contracting_process ORDER BY id""")).containsExactly("600 700 2", "0 100 2", "1400 1500 1");
        }
    }

    @Test
    void lines_of_a_completed_contract_have_what_was_awarded_again_and_what_was_paid_beside_it() throws SQLException {
        try (var server = PostgresWithoutDocker.start()) {
            server.createService("procurement");
            migrate(server, "183");
            // Two years. Agreed were 400 and 300; paid 250 and nothing, so that 250 and a released line were left. The
            // other
            // process has a contract that goes on.
            server.execute("procurement", """
                    SET session_replication_role = replica;
                    INSERT INTO contracting_process (id, fund_id, fiscal_year, program_id, partner_id, service_area, route,
                                                     state, document)
                    SELECT id(number), id(9), 2019, id(5), id(6), 'tutoring', 'sole-source', 'awarded',
                           '{"opening": {"termYears": 2, "own": {"cents": 500}, "value": {"cents": 600}}}'
                      FROM generate_series(1, 2) AS number;
                    INSERT INTO contract (id, process_id, fund_id, partner_id, amount_cents, state, executed_at, document)
                    SELECT id(10 + number), id(number), id(9), id(6), 700,
                           CASE number WHEN 1 THEN 'completed' ELSE 'executed' END, now(), '{"executed": {"terms": {"shares": [
                               {"reservation": {"value": "00000000-0000-0000-0000-000000000021"}, "amount": {"cents": 400}},
                               {"reservation": {"value": "00000000-0000-0000-0000-000000000022"}, "amount": {"cents": 300}}
                           ]}}}'
                      FROM generate_series(1, 2) AS number;
                    INSERT INTO contract_share (contract_id, line_id, selection_id, fund_id, school_code, amount_cents,
                                                reservation_id)
                    VALUES (id(11), id(41), id(31), id(9), '00350001', 250, id(21)),
                           (id(11), id(42), id(32), id(9), '00350002', 0, id(22));
                    INSERT INTO reserved_line (commitment_id, selection_id, version, line_id, fund_id, fiscal_year,
                                               school_code, program_id, program_name, partner_id, partner_name,
                                               service_area, amount_cents, state, process_id, contract_id, awarded_cents)
                    SELECT id(20 + number), id(30 + number), 1, id(40 + number), id(9), 2019, '00350001', id(5), 'Club',
                           id(6), 'Harbor', 'tutoring', CASE number WHEN 1 THEN 250 ELSE 400 END,
                           CASE number WHEN 2 THEN 'released' ELSE 'encumbered' END,
                           id(CASE number WHEN 3 THEN 2 ELSE 1 END), id(CASE number WHEN 3 THEN 12 ELSE 11 END),
                           CASE number WHEN 1 THEN 250 ELSE 300 END
                      FROM generate_series(1, 3) AS number
                    """.replaceAll(
                            "id\\((CASE .+? END|[0-9a-z+ ]+)\\)", "lpad(($1)::text, 32, '0')::uuid"));

            migrate(server, "184");

            assertThat(
                            read(
                                    server,
                                    "SELECT concat_ws(' ', awarded_cents, paid_cents) FROM reserved_line ORDER BY commitment_id"))
                    .containsExactly("400 250", "300 0", "300");
            assertThat(read(server, """
                            SELECT concat_ws(' ', document #>> '{opening,own,cents}', document #>> '{opening,value,cents}',
                                             version)
                              FROM contracting_process ORDER BY id""")).containsExactly("1400 1500 2", "500 600 1");
        }
    }

    private static void migrate(PostgresWithoutDocker server, String target) {
        Flyway.configure()
                .dataSource(server.url("procurement"), "procurement_owner", PostgresWithoutDocker.PASSWORD)
                .locations("db/foundation", "db/migration")
                .placeholders(Map.of("app_role", "procurement_app", "relay_role", "relay"))
                .target(target)
                .load()
                .migrate();
    }

    private static List<String> read(PostgresWithoutDocker server, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var connection = DriverManager.getConnection(
                        server.url("procurement"), "procurement_owner", PostgresWithoutDocker.PASSWORD);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
