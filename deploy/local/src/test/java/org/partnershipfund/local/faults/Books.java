package org.partnershipfund.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Service;

/** An auditor who looks into both databases and the topic, and compares. */
final class Books {

    private static final Duration HEALING = Duration.ofSeconds(90);

    private final Suite suite;
    private final SuiteClient auditor;

    Books(Suite suite, SuiteClient anybody) {
        this.suite = suite;
        this.auditor = anybody.as("records-auditor");
    }

    /** Waits until every school of the fund has its line, and the lines hold the pool. */
    void awaitPlanned(UUID fund) throws InterruptedException {
        Suite.await(
                "the lines of fund %s hold the pool".formatted(fund),
                HEALING,
                () -> longs(Service.PROCUREMENT, LINES.formatted("planned_cents"), fund)
                        .equals(List.of((long) District.SCHOOLS_FUNDED, District.POOL_CENTS)));
    }

    /** Waits until so many schools of the fund have their line. */
    void awaitLines(UUID fund, long lines) throws InterruptedException {
        Suite.await(
                "%d lines of fund %s are open".formatted(lines, fund),
                HEALING,
                () -> longs(Service.PROCUREMENT, LINES.formatted("planned_cents"), fund)
                        .getFirst()
                        .equals(lines));
    }

    /** Waits until every line of the fund is appropriated. */
    void awaitAppropriated(UUID fund) throws InterruptedException {
        Suite.await(
                "the lines of fund %s are appropriated".formatted(fund),
                HEALING,
                () -> longs(Service.PROCUREMENT, LINES.formatted("appropriated_cents"), fund)
                        .equals(List.of((long) District.SCHOOLS_FUNDED, District.POOL_CENTS)));
    }

    private static final String LINES = "SELECT count(*), coalesce(sum(%s), 0) FROM budget_line WHERE fund_id = ?";

    /** How many transfers were ever posted. */
    long transfers() {
        return longs(Service.PROCUREMENT, "SELECT count(*) FROM transfer").getFirst();
    }

    /** Every event that allocation-service committed has had its effect in procurement-service, once. */
    void awaitAllHeard() throws InterruptedException {
        Suite.await(
                "every event that was said is heard",
                HEALING,
                () -> ids(Service.PROCUREMENT, "SELECT event_id FROM inbox WHERE source = '/allocation-service'")
                        .containsAll(said()));
    }

    /** Checkpoints come by the clock and are heard by nobody. */
    private static final String FACTS = "type NOT LIKE '%.AuditCheckpoint.%'";

    /** The ids of what allocation-service said, by position: the order in which it became true. */
    List<String> said() {
        return texts(
                Service.ALLOCATION,
                "SELECT e.id FROM event_log e JOIN event_position p ON p.log = 'event' AND p.seq = e.seq WHERE " + FACTS
                        + " ORDER BY p.position");
    }

    /** How many events are committed, sealed or not. */
    long committed() {
        return longs(Service.ALLOCATION, "SELECT count(*) FROM event_log WHERE " + FACTS)
                .getFirst();
    }

    /** Fails unless the ledger agrees with itself, and with what allocation-service published. */
    void balance() {
        var trial =
                auditor.get(Door.PROCUREMENT, "/trial-balance").expecting(200).json();
        assertThat(trial.at("/balances").asBoolean()).as(trial.toString()).isTrue();
    }

    /** Holds what a publication has to change until the connection is closed, as a long report of somebody's would. */
    Connection hold(UUID scenario) throws SQLException {
        Connection holder = suite.administrator(Service.ALLOCATION);
        holder.setAutoCommit(false);
        try (PreparedStatement select = holder.prepareStatement("SELECT FROM scenario WHERE id = ? FOR UPDATE")) {
            select.setObject(1, scenario);
            assertThat(select.execute()).isTrue();
        }
        return holder;
    }

    /** How many statements of allocation-service wait for a row that somebody else holds. */
    long waitingForARow() {
        return longs(
                        Service.ALLOCATION,
                        "SELECT count(*) FROM pg_stat_activity WHERE usename = 'allocation_app' AND wait_event_type = 'Lock'")
                .getFirst();
    }

    /** The dead letters of procurement-service in a state. */
    List<String> letters(String state) {
        List<String> found = new ArrayList<>();
        auditor.get(Door.PROCUREMENT, "/dead-letters?limit=500&state=" + state)
                .expecting(200)
                .json()
                .at("/items")
                .forEach(letter -> found.add(letter.at("/id").asText()));
        return found;
    }

    /** Changes what procurement-service may do, as an administrator's slip would. */
    void order(String sql) {
        try (Connection database = suite.administrator(Service.PROCUREMENT);
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot: " + sql, e);
        }
    }

    private Set<String> ids(Service service, String sql) {
        return Set.copyOf(texts(service, sql));
    }

    private List<String> texts(Service service, String sql) {
        try (Connection database = suite.administrator(service);
                PreparedStatement select = database.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read: " + sql, e);
        }
    }

    private List<Long> longs(Service service, String sql, Object... parameters) {
        try (Connection database = suite.administrator(service);
                PreparedStatement select = database.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                List<Long> values = new ArrayList<>();
                if (row.next()) {
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        values.add(row.getLong(column));
                    }
                }
                return values;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read: " + sql, e);
        }
    }
}
