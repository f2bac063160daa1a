package org.partnershipfund.local.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.Settings;

/** Who may log in to PostgreSQL, with which password, and connections for the launcher's own work. */
public final class Logins {

    public static final String ADMINISTRATOR = "postgres";

    /** The role the relay reads every event_log with. */
    public static final String RELAY = "relay";

    private static final String TIMEOUT_SECONDS = "5";

    private final Place place;
    private final Secrets secrets;

    public Logins(Place place, Secrets secrets) {
        this.place = place;
        this.secrets = secrets;
    }

    /** A connection that may do everything, to the named database. */
    public Connection administrator(String database) throws SQLException {
        return connect(
                database,
                place.settings().value(Settings.EXTERNAL_POSTGRES_USER).orElse(ADMINISTRATOR),
                administratorPassword());
    }

    /** A connection as the service itself has it. */
    public Connection application(Service service) throws SQLException {
        return connect(service.word(), service.appRole(), password(service.appRole()));
    }

    String administratorPassword() {
        return place.settings()
                .value(Settings.EXTERNAL_POSTGRES_PASSWORD)
                .orElseGet(() -> secrets.password(ADMINISTRATOR));
    }

    /** The password of a role. */
    public String password(String role) {
        return secrets.password(role);
    }

    private Connection connect(String database, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
        properties.setProperty("ApplicationName", "fund");
        return DriverManager.getConnection(place.jdbcUrl(database), properties);
    }
}
