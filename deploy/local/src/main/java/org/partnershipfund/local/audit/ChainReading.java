package org.partnershipfund.local.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.chain.ChainWalk;
import org.partnershipfund.kernel.chain.ChainWalk.Broken;
import org.partnershipfund.kernel.chain.ChainWalk.Link;
import org.partnershipfund.kernel.chain.ChainWalk.Mark;
import org.partnershipfund.kernel.chain.LoggedRow;

/**
 * One service's chain as its database holds it, walked from the beginning in memory that does not grow with its length,
 * and compared with every checkpoint that others hold of it.
 */
final class ChainReading {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final int EVENT_COLUMNS = 10;
    private static final int AUDIT_COLUMNS = 11;
    private static final int FIRST_EVENT_COLUMN = 6;
    private static final int FIRST_AUDIT_COLUMN = FIRST_EVENT_COLUMN + 1 + EVENT_COLUMNS;

    private static final String LINKS = """
            SELECT p.position, p.log, p.seq, encode(p.previous_hash, 'hex'), encode(p.hash, 'hex'), e.*, a.*
              FROM event_position p
              LEFT JOIN LATERAL (SELECT true, %s FROM event_log WHERE seq = p.seq AND p.log = 'event') e ON true
              LEFT JOIN LATERAL (SELECT true, %s FROM audit_log WHERE seq = p.seq AND p.log = 'audit') a ON true
             ORDER BY p.position""".formatted(LoggedRow.EVENT_COLUMNS, LoggedRow.AUDIT_COLUMNS);

    private static final String UNSEALED = """
            SELECT log, seq FROM (SELECT 'event' AS log, seq FROM event_log
                                  UNION ALL SELECT 'audit', seq FROM audit_log) AS logged
             WHERE NOT EXISTS (SELECT FROM event_position AS p WHERE p.seq = logged.seq)
               AND NOT EXISTS (SELECT FROM unsealed AS u WHERE u.seq = logged.seq)
             ORDER BY seq LIMIT 1""";

    private ChainReading() {}

    /** What came of it. */
    sealed interface Finding {

        /** One line for the reader. */
        String sentence();

        /**
         * Every row is what was sealed, and every checkpoint agrees.
         *
         * @param checkpoints how many agree
         * @param restorations each that is recorded, with how many checkpoints it excuses: they are named, never hidden
         */
        record Intact(Mark end, int checkpoints, Map<Restoration, Integer> restorations) implements Finding {
            public Intact {
                restorations = Collections.unmodifiableMap(new LinkedHashMap<>(restorations));
            }

            @Override
            public String sentence() {
                return "intact: %,d rows, %,d checkpoints agree; the last hash is %s%s"
                        .formatted(
                                end.position(),
                                checkpoints,
                                end.hash(),
                                restorations.entrySet().stream()
                                        .map(one -> "; " + one.getKey().sentence(one.getValue()))
                                        .collect(Collectors.joining()));
            }
        }

        /** The first link that does not hold. */
        record Unlinked(Broken link) implements Finding {
            @Override
            public String sentence() {
                return "BROKEN at position %,d (%s_log, seq %d): %s"
                        .formatted(link.position(), link.log(), link.seq(), link.why());
            }
        }

        /** A row that never came to the sealer. */
        record Unsealed(String log, long seq) implements Finding {
            @Override
            public String sentence() {
                return "INSERTED: %s_log, seq %d was kept from the sealer".formatted(log, seq);
            }
        }

        /** The chain holds by itself, and is another one than was published. */
        record Rewritten(Mark published) implements Finding {
            @Override
            public String sentence() {
                return "REWRITTEN: at position %,d the published hash was %s"
                        .formatted(published.position(), published.hash());
            }
        }

        /** The chain ends before a position that was published. */
        record CutOff(Mark published, Mark end) implements Finding {
            @Override
            public String sentence() {
                return "CUT OFF: it ends at position %,d, and position %,d was published"
                        .formatted(end.position(), published.position());
            }
        }

        default boolean isIntact() {
            return this instanceof Intact;
        }
    }

    /**
     * Walks the chain.
     *
     * @param database a connection that may read both logs; its transaction is ended
     * @param published hashes that others hold, in the order of their positions
     * @param clock real time, which no recorded restoration is ahead of
     */
    static Finding of(Connection database, List<Noted> published, Clock clock) throws SQLException {
        // One snapshot for links, rows and queue; and rows come in portions only inside of a transaction.
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        database.setAutoCommit(false);
        database.setReadOnly(true);
        try {
            return walk(database, published, clock);
        } finally {
            database.rollback();
        }
    }

    /** As {@link #of}, within the transaction that the connection is in. */
    static Finding walk(Connection database, List<Noted> published, Clock clock) throws SQLException {
        var walk = new ChainWalk();
        var notes = new Notes(published, Restoration.readAll(database, clock));
        try (var statement = database.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var rows = statement.executeQuery(LINKS)) {
                while (rows.next()) {
                    Optional<Broken> broken = walk.next(link(rows), row(rows));
                    if (broken.isPresent()) {
                        return new Finding.Unlinked(broken.get());
                    }
                    Optional<Mark> contradiction = notes.compare(walk.reached());
                    if (contradiction.isPresent()) {
                        return new Finding.Rewritten(contradiction.get());
                    }
                }
            }
            Optional<Mark> beyond = notes.beyondTheEnd();
            if (beyond.isPresent()) {
                return new Finding.CutOff(beyond.get(), walk.reached());
            }
            try (var rows = statement.executeQuery(UNSEALED)) {
                return rows.next()
                        ? new Finding.Unsealed(rows.getString(1), rows.getLong(2))
                        : new Finding.Intact(walk.reached(), notes.agreeing(), notes.excused());
            }
        }
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4), row.getString(5));
    }

    private static @Nullable LoggedRow row(ResultSet row) throws SQLException {
        boolean isEvent = row.getString(2).equals("event");
        int first = isEvent ? FIRST_EVENT_COLUMN : FIRST_AUDIT_COLUMN;
        if (!row.getBoolean(first)) {
            return null;
        }
        List<@Nullable String> columns = new ArrayList<>();
        for (int i = 1; i <= (isEvent ? EVENT_COLUMNS : AUDIT_COLUMNS); i++) {
            columns.add(row.getString(first + i));
        }
        return new LoggedRow(row.getString(2), row.getLong(3), columns);
    }
}
