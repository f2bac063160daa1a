package org.partnershipfund.portfolio.adapter;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.partnershipfund.testkit.Tokens;

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
                    "TRUNCATE partner, partner_member, program, price_sheet, price, cycle, category, criterion, edition, application, application_tie, submission, answer, review, rating, restatement, change_request, suspension, evidence, clearance, program_site, partnership, program_search, school, heard_selection, heard_choice, heard_contract, heard_payment, webhook, webhook_secret, webhook_delivery, chosen_partner, idempotency_key");
            return true;
        } catch (SQLException e) {
            if (DEADLOCK.equals(e.getSQLState())) {
                return false;
            }
            throw new IllegalStateException("cannot empty the tables", e);
        }
    }

    /** Changes rows as if time had passed, or somebody had died. */
    public static void run(String statement, Object... arguments) {
        try (Connection database = superuser();
                var change = database.prepareStatement(statement)) {
            for (int i = 0; i < arguments.length; i++) {
                change.setObject(i + 1, arguments[i]);
            }
            int _ = change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot run: " + statement, e);
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

    /** Records that somebody leads a school, as the event of the council's seat does. */
    public static void leads(String subject, String school) {
        try (Connection database = superuser();
                var statement = database.prepareStatement(
                        "INSERT INTO scope_record (issuer, subject, role, school_code, valid_from) VALUES (?, ?, 'school-leader', ?, '2017-07-01') ON CONFLICT DO NOTHING")) {
            statement.setString(1, Tokens.ISSUER);
            statement.setString(2, subject);
            statement.setString(3, school);
            var _ = statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot record a leader", e);
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
