package org.partnershipfund.portfolio.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.PostgresWithoutDocker;

/** Policy catalogue §8: what a partner's programs were paid, where others were paid by the thousand. */
class FundingOfOnePartnerIT {

    private static final UUID PARTNER = new UUID(0, 1);
    private static final Set<String> PAYMENTS = Set.of("heard_payment", "heard_part", "heard_return");

    /** A partner with one contract: one invoice paid whole, one in two parts, one of them refunded; 5,000 contracts of others. */
    private static final String FILL =
            """
            SET session_replication_role = replica;
            INSERT INTO program (id, partner_id, name, service_area, description, grades, capacity, registered_at, modified_at,
                                 version)
            SELECT id(10 + n), id(n), 'Club', 'academic', 'A club', 'K', 10, now(), now(), 1 FROM generate_series(1, 2) AS n;
            INSERT INTO heard_contract (contract_id, program_id, fiscal_year, cents, ends_on)
            SELECT id(100 + n), id(CASE n WHEN 0 THEN 11 ELSE 12 END), 2019, 9000, DATE '2019-06-30'
              FROM generate_series(0, 5000) AS n;
            INSERT INTO heard_payment SELECT id(10000 + n), id(100 + n), 500 FROM generate_series(0, 5000) AS n;
            INSERT INTO heard_part SELECT id(20000 + n), id(30000 + n % 5001), id(100 + n % 5001), 70
              FROM generate_series(0, 10001) AS n;
            INSERT INTO heard_return SELECT id(40000 + n), id(100 + n), 30 FROM generate_series(0, 5000) AS n;
            ANALYZE
            """.replaceAll("id\\((CASE .+? END|[0-9n+% ]+)\\)", "lpad(($1)::text, 32, '0')::uuid");

    @Test
    void what_one_partner_was_paid_is_added_up_without_reading_what_others_were_paid() throws Exception {
        try (var server = PostgresWithoutDocker.start()) {
            server.createService("portfolio");
            var _ = Flyway.configure()
                    .dataSource(server.url("portfolio"), "portfolio_owner", PostgresWithoutDocker.PASSWORD)
                    .locations("db/foundation", "db/migration")
                    .placeholders(Map.of("app_role", "portfolio_app", "relay_role", "relay"))
                    .load()
                    .migrate();
            server.execute("portfolio", FILL);

            try (var connection = DriverManager.getConnection(
                    server.url("portfolio"), "portfolio_app", PostgresWithoutDocker.PASSWORD)) {
                try (var funding = connection.prepareStatement(SqlProgramFundings.LIST)) {
                    ResultSet found = asked(funding);
                    assertThat(found.next()).isTrue();
                    assertThat(found.getLong("contracted")).isEqualTo(9000);
                    assertThat(found.getLong("paid")).isEqualTo(500 + 2 * 70 - 30);
                    assertThat(found.next()).isFalse();
                }
                assertThat(read(connection)).isLessThan(10);
            }
        }
    }

    /** How many rows of payments the statement looks at. */
    private static long read(Connection connection) throws Exception {
        try (var explain =
                connection.prepareStatement("EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " + SqlProgramFundings.LIST)) {
            ResultSet plan = asked(explain);
            assertThat(plan.next()).isTrue();
            List<JsonNode> nodes =
                    new ObjectMapper().readTree(plan.getString(1)).findParents("Relation Name");
            return nodes.stream()
                    .filter(node -> PAYMENTS.contains(node.get("Relation Name").asText()))
                    .mapToLong(node -> node.get("Actual Loops").asLong()
                            * (node.get("Actual Rows").asLong()
                                    + node.path("Rows Removed by Filter").asLong()))
                    .sum();
        }
    }

    private static ResultSet asked(PreparedStatement statement) throws Exception {
        statement.setObject(1, PARTNER);
        statement.setNull(2, Types.INTEGER);
        statement.setNull(3, Types.INTEGER);
        statement.setInt(4, Integer.MIN_VALUE);
        statement.setObject(5, new UUID(0, 0));
        statement.setInt(6, 50);
        return statement.executeQuery();
    }
}
