package org.partnershipfund.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.process.StartFailedException;
import org.postgresql.PGConnection;

/**
 * One database per service with an owner that migrates and an application role that cannot change tables; one relay
 * role that reads the log. Running it again changes nothing but passwords.
 */
public final class Databases {

    private final Logins logins;

    public Databases(Logins logins) {
        this.logins = logins;
    }

    /** Creates what is missing. */
    public void prepare() {
        try (var connection = logins.administrator("postgres")) {
            role(connection, Logins.RELAY, "LOGIN REPLICATION");
            for (var service : Service.values()) {
                role(connection, service.ownerRole(), "LOGIN");
                role(connection, service.appRole(), "LOGIN");
                if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", service.word())) {
                    run(connection, "CREATE DATABASE %s OWNER %s".formatted(service.word(), service.ownerRole()));
                }
                run(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(service.word()));
                run(
                        connection,
                        "GRANT CONNECT ON DATABASE %s TO %s, %s"
                                .formatted(service.word(), service.appRole(), Logins.RELAY));
            }
        } catch (SQLException e) {
            throw new StartFailedException("the databases cannot be prepared: " + e.getMessage(), e);
        }
        for (var service : Service.values()) {
            prepareSchema(service);
        }
    }

    /** Creates a database that belongs to a role of the same name, which may do there what it likes. */
    public void prepareOwned(String name) {
        try (var connection = logins.administrator("postgres")) {
            role(connection, name, "LOGIN");
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                run(connection, "CREATE DATABASE %s OWNER %s".formatted(name, name));
            }
            run(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
        } catch (SQLException e) {
            throw new StartFailedException("the database " + name + " cannot be prepared: " + e.getMessage(), e);
        }
    }

    private void prepareSchema(Service service) {
        try (var connection = logins.administrator(service.word())) {
            run(connection, "ALTER SCHEMA public OWNER TO " + service.ownerRole());
            run(connection, "GRANT USAGE ON SCHEMA public TO %s, %s".formatted(service.appRole(), Logins.RELAY));
        } catch (SQLException e) {
            throw new StartFailedException(
                    "the database of " + service.module() + " cannot be prepared: " + e.getMessage(), e);
        }
    }

    private void role(Connection connection, String name, String attributes) throws SQLException {
        var verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name) ? "ALTER" : "CREATE";
        run(connection, "%s ROLE %s %s".formatted(verb, name, attributes));
        // The driver computes the verifier, so that no password can land in the server's log.
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(name, logins.password(name).toCharArray(), "scram-sha-256");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var _ = statement.execute(sql);
        }
    }
}
