package org.partnershipfund.foundation.eventlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.chain.ChainWalk;
import org.partnershipfund.kernel.chain.ChainWalk.Broken;
import org.partnershipfund.kernel.chain.ChainWalk.Link;
import org.partnershipfund.kernel.chain.ChainWalk.Mark;
import org.partnershipfund.kernel.chain.LoggedRow;

/** Recomputes the chain over both logs of this service and names the first row that is not what was sealed. */
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

        /** Every row is what was sealed; the mark is the one to note elsewhere. */
        record Intact(Mark end) implements Finding {}

        /** The first link that does not hold. */
        record Unlinked(Broken link) implements Finding {}

        /**
         * A row that was taken out of the sealer's queue without being sealed.
         *
         * @param log {@code event} or {@code audit}
         * @param seq the row's number in its log
         */
        record Unsealed(String log, long seq) implements Finding {}
    }

    /** Verifies the whole chain, in memory that does not grow with its length. */
    public Finding verify() {
        var walk = new ChainWalk();
        while (true) {
            List<Link> links = sql.list(
                    """
                    SELECT position, log, seq, encode(previous_hash, 'hex'), encode(hash, 'hex') FROM event_position
                     WHERE position > ? ORDER BY position LIMIT ?""",
                    row -> new Link(
                            row.getLong(1), row.getString(2), row.getLong(3), row.getString(4), row.getString(5)),
                    walk.reached().position(),
                    CHUNK);
            Map<Long, LoggedRow> rows =
                    LoggedRows.bySeq(sql, links.stream().map(Link::seq).toList());
            for (Link link : links) {
                Optional<Broken> broken = walk.next(link, rows.get(link.seq()));
                if (broken.isPresent()) {
                    return new Finding.Unlinked(broken.get());
                }
            }
            if (links.size() < CHUNK) {
                return forgotten().<Finding>map(row -> row).orElseGet(() -> new Finding.Intact(walk.reached()));
            }
        }
    }

    private Optional<Finding.Unsealed> forgotten() {
        return Optional.ofNullable(sql.first("""
                SELECT log, seq FROM (SELECT 'event' AS log, seq FROM event_log
                                      UNION ALL SELECT 'audit', seq FROM audit_log) AS logged
                 WHERE NOT EXISTS (SELECT FROM event_position AS p WHERE p.seq = logged.seq)
                   AND NOT EXISTS (SELECT FROM unsealed AS u WHERE u.seq = logged.seq)
                 ORDER BY seq LIMIT 1""", row -> new Finding.Unsealed(row.getString(1), row.getLong(2))));
    }
}
