package org.partnershipfund.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** A real PostgreSQL from a Maven artifact (Zonky's binaries): no Docker, no installed server; also as root. */
public final class PostgresWithoutDocker implements AutoCloseable {

    /** The password of every role in tests. */
    public static final String PASSWORD = "test";

    /** The superuser of the test server; the services never log in as it. */
    public static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres server;

    private PostgresWithoutDocker(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts a server on a free port, with logical decoding as the relay needs it. */
    public static PostgresWithoutDocker start() {
        return start(Map.of());
    }

    /** The same, and it speaks TLS to whoever asks for it, with this certificate. */
    public static PostgresWithoutDocker startWithTls(ServerCertificate certificate) {
        return start(certificate.postgresSettings());
    }

    private static PostgresWithoutDocker start(Map<String, String> more) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setServerConfig("wal_level", "logical")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .setPGStartupWait(Duration.ofSeconds(60));
            more.forEach(builder::setServerConfig);
            PostgresWithoutDocker postgres = new PostgresWithoutDocker(builder.start());
            postgres.execute("postgres", "CREATE ROLE relay LOGIN REPLICATION PASSWORD '%s'".formatted(PASSWORD));
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL", e);
        }
    }

    /** Creates the database of a service with its two roles: the owner, who migrates, and the application. */
    public void createService(String service) {
        execute("postgres", "CREATE ROLE %s_owner LOGIN PASSWORD '%s'".formatted(service, PASSWORD));
        execute("postgres", "CREATE ROLE %s_app LOGIN PASSWORD '%s'".formatted(service, PASSWORD));
        execute("postgres", "CREATE DATABASE %1$s OWNER %1$s_owner".formatted(service));
        execute(service, "ALTER SCHEMA public OWNER TO %s_owner".formatted(service));
    }

    /** The JDBC address of a database on this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database);
    }

    /** Runs one statement as superuser. */
    public void execute(String database, String sql) {
        try (Connection connection = server.getDatabase(SUPERUSER, database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot run: " + sql, e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop PostgreSQL", e);
        }
    }
}
