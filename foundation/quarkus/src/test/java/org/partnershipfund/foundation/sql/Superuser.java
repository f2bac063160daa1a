package org.partnershipfund.foundation.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;

/** What only the database's administrator, or the relay, can do; tests alone log in as them. */
public final class Superuser {

    private Superuser() {}

    /** Runs one statement as superuser in the service's database. */
    public static void execute(String sql) {
        as(setting("testkit.postgres.superuser"), sql);
    }

    /** Runs one statement as the relay. */
    public static void executeAsRelay(String sql) {
        as("relay", sql);
    }

    /** A connection to the service's database. */
    public static Connection connect(String user) throws SQLException {
        return DriverManager.getConnection(setting("testkit.postgres.url"), user, setting("testkit.postgres.password"));
    }

    private static void as(String user, String sql) {
        try (Connection connection = connect(user);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot run: " + sql, e);
        }
    }

    /** A setting of the test run. */
    public static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
