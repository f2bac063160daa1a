package org.partnershipfund.foundation.eventlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Sql;

/**
 * Recomputes the chain over both logs and names the first row that is not what was sealed. What it cannot see by itself
 * is a chain that was rewritten whole: compare the last hash with one that was noted elsewhere.
 */
@ApplicationScoped
public class ChainVerifier {

    private static final int CHUNK = 1_000;

    private final Sql sql;

    @Inject
    ChainVerifier(Sql sql) {
        this.sql = sql;
    }

    /** What the recomputation found. */
    public sealed interface Finding {

        /**
         * Every row is what was sealed.
         *
         * @param position the last position; 0 when nothing was sealed yet
         * @param hash its hash in hexadecimal: the one to note elsewhere
         */
        record Intact(long position, String hash) implements Finding {}

        /**
         * The first link that does not hold.
         *
         * @param position where
         * @param log {@code event} or {@code audit}
         * @param seq the row's number in its log
         * @param why what is wrong
         */
        record Broken(long position, String log, long seq, String why) implements Finding {}

        /**
         * A row that was taken out of the sealer's queue without being sealed.
         *
         * @param log {@code event} or {@code audit}
         * @param seq the row's number in its log
         */
        record Unsealed(String log, long seq) implements Finding {}
    }

    private record Link(long position, String log, long seq, String previousHash, String hash) {}

    /** Verifies the whole chain, in memory that does not grow with its length. */
    public Finding verify() {
        long position = 0;
        byte[] previous = Chain.beginning();
        while (true) {
            List<Link> links = sql.list(
                    """
                    SELECT position, log, seq, encode(previous_hash, 'hex'), encode(hash, 'hex') FROM event_position
                     WHERE position > ? ORDER BY position LIMIT ?""",
                    row -> new Link(
                            row.getLong(1), row.getString(2), row.getLong(3), row.getString(4), row.getString(5)),
                    position,
                    CHUNK);
            Map<Long, LoggedRow> rows =
                    LoggedRows.bySeq(sql, links.stream().map(Link::seq).toList());
            for (Link link : links) {
                String why = fault(link, position + 1, previous, rows.get(link.seq()));
                if (why != null) {
                    return new Finding.Broken(link.position(), link.log(), link.seq(), why);
                }
                position = link.position();
                previous = HexFormat.of().parseHex(link.hash());
            }
            if (links.size() < CHUNK) {
                Finding.Unsealed forgotten = forgotten();
                return forgotten != null
                        ? forgotten
                        : new Finding.Intact(position, HexFormat.of().formatHex(previous));
            }
        }
    }

    private static @Nullable String fault(Link link, long expected, byte[] previous, @Nullable LoggedRow row) {
        if (link.position() != expected) {
            return "position %d is missing".formatted(expected);
        }
        if (!HexFormat.of().formatHex(previous).equals(link.previousHash())) {
            return "it does not follow from the link before it";
        }
        if (row == null || !row.log().equals(link.log())) {
            return "its row is gone";
        }
        byte[] hash = Chain.link(previous, link.position(), row);
        return Arrays.equals(hash, HexFormat.of().parseHex(link.hash())) ? null : "its row was changed";
    }

    private Finding.@Nullable Unsealed forgotten() {
        return sql.first("""
                SELECT log, seq FROM (SELECT 'event' AS log, seq FROM event_log
                                      UNION ALL SELECT 'audit', seq FROM audit_log) AS logged
                 WHERE NOT EXISTS (SELECT FROM event_position AS p WHERE p.seq = logged.seq)
                   AND NOT EXISTS (SELECT FROM unsealed AS u WHERE u.seq = logged.seq)
                 ORDER BY seq LIMIT 1""", row -> new Finding.Unsealed(row.getString(1), row.getLong(2)));
    }
}
