package org.partnershipfund.foundation.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.eventlog.ChainVerifier.Finding;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.foundation.sql.Superuser;
import org.partnershipfund.foundation.sql.Transactions;
import org.partnershipfund.foundation.sql.Transactions.Verdict;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.chain.ChainWalk;
import org.partnershipfund.testkit.BackboneResource;

@QuarkusTest
@WithTestResource(BackboneResource.class)
class SealingIT {

    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 40;

    @Inject
    EventLog events;

    @Inject
    AuditTrail audit;

    @Inject
    ChainVerifier verifier;

    @Inject
    Sql sql;

    @Inject
    Transactions transactions;

    private UUID say(UUID fund) {
        return events.append(Events.FUND_OPENED, fund.toString(), Facts.fundOpened(fund), Facts.AT);
    }

    private void everythingIsSealed() {
        soon().untilAsserted(() -> assertThat(sql.list("SELECT seq FROM unsealed", row -> row.getLong(1)))
                .isEmpty());
    }

    @Test
    void every_committed_row_of_both_logs_gets_one_position_whoever_writes_beside_it() throws Exception {
        ConcurrentLinkedQueue<UUID> committed = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<UUID> rolledBack = new ConcurrentLinkedQueue<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random chance = new Random(20_171_208L + writer);
                all.add(writers.submit(() -> write(chance, committed, rolledBack)));
            }
            for (Future<?> one : all) {
                assertThat(one.get()).isNull();
            }
        }
        everythingIsSealed();

        List<Long> positions = sql.list("SELECT position FROM event_position ORDER BY position", row -> row.getLong(1));
        assertThat(positions)
                .isEqualTo(LongStream.rangeClosed(1, positions.size()).boxed().toList());
        assertThat(committed).isNotEmpty();
        assertThat(rolledBack).isNotEmpty();
        assertThat(committed).allSatisfy(id -> assertThat(positionsOf(id)).hasSize(1));
        assertThat(rolledBack).allSatisfy(id -> assertThat(positionsOf(id)).isEmpty());
        assertThat(verifier.verify()).isInstanceOf(Finding.Intact.class);
    }

    private void write(Random chance, ConcurrentLinkedQueue<UUID> committed, ConcurrentLinkedQueue<UUID> rolledBack) {
        for (int n = 0; n < TRANSACTIONS; n++) {
            boolean keep = chance.nextInt(4) > 0;
            int rows = 1 + chance.nextInt(5);
            List<UUID> said = new ArrayList<>();
            boolean kept = transactions.decide(() -> {
                for (int row = 0; row < rows; row++) {
                    said.add(say(UUID.randomUUID()));
                    audit.record(new AuditTrail.Change("FundOpened", "test", null, said));
                }
                return new Verdict<>(keep, keep);
            });
            assertThat(kept).isEqualTo(keep);
            (keep ? committed : rolledBack).addAll(said);
        }
    }

    private List<Long> positionsOf(UUID event) {
        return sql.list(
                "SELECT p.position FROM event_position p JOIN event_log e ON e.seq = p.seq WHERE e.id = ?",
                row -> row.getLong(1),
                event);
    }

    @Test
    void a_transaction_that_drew_its_number_first_and_commits_last_comes_last_and_is_not_lost() throws Exception {
        UUID slow = UUID.randomUUID();
        try (Connection late = Superuser.connect("foundation_app");
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute("""
                    INSERT INTO event_log (id, topic, subject, type, source, at, payload)
                    VALUES ('%s', 'partnership-fund.allocation.v1', 'slow', 't', '/s', now(), '{}')""".formatted(slow));
            UUID quick = QuarkusTransaction.requiringNew().call(() -> say(UUID.randomUUID()));
            soon().untilAsserted(() -> assertThat(positionsOf(quick)).hasSize(1));
            assertThat(positionsOf(slow)).isEmpty();

            late.commit();

            soon().untilAsserted(() -> assertThat(positionsOf(slow)).hasSize(1));
            assertThat(positionsOf(slow).getFirst())
                    .isGreaterThan(positionsOf(quick).getFirst());
        }
        assertThat(verifier.verify()).isInstanceOf(Finding.Intact.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "UPDATE event_log SET payload = payload || ' ' WHERE seq = %1$d;"
                        + "UPDATE event_log SET payload = rtrim(payload) WHERE seq = %1$d; its row was changed",
                "UPDATE event_log SET at = at + interval '1 microsecond' WHERE seq = %1$d;"
                        + "UPDATE event_log SET at = at - interval '1 microsecond' WHERE seq = %1$d;"
                        + "its row was changed",
                "UPDATE event_log SET seq = -%1$d WHERE seq = %1$d;"
                        + "UPDATE event_log SET seq = %1$d WHERE seq = -%1$d; its row is gone",
                "UPDATE event_position SET hash = sha256('x') WHERE seq = %1$d;"
                        + "UPDATE event_position SET hash = decode('%2$s', 'hex') WHERE seq = %1$d;"
                        + "its row was changed"
            },
            quoteCharacter = '"')
    void the_verifier_names_the_first_row_that_is_not_what_was_sealed(String tamper, String repair, String why) {
        UUID event = QuarkusTransaction.requiringNew().call(() -> say(UUID.randomUUID()));
        everythingIsSealed();
        long seq = number("SELECT seq FROM event_log WHERE id = ?", event);
        String hash =
                sql.first("SELECT encode(hash, 'hex') FROM event_position WHERE seq = ?", row -> row.getString(1), seq);
        Finding intact = verifier.verify();
        assertThat(intact).isInstanceOf(Finding.Intact.class);

        Superuser.execute(tamper.formatted(seq, hash));
        try {
            assertThat(verifier.verify())
                    .isEqualTo(new Finding.Unlinked(new ChainWalk.Broken(
                            number("SELECT position FROM event_position WHERE seq = ?", seq), "event", seq, why)));
        } finally {
            Superuser.execute(repair.formatted(seq, hash));
        }
        assertThat(verifier.verify()).isEqualTo(intact);
    }

    private long number(String query, Object parameter) {
        Long number = sql.first(query, row -> row.getLong(1), parameter);
        return number == null ? 0 : number;
    }

    @Test
    void a_row_that_was_kept_from_the_sealer_is_named() throws SQLException {
        UUID hidden = UUID.randomUUID();
        try (Connection writer = Superuser.connect("postgres");
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("""
                    INSERT INTO event_log (id, topic, subject, type, source, at, payload)
                    VALUES ('%s', 'partnership-fund.allocation.v1', 'hidden', 't', '/s', now(), '{}')""".formatted(hidden));
            statement.execute(
                    "DELETE FROM unsealed WHERE seq = (SELECT seq FROM event_log WHERE id = '%s')".formatted(hidden));
            writer.commit();
        }
        everythingIsSealed();
        long seq = number("SELECT seq FROM event_log WHERE id = ?", hidden);

        try {
            assertThat(verifier.verify()).isEqualTo(new Finding.Unsealed("event", seq));
        } finally {
            Superuser.execute("DELETE FROM event_log WHERE id = '%s'".formatted(hidden));
        }
    }
}
