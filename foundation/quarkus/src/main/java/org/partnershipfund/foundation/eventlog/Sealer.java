package org.partnershipfund.foundation.eventlog;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.foundation.sql.Transactions;
import org.partnershipfund.foundation.sql.Worker;
import org.partnershipfund.kernel.chain.Chain;
import org.partnershipfund.kernel.chain.LoggedRow;

/**
 * Gives every committed row of both logs its position and its link in the hash chain.
 *
 * <p>Off the write path: writers only leave a row in {@code unsealed}. All replicas run a sealer; an advisory lock lets
 * one of them work at a time, so the chain has one pen. A batch is taken by {@code seq}, and because a writer draws its
 * seq under the lock of its aggregate, events of one subject are sealed in the order of their commits.
 */
@Singleton
@Unremovable
public class Sealer {

    /** Of one database; {@code hashtext('event_position')} would do, a plain number is easier to find in pg_locks. */
    private static final long ADVISORY_LOCK = 4_001_001L;

    private static final int BATCH = 500;
    private static final Logger LOG = Logger.getLogger(Sealer.class);

    private final Sql sql;
    private final Transactions transactions;
    private final Worker worker;

    @Inject
    Sealer(Sql sql, Transactions transactions, EventSettings settings, EventStream stream) {
        this.sql = sql;
        this.transactions = transactions;
        this.worker = new Worker("event-sealer", settings.sealWhenIdle(), settings.sealTogether(), () -> {
            int sealed = seal();
            if (sealed > 0) {
                stream.wake();
            }
            return sealed == BATCH;
        });
    }

    void start(@Observes StartupEvent starting) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    /** Says that something was committed; seals soon instead of at the next regular look. */
    public void wake() {
        worker.wake();
    }

    /**
     * Seals one batch, if nobody else is sealing.
     *
     * @return how many rows were sealed
     */
    int seal() {
        return transactions.inNew(() -> sql.with(connection -> {
            if (!takesThePen(connection)) {
                return 0;
            }
            List<Long> waiting =
                    sql.list("SELECT seq FROM unsealed ORDER BY seq LIMIT " + BATCH, row -> row.getLong(1));
            if (waiting.isEmpty()) {
                return 0;
            }
            Map<Long, LoggedRow> rows = LoggedRows.bySeq(sql, waiting);
            append(connection, waiting, rows);
            int removed = sql.update("DELETE FROM unsealed WHERE seq = ANY (?)", (Object) waiting.toArray(Long[]::new));
            if (removed != waiting.size()) {
                throw new IllegalStateException(
                        "%d of %d sealed rows left the queue".formatted(removed, waiting.size()));
            }
            return waiting.size();
        }));
    }

    private static boolean takesThePen(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, ADVISORY_LOCK);
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void append(Connection connection, List<Long> waiting, Map<Long, LoggedRow> rows) throws SQLException {
        record Last(long position, String hash) {}
        Last last = sql.first(
                "SELECT position, encode(hash, 'hex') FROM event_position ORDER BY position DESC LIMIT 1",
                row -> new Last(row.getLong(1), row.getString(2)));
        long position = last == null ? 0 : last.position();
        byte[] previous = last == null ? Chain.beginning() : HexFormat.of().parseHex(last.hash());
        List<Long> gone = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO event_position (position, log, seq, previous_hash, hash) VALUES (?, ?, ?, ?, ?)""")) {
            for (Long seq : waiting) {
                LoggedRow row = rows.get(seq);
                if (row == null) {
                    gone.add(seq);
                    continue;
                }
                position++;
                byte[] hash = Chain.link(previous, position, row);
                insert.setLong(1, position);
                insert.setString(2, row.log());
                insert.setLong(3, seq);
                insert.setBytes(4, previous);
                insert.setBytes(5, hash);
                insert.addBatch();
                previous = hash;
            }
            insert.executeBatch();
        }
        if (!gone.isEmpty()) {
            LOG.errorf("Rows %s were removed from a log before they were sealed; only the owner can do that.", gone);
        }
    }
}
