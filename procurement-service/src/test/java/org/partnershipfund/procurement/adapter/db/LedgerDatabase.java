package org.partnershipfund.procurement.adapter.db;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.procurement.ledger.Account;
import org.partnershipfund.procurement.ledger.Move;
import org.partnershipfund.testkit.PostgresWithoutDocker;

/** A migrated procurement database without Quarkus; everything in it is done as the application role. */
final class LedgerDatabase implements AutoCloseable {

    private static final AtomicLong SCHOOLS = new AtomicLong(1);

    private final PostgresWithoutDocker server;
    private final String url;

    private LedgerDatabase(PostgresWithoutDocker server) {
        this.server = server;
        this.url = server.url("procurement");
    }

    static LedgerDatabase start() {
        var server = PostgresWithoutDocker.start();
        server.createService("procurement");
        Flyway.configure()
                .dataSource(server.url("procurement"), "procurement_owner", PostgresWithoutDocker.PASSWORD)
                .locations("db/foundation", "db/migration")
                .placeholders(Map.of("app_role", "procurement_app", "relay_role", "relay"))
                .load()
                .migrate();
        return new LedgerDatabase(server);
    }

    /** As the application. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection(url, "procurement_app", PostgresWithoutDocker.PASSWORD);
    }

    /** As the role that migrates. */
    Connection ownersConnection() throws SQLException {
        return DriverManager.getConnection(url, "procurement_owner", PostgresWithoutDocker.PASSWORD);
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                LedgerDatabase.class.getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, _) -> {
                    if (method.getName().equals("getConnection")) {
                        return connection();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Breaks something that no role of ours could, to see whether the books notice. */
    void tamper(String sql) {
        server.execute("procurement", "SET session_replication_role = replica; " + sql);
    }

    UUID fund(long poolCents) throws SQLException {
        UUID fund = UUID.randomUUID();
        try (var connection = connection();
                var insert = connection.prepareStatement("""
                        INSERT INTO remembered_fund (id, name, fiscal_year, pool_cents, account, fund, program, subclass)
                        VALUES (?, 'A fund', 2019, ?, '52907', '100', '2536', '000')
                        """)) {
            insert.setObject(1, fund);
            insert.setLong(2, poolCents);
            insert.executeUpdate();
        }
        return fund;
    }

    /** An empty line of another school each time. */
    UUID line(UUID fund) throws SQLException {
        UUID line = UUID.randomUUID();
        try (var connection = connection();
                var insert = connection.prepareStatement("""
                        INSERT INTO budget_line (id, fund_id, fiscal_year, school_code, school_name, account, fund,
                                                 responsibility_centre, program, subclass, opened_at)
                        VALUES (?, ?, 2019, ?, 'A school', '52907', '100', '101203', '2536', '000', now())
                        """)) {
            insert.setObject(1, line);
            insert.setObject(2, fund);
            insert.setString(3, "%08d".formatted(SCHOOLS.getAndIncrement()));
            insert.executeUpdate();
        }
        return line;
    }

    /** A line with money that was voted. */
    UUID appropriatedLine(long cents) throws SQLException {
        UUID line = line(fund(cents));
        try (var connection = connection()) {
            insert(connection, new Slip(line, Move.PLAN, cents, null, null));
            insert(connection, new Slip(line, Move.APPROPRIATE, cents, null, null));
        }
        return line;
    }

    /** Writes one transfer, whatever it says; the database decides. */
    static void insert(Connection connection, Slip slip) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO transfer (id, line_id, debit, credit, cents, opens, resolves, cause, reason, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'test', 'test', now())
                """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, slip.line());
            insert.setString(3, slip.move().debit().word());
            insert.setString(4, slip.move().credit().word());
            insert.setLong(5, slip.cents());
            insert.setObject(6, slip.opens(), Types.OTHER);
            insert.setObject(7, slip.resolves(), Types.OTHER);
            insert.executeUpdate();
        }
    }

    long cents(UUID line, Account account) throws SQLException {
        return number("SELECT %s_cents FROM budget_line WHERE id = '%s'".formatted(account.word(), line));
    }

    long number(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** One transfer as it would be written. */
    record Slip(
            UUID line,
            Move move,
            long cents,
            @Nullable UUID opens,
            @Nullable UUID resolves) {}

    /** What PostgreSQL calls a broken CHECK, a missing reference, a missing right, a circle of waiting. */
    static final String CHECK = "23514";

    static final String REFERENCE = "23503";
    static final String RIGHT = "42501";
    static final String DEADLOCK = "40P01";

    static final List<String> RULES = List.of(CHECK, REFERENCE);
}
