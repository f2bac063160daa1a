package org.partnershipfund.local.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.kernel.chain.ChainWalk.Mark;
import org.partnershipfund.local.Fund;
import org.partnershipfund.local.RunningSuite;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.audit.ChainReading.Finding;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Service;

/** Nobody rewrites what happened unseen: each way of trying is named, by a program that asks no service. */
@ExtendWith(RunningSuite.class)
@Order(2)
class TheChainsIT {

    private static final int ROWS = 12;
    private static final List<Noted> NOTHING_NOTED = List.of();

    private static Suite suite;

    @BeforeAll
    static void something_happened(Suite running) throws SQLException {
        suite = running;
        try (var application = suite.application(Service.ALLOCATION);
                var statement = application.createStatement()) {
            for (int i = 0; i < ROWS; i++) {
                var _ = statement.executeUpdate("""
                        INSERT INTO audit_log (at, issuer, actor, roles, action, subject)
                        VALUES (now(), 'test', 'somebody', 'budget-office', 'Decided', 'fund-%d')""".formatted(i));
            }
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> number("SELECT count(*) FROM unsealed") == 0 && number(LAST) >= ROWS);
    }

    private static final String LAST = "SELECT coalesce(max(position), 0) FROM event_position";

    private static long number(String query) throws SQLException {
        try (var database = suite.administrator(Service.ALLOCATION);
                var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Somebody with all rights does this to the database; afterwards it is as it was. */
    private static Finding after(String tampering, List<Noted> noted) throws SQLException {
        try (Connection database = suite.administrator(Service.ALLOCATION)) {
            database.setAutoCommit(false);
            try (var statement = database.createStatement()) {
                var _ = statement.execute(tampering);
                return ChainReading.walk(database, noted, Clock.systemUTC());
            } finally {
                database.rollback();
            }
        }
    }

    private static Mark end() throws SQLException {
        try (Connection database = suite.administrator(Service.ALLOCATION)) {
            return ChainReading.of(database, NOTHING_NOTED, Clock.systemUTC())
                            instanceof Finding.Intact(Mark end, int _, Map<Restoration, Integer> _)
                    ? end
                    : new Mark(0, "");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "a name is changed;             UPDATE audit_log SET actor = 'nobody' WHERE seq = %1$d; its row was changed",
                "a time is moved;               UPDATE audit_log SET at = at - interval '1 day' WHERE seq = %1$d; its row was changed",
                "a row is removed;              DELETE FROM audit_log WHERE seq = %1$d; its row is gone",
                "a link is removed;             DELETE FROM audit_checkpoint, DELETE FROM event_position WHERE seq = %1$d; is missing",
                "two rows change places;        UPDATE audit_log SET seq = -1 WHERE seq = %1$d, UPDATE audit_log SET seq = %1$d WHERE seq = %2$d, UPDATE audit_log SET seq = %2$d WHERE seq = -1; its row was changed",
                "a link gets another hash;      UPDATE event_position SET hash = sha256('x') WHERE seq = %1$d; its row was changed"
            })
    void the_first_row_that_is_not_what_was_sealed_is_named(String what, String tampering, String why)
            throws SQLException {
        long first = number("SELECT min(seq) FROM audit_log WHERE actor = 'somebody'");
        long second = number("SELECT max(seq) FROM audit_log WHERE actor = 'somebody'");
        long position = number("SELECT position FROM event_position WHERE seq = " + first);

        Finding found = after(
                tampering
                        .formatted(first, second)
                        .replace(", DELETE", "; DELETE")
                        .replace(", UPDATE", "; UPDATE"),
                NOTHING_NOTED);

        assertThat(found).as(what).isInstanceOfSatisfying(Finding.Unlinked.class, broken -> {
            assertThat(broken.link().why()).contains(why);
            assertThat(broken.link().position()).isBetween(position, position + 1);
        });
        assertThat(end().position()).isGreaterThanOrEqualTo(ROWS);
    }

    @Test
    void a_row_that_was_slipped_in_behind_the_sealer_is_named() throws SQLException {
        Finding found = after("""
                INSERT INTO audit_log (at, issuer, actor, roles, action, subject)
                VALUES (now(), 'test', 'forger', 'cfo', 'Approved', 'fund-0');
                DELETE FROM unsealed WHERE seq = (SELECT max(seq) FROM audit_log)""", NOTHING_NOTED);

        assertThat(found).isInstanceOf(Finding.Unsealed.class);
    }

    @Test
    void a_chain_that_was_cut_at_its_end_contradicts_what_others_noted() throws SQLException {
        Mark end = end();
        var noted = List.of(new Noted(end.position(), end.hash(), Instant.now()));

        // With what may have been said meanwhile.
        Finding found = after("""
                DELETE FROM audit_checkpoint;
                DELETE FROM audit_log WHERE seq IN (SELECT seq FROM event_position WHERE position >= %1$d);
                DELETE FROM event_log WHERE seq IN (SELECT seq FROM event_position WHERE position >= %1$d);
                DELETE FROM event_position WHERE position >= %1$d""".formatted(end.position()), noted);

        assertThat(found).isInstanceOf(Finding.CutOff.class);
    }

    @Test
    void a_chain_that_was_rewritten_whole_contradicts_what_others_noted() throws SQLException {
        Mark end = end();
        var noted = List.of(new Noted(end.position(), "0".repeat(64), Instant.now()));

        assertThat(after("SELECT 1", noted)).isEqualTo(new Finding.Rewritten(new Mark(end.position(), "0".repeat(64))));
    }

    @Test
    void every_service_publishes_checkpoints_and_the_command_finds_all_chains_intact() {
        await().atMost(Duration.ofMinutes(5)).until(() -> {
            try (var anybody = suite.client()) {
                JsonNode checkpoints = anybody.get(Door.ALLOCATION, "/audit-checkpoints")
                        .expecting(200)
                        .json()
                        .path("items");
                return !checkpoints.isEmpty();
            }
        });
        await().atMost(Duration.ofMinutes(5))
                .until(() -> !PublishedCheckpoints.readAll(suite.place().bootstrapServers())
                        .getOrDefault(Speaker.ALLOCATION, NOTHING_NOTED)
                        .isEmpty());
        var screen = new StringWriter();

        int code =
                Fund.commandLine(suite.place()).setOut(new PrintWriter(screen)).execute("audit", "verify");

        assertThat(screen.toString().lines()).hasSize(4).allMatch(line -> line.contains(" intact: "));
        assertThat(code).isZero();
    }
}
