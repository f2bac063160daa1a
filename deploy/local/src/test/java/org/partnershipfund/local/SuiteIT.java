package org.partnershipfund.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.local.doctor.Examination;
import org.partnershipfund.local.doctor.Finding;
import org.partnershipfund.local.kafka.KafkaBroker;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.postgres.Logins;
import org.partnershipfund.local.postgres.PostgresServer;
import org.partnershipfund.local.process.ChildSpec;
import org.partnershipfund.local.process.Launch;
import org.partnershipfund.local.process.Signals;
import org.partnershipfund.local.process.Stamp;
import org.partnershipfund.local.process.StartFailedException;
import org.partnershipfund.local.service.ServiceProcess;
import org.partnershipfund.local.supervise.Stopping;
import org.partnershipfund.local.token.SigningKey;

/**
 * One suite of real processes, in a folder with blanks and a comma in its name, through its whole life, to its end:
 * after {@link org.partnershipfund.local.faults.TheSuiteUnderFaultsIT}, which kills each of them.
 */
@ExtendWith(RunningSuite.class)
@Order(3)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SuiteIT {

    private static final Duration HEALING = Duration.ofMinutes(3);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @TempDir
    private static Path temporary;

    private static Suite suite;

    @BeforeAll
    static void start(Suite running) {
        suite = running;
    }

    @Test
    @Order(1)
    void everything_serves_after_up() throws InterruptedException {
        suite.awaitHealthy();
        assertThat(suite.children())
                .containsExactlyInAnyOrder(
                        "postgres",
                        "kafka",
                        "connect",
                        "allocation-service",
                        "portfolio-service",
                        "approval-service",
                        "procurement-service");
    }

    @Test
    @Order(2)
    void a_second_up_changes_nothing() throws InterruptedException {
        var before = processes();

        suite.up();

        assertThat(processes()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void a_busy_port_is_one_line_each_and_nothing_is_started() {
        var other = new HashMap<String, String>();
        for (var door : Door.values()) {
            other.put(door.variable(), String.valueOf(suite.place().port(door)));
        }
        other.put("FUND_IDENTITY", "local");
        other.put("FUND_DIR", temporary.resolve("other").toString());
        var place = Place.of(Suite.checkout(), other);

        var exitCode = Fund.commandLine(place).execute("up");

        assertThat(exitCode).isEqualTo(1);
        assertThat(place.run().resolve("suite.properties")).doesNotExist();
        assertThat(new Examination(place, Set.of()).all())
                .filteredOn(finding -> finding.grade() == Finding.Grade.FATAL)
                .extracting(Finding::what)
                .contains("port %d (postgres) is in use".formatted(place.port(Door.POSTGRES)))
                // Keycloak's two are not needed, hence not looked at.
                .hasSize(Door.values().length - 2);
    }

    @Test
    @Order(4)
    void the_application_cannot_change_tables_and_nobody_enters_without_a_password() throws SQLException {
        try (var application = suite.application(Service.ALLOCATION);
                var statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DROP TABLE event_log")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (id int)"))
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() ->
                        java.sql.DriverManager.getConnection(suite.place().jdbcUrl("allocation"), "postgres", "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    @Order(5)
    void a_row_of_the_event_log_becomes_a_cloud_event() throws SQLException {
        var id = UUID.fromString("01936b2c-7c00-7000-8000-000000000001");
        var payload = "{\"b\": 1,  \"a\": \"Zoë\"}";

        say(id, payload);

        var heard = Topic.of(suite.place(), "partnership-fund.allocation.v1").first("ce_id", id.toString());
        assertThat(heard.key()).isEqualTo("00350231");
        assertThat(heard.value()).isEqualTo(payload);
        assertThat(Topic.headers(heard))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "ce_id", id.toString(),
                        "ce_specversion", "1.0",
                        "ce_source", "/allocation-service",
                        "ce_type", "org.partnershipfund.test.Said.v1",
                        "ce_subject", "00350231",
                        "ce_time", "2017-12-08T14:00:00.123456Z",
                        "content-type", "application/json",
                        "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
    }

    @Test
    @Order(6)
    void what_was_said_while_the_slot_was_lost_is_published_all_the_same() throws SQLException, InterruptedException {
        var before = UUID.fromString("01936b2c-7c00-7000-8000-000000000002");
        say(before, "{}");
        var _ = Topic.of(suite.place(), "partnership-fund.allocation.v1").first("ce_id", before.toString());

        LostSlot.of(suite, Service.ALLOCATION);
        var after = UUID.fromString("01936b2c-7c00-7000-8000-000000000003");
        say(after, "{}");

        var heard = Topic.of(suite.place(), "partnership-fund.allocation.v1").first("ce_id", after.toString());
        assertThat(heard.key()).isEqualTo("00350231");
        suite.awaitHealthy();
    }

    @Test
    @Order(6)
    void a_log_that_an_operator_has_published_again_holds_nothing_up() throws SQLException, InterruptedException {
        var exitCode = Fund.commandLine(suite.place()).execute("events", "republish", "allocation");

        assertThat(exitCode).isZero();
        var after = UUID.fromString("01936b2c-7c00-7000-8000-000000000004");
        say(after, "{}");
        var heard = Topic.of(suite.place(), "partnership-fund.allocation.v1").first("ce_id", after.toString());
        assertThat(heard.key()).isEqualTo("00350231");
        suite.awaitHealthy();
    }

    @Test
    @Order(7)
    void a_killed_supervisor_leaves_processes_that_the_next_up_clears() throws InterruptedException, SQLException {
        try (var connection = suite.administrator(Service.ALLOCATION);
                var statement = connection.createStatement()) {
            var _ = statement.execute("CREATE TABLE remembered (word text)");
            var _ = statement.execute("INSERT INTO remembered VALUES ('kept')");
        }
        var left = processes();
        var supervisor = suite.supervisor();
        Signals.send(supervisor, "KILL");
        Suite.await("the supervisor is gone", HEALING, () -> !supervisor.isAlive());
        // Nobody is there to mend it: the next start finds a log that no slot will deliver.
        LostSlot.of(suite, Service.ALLOCATION);
        var said = UUID.fromString("01936b2c-7c00-7000-8000-000000000005");
        say(said, "{}");

        suite.up();

        assertThat(left.values()).noneMatch(Stamp::isAlive);
        suite.awaitHealthy();
        var heard = Topic.of(suite.place(), "partnership-fund.allocation.v1").first("ce_id", said.toString());
        assertThat(heard.key()).isEqualTo("00350231");
        try (var connection = suite.administrator(Service.ALLOCATION);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT word FROM remembered")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("kept");
        }
    }

    @Test
    @Order(8)
    void no_password_is_in_any_log() throws IOException {
        var secrets = new java.util.ArrayList<String>();
        try (var files = Files.list(suite.place().secrets())) {
            for (var file : files.toList()) {
                secrets.add(Files.readString(file).strip());
            }
        }
        assertThat(secrets).hasSizeGreaterThan(8);
        try (var logs = Files.list(suite.place().logs())) {
            for (var log : logs.toList()) {
                assertThat(Files.readString(log)).doesNotContain(secrets.toArray(String[]::new));
            }
        }
    }

    @Test
    @Order(9)
    void down_leaves_nothing_running() throws InterruptedException {
        var running = processes();
        var supervisor = suite.supervisor();

        suite.down();

        assertThat(running.values()).noneMatch(Stamp::isAlive);
        assertThat(supervisor.isAlive()).isFalse();
        // Each of them ended by itself: nobody had to be killed.
        assertThat(suite.place().run().resolve("progress.log"))
                .content()
                .contains(running.keySet().stream()
                        .map(child -> child + " stopped (")
                        .toArray(String[]::new))
                .doesNotContain("was killed");
        assertThat(new Examination(suite.place(), Set.of()).all())
                .noneMatch(finding -> finding.grade() == Finding.Grade.FATAL);
    }

    /** Without the supervisor, who starts one after the other: nobody else may have to. */
    @Test
    @Order(10)
    void services_that_start_first_wait_for_broker_and_database_say_so_and_serve_when_they_come() throws Exception {
        var place = suite.place();
        var secrets = new Secrets(place.secrets());
        var logins = new Logins(place, secrets);
        var services = new ServiceProcess(place, logins, new SigningKey(secrets));
        var started = new HashMap<String, Stamp>();
        try {
            // Neither is there.
            var procurement = start(services.serving(Service.PROCUREMENT), started);
            Suite.await("it lives", HEALING, () -> says(Service.PROCUREMENT, "live") == 200);
            awaitNotReady(Service.PROCUREMENT);

            // The database is there, and no broker.
            var database = new PostgresServer(place, logins).prepare();
            Launch.awaitReady(database, start(database, started));
            var allocation = start(services.serving(Service.ALLOCATION), started);
            Suite.await("it lives", HEALING, () -> says(Service.ALLOCATION, "live") == 200);
            awaitNotReady(Service.ALLOCATION);
            awaitNotReady(Service.PROCUREMENT);

            var broker = new KafkaBroker(place).prepare();
            Launch.awaitReady(broker, start(broker, started));
            Suite.await(
                    "both serve",
                    HEALING,
                    () -> says(Service.PROCUREMENT, "ready") == 200 && says(Service.ALLOCATION, "ready") == 200);
            assertThat(procurement.isAlive() && allocation.isAlive())
                    .as("nobody started them again")
                    .isTrue();
        } finally {
            Stopping.inOrder(started, line -> System.out.println("[suite] " + line));
        }
    }

    // Who waits for what is away may answer late on a busy machine, but says so in the end.
    private static void awaitNotReady(Service service) throws InterruptedException {
        Suite.await(service + " says that it is not ready", HEALING, () -> says(service, "ready") == 503);
    }

    private static Process start(ChildSpec spec, Map<String, Stamp> started) {
        var process = Launch.start(spec);
        started.put(spec.name(), Stamp.of(process.toHandle()));
        return process;
    }

    /** What the service says of its health; nothing, as long as nobody is there. */
    private static int says(Service service, String what) {
        var address = URI.create(suite.place().url(service.management()) + "/q/health/" + what);
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(address)
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException nobody) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    @Order(11)
    void a_start_that_fails_is_one_line_and_leaves_nothing_running() {
        var nowhere = Suite.in(
                temporary.resolve("fails"),
                Map.of("FUND_EXTERNAL_POSTGRES", "127.0.0.1:1", "FUND_EXTERNAL_POSTGRES_PASSWORD", "none"));

        assertThatThrownBy(nowhere::up)
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("the databases cannot be prepared")
                .hasMessageNotContaining("\n");
        assertThat(nowhere.children()).isEmpty();
        assertThat(new Examination(nowhere.place(), Set.of()).all())
                .extracting(Finding::what)
                .contains("ports are free on 127.0.0.1");
    }

    @Test
    @Order(12)
    void a_child_that_crashes_while_the_suite_starts_is_one_line_that_names_its_log() throws IOException {
        var crashes = Suite.in(temporary.resolve("crashes"), Map.of());
        try (var taken = new ServerSocket(crashes.place().port(Door.KAFKA), 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(crashes::up)
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageContaining("kafka ended with exit code")
                    .hasMessageContaining(crashes.place().log("kafka").toString())
                    .hasMessageNotContaining("\n");
        }
        assertThat(crashes.children()).isEmpty();
        assertThat(new Examination(crashes.place(), Set.of()).all())
                .extracting(Finding::what)
                .contains("ports are free on 127.0.0.1");
    }

    private static void say(UUID id, String payload) throws SQLException {
        try (var application = suite.application(Service.ALLOCATION);
                var insert = application.prepareStatement("""
                        INSERT INTO event_log (id, topic, subject, type, source, at, traceparent, payload)
                        VALUES (?, 'partnership-fund.allocation.v1', '00350231', 'org.partnershipfund.test.Said.v1',
                                '/allocation-service', '2017-12-08T09:00:00.123456-05:00',
                                '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', ?)
                        """)) {
            insert.setObject(1, id);
            insert.setString(2, payload);
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    private static Map<String, Stamp> processes() {
        var processes = new HashMap<String, Stamp>();
        for (var child : List.copyOf(suite.children())) {
            processes.put(child, suite.process(child));
        }
        return processes;
    }
}
