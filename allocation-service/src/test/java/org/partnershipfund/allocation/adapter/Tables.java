package org.partnershipfund.allocation.adapter;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** The tables as the superuser sees them: what a test left behind is removed, what it wrote can be looked at. */
public final class Tables {

    private static final String DEADLOCK = "40P01";

    private Tables() {}

    /** Removes all that the doors wrote, but not the logs, which never forget. */
    public static void empty() {
        while (!isEmptied()) {
            // Somebody who still hears an event, or tells of one, had the tables in another order than we.
        }
    }

    private static boolean isEmptied() {
        try (Connection database = superuser();
                var statement = database.createStatement()) {
            var _ = statement.execute(
                    "TRUNCATE school, enrollment_snapshot, enrollment, index_set, school_index, fund, scenario, allocation, revision, contract_share, contract_standing, invoice_payment, invoice_part, invoice_return, funding_notice, prior_year_funding, index_model, index_model_factor, tract_set, tract, index_computation, computed_index, student_record, idempotency_key");
            return true;
        } catch (SQLException e) {
            if (DEADLOCK.equals(e.getSQLState())) {
                return false;
            }
            throw new IllegalStateException("cannot empty the tables", e);
        }
    }

    /** The first column of a query. */
    public static List<String> texts(String query, Object... arguments) {
        try (Connection database = superuser();
                var statement = database.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<String> found = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read: " + query, e);
        }
    }

    /** Changes what no door can. */
    public static void change(String statement) {
        try (Connection database = superuser();
                var change = database.createStatement()) {
            var _ = change.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot run: " + statement, e);
        }
    }

    private static Connection superuser() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("testkit.postgres.url", String.class),
                config.getValue("testkit.postgres.superuser", String.class),
                config.getValue("testkit.postgres.password", String.class));
    }
}
