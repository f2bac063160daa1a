package org.partnershipfund.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.Fund;
import org.partnershipfund.local.RunningSuite;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.faults.District.Draft;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.postgres.Databases;
import org.partnershipfund.local.postgres.Logins;
import org.partnershipfund.local.trust.TrustTable;

/**
 * The runbook of docs/operations.md, backup and restore, step by step: procurement-service's database goes back to an
 * earlier moment while the district goes on. Afterwards it knows what the others said meanwhile, the books balance, what
 * it forgot of its own is listed, and the audit chain is whole and says what happened to it.
 */
@ExtendWith(RunningSuite.class)
@Order(2)
class ADatabaseIsRestoredIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String LIVE = Service.PROCUREMENT.word();
    private static final String BACKUP = "procurement_backup";
    private static final String LEFT = "procurement_left";

    private static Suite suite;
    private static SuiteClient anybody;
    private static Logins logins;

    @BeforeAll
    static void start(Suite running) {
        suite = running;
        anybody = suite.client();
        logins = new Logins(suite.place(), new Secrets(suite.place().secrets()));
    }

    @AfterAll
    static void leave_no_other_database() throws SQLException {
        order("postgres", "DROP DATABASE IF EXISTS " + LEFT + " WITH (FORCE)");
        order("postgres", "DROP DATABASE IF EXISTS " + BACKUP + " WITH (FORCE)");
        anybody.close();
    }

    /** What a command printed, and how it ended. */
    private record Printed(int code, String text) {}

    private static Printed fund(String... arguments) {
        var screen = new StringWriter();
        var writer = new PrintWriter(screen);
        int code = Fund.commandLine(suite.place()).setOut(writer).setErr(writer).execute(arguments);
        writer.flush();
        System.out.println(screen);
        return new Printed(code, screen.toString());
    }

    private static void order(String database, String... orders) throws SQLException {
        try (Connection connection = logins.administrator(database);
                Statement statement = connection.createStatement()) {
            for (String order : orders) {
                var _ = statement.execute(order);
            }
        }
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = suite.administrator(Service.PROCUREMENT);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    /** Nobody may be connected to a database that is copied or renamed. */
    private static void clear(String database) throws SQLException {
        order(
                "postgres",
                "ALTER DATABASE %s WITH ALLOW_CONNECTIONS false".formatted(database),
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'".formatted(database));
    }

    /** In the place of pg_dump, which not every machine has: PostgreSQL copies the database itself. */
    private static Instant backUp() throws SQLException, InterruptedException {
        Suite.await("the database is copied", SOON, () -> {
            try {
                // Each time: who was about to connect when the door was shut is seen only later.
                clear(LIVE);
                order("postgres", "CREATE DATABASE %s TEMPLATE %s".formatted(BACKUP, LIVE));
                return true;
            } catch (SQLException stillConnected) {
                return false;
            }
        });
        var moment = Instant.now();
        order("postgres", "ALTER DATABASE %s WITH ALLOW_CONNECTIONS true".formatted(LIVE));
        suite.awaitHealthy();
        return moment;
    }

    private static void restore() throws SQLException, InterruptedException {
        Suite.await("the databases change places", SOON, () -> {
            try {
                clear(LIVE);
                order("postgres", "ALTER DATABASE %s RENAME TO %s".formatted(LIVE, LEFT));
                return true;
            } catch (SQLException stillConnected) {
                return false;
            }
        });
        order("postgres", "ALTER DATABASE %s RENAME TO %s".formatted(BACKUP, LIVE));
        new Databases(logins).prepare();
    }

    /** What the service does once a minute; a test does not wait that long. */
    private static void noteCheckpoint() throws InterruptedException {
        Suite.await("all is sealed", SOON, () -> isOne("SELECT 1 WHERE NOT EXISTS (SELECT FROM unsealed)"));
        Suite.await("a checkpoint is noted", SOON, ADatabaseIsRestoredIT::isCheckpointNoted);
    }

    /** Not where the service itself has just noted one: of its own event there, the next one will be. */
    private static boolean isCheckpointNoted() {
        try (Connection application = suite.application(Service.PROCUREMENT);
                var note = application.prepareStatement("""
                        WITH noted AS (
                            INSERT INTO audit_checkpoint (position, hash)
                            SELECT position, hash FROM event_position ORDER BY position DESC LIMIT 1
                            ON CONFLICT DO NOTHING
                            RETURNING position, encode(hash, 'hex') AS hash, at)
                        INSERT INTO event_log (id, topic, subject, type, source, at, payload)
                        SELECT ?, ?, 'procurement', ?, ?, at,
                               format('{"position": %s, "hash": "%s", "at": "%s"}', position, hash,
                                      to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
                          FROM noted""")) {
            note.setObject(1, UUID.randomUUID());
            note.setString(2, Speaker.PROCUREMENT.topic());
            note.setString(3, Events.checkpoint(Speaker.PROCUREMENT).type());
            note.setString(4, Speaker.PROCUREMENT.source());
            return note.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot note a checkpoint", e);
        }
    }

    /** A fact of its own, of a type that nobody acts on, so that no other story is changed by it. */
    private static UUID sayOfItself() throws SQLException {
        var id = UUID.randomUUID();
        try (Connection application = suite.application(Service.PROCUREMENT);
                var insert = application.prepareStatement("""
                        INSERT INTO event_log (id, topic, subject, type, source, at, payload)
                        VALUES (?, ?, 'process-1', 'org.partnershipfund.test.Forgotten.v1', ?, now(), '{}')""")) {
            insert.setObject(1, id);
            insert.setString(2, Speaker.PROCUREMENT.topic());
            insert.setString(3, Speaker.PROCUREMENT.source());
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
        return id;
    }

    /** Returns when the relay has confirmed everything that is committed now. */
    private static void awaitPublished() throws InterruptedException, SQLException {
        String end;
        try (Connection connection = suite.administrator(Service.PROCUREMENT);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_current_wal_lsn()")) {
            assertThat(row.next()).isTrue();
            end = row.getString(1);
        }
        Suite.await(
                "the relay has published what is committed",
                SOON,
                () -> isOne(
                        "SELECT count(*) FROM pg_replication_slots WHERE slot_name = '%s' AND confirmed_flush_lsn >= '%s'"
                                .formatted(Service.PROCUREMENT.slot(), end)));
    }

    private static boolean isOne(String query) {
        try {
            return number(query) == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask: " + query, e);
        }
    }

    private static Draft published(District district, String name) {
        Draft draft = district.draft(name);
        district.publish(draft);
        return draft;
    }

    @Test
    void a_service_that_was_set_back_hears_what_it_missed_and_its_chain_says_what_happened()
            throws IOException, InterruptedException, SQLException {
        var books = new Books(suite, anybody);
        var district = District.moveIn(anybody, LocalDate.of(2016, 10, 3));
        Draft before = published(district, "Before the backup");
        books.awaitPlanned(before.fund());
        noteCheckpoint();
        Instant backup = backUp();

        // What the backup does not know: a fund with its lines, a fact of its own, a checkpoint.
        Draft missed = published(district, "After the backup");
        books.awaitPlanned(missed.fund());
        UUID forgotten = sayOfItself();
        noteCheckpoint();
        awaitPublished();
        books.awaitAllHeard();
        // Other tests put lines on the topics that no service said: they are told of as lost before and after.
        var ordinary = fund("audit", "reconcile", "--service", "procurement");
        assertThat(ordinary.text())
                .contains("missed: 0 events")
                .doesNotContain(forgotten.toString(), "checkpoints were");
        long transfers = books.transfers();

        assertThat(fund("hold", "procurement").code()).isZero();
        restore();

        // Two words about it, before anybody said that it was a restoration.
        assertThat(fund("audit", "verify").text()).containsPattern("procurement-service +CUT OFF");
        var dry = fund("audit", "reconcile", "--service", "procurement");
        assertThat(dry.code()).isEqualTo(1);
        assertThat(dry.text())
                .contains(
                        "AllocationPublished.v1",
                        "FundOpened.v1",
                        "checkpoints were published of rows that it does not have")
                .containsPattern("lost: [1-9][0-9]* events")
                .contains(forgotten.toString(), "its command must be given again");
        assertThat(number("SELECT count(*) FROM budget_line WHERE fund_id = '%s'".formatted(missed.fund())))
                .isZero();

        var applied = fund("audit", "reconcile", "--service", "procurement", "--apply");
        assertThat(applied.code()).as(applied.text()).isZero();
        suite.awaitHealthy();

        books.awaitPlanned(before.fund());
        books.awaitPlanned(missed.fund());
        books.awaitAllHeard();
        books.balance();
        assertThat(books.transfers()).isEqualTo(transfers);
        assertThat(books.letters("parked")).isEmpty();
        assertThat(books.letters("dead")).isEmpty();

        // A chain that is not the published one stays a complaint until an operator says why.
        assertThat(fund("audit", "verify").code()).isEqualTo(1);
        var recorded = anybody.as("operator")
                .post(
                        Door.PROCUREMENT,
                        "/restorations",
                        "{\"restoredTo\": \"%s\", \"reason\": \"tried by a test\"}".formatted(backup));
        assertThat(recorded.status()).as(recorded.body()).isEqualTo(200);
        assertThat(anybody.get(Door.PROCUREMENT, "/restorations")
                        .expecting(200)
                        .json()
                        .at("/items/0/restoredTo")
                        .asText())
                .isEqualTo(backup.toString());
        var verified = fund("audit", "verify");
        assertThat(verified.text())
                .containsPattern(
                        "procurement-service +intact: .*restored to .*tried by a test\\); [1-9][0-9]* checkpoints");
        assertThat(verified.code()).isZero();
        var reconciled = fund("audit", "reconcile", "--service", "procurement");
        assertThat(reconciled.text()).contains("known: 1 of its own were lost by the restoration");
        assertThat(reconciled.text())
                .contains("missed: 0 events")
                .doesNotContain(forgotten.toString(), "checkpoints were");
        assertThat(reconciled.code()).as(reconciled.text()).isEqualTo(ordinary.code());

        TrustTable.tried(
                "a database restored from a backup, and reconciled",
                District.SCHOOLS_FUNDED,
                "missed lines heard again");
    }
}
