package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.policy.LeadTime;
import org.partnershipfund.approval.policy.LeadTimes;
import org.partnershipfund.foundation.sql.Known;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;

/** Lead times in table {@code lead_time}, which only a migration changes. */
@ApplicationScoped
class JdbcLeadTimes implements LeadTimes {

    /** What changes when the table does. */
    static final String DIGEST = "(SELECT sum(hashtextextended(t::text, 0)) FROM lead_time AS t)::text";

    private static final int MOST_KNOWN = 8;

    private final Sql sql;
    private final Known<String, List<LeadTime>> known = new Known<>(MOST_KNOWN);

    JdbcLeadTimes(Sql sql) {
        this.sql = sql;
    }

    /**
     * Every tier, of a table that had this digest a moment ago. One that has another by now is read as it is, and kept under no
     * digest: the next caller asks by the new one.
     */
    List<LeadTime> known(String digest) {
        return known.get(digest, () -> ofDigest(digest)).orElseGet(this::all);
    }

    private record Read(String digest, LeadTime tier) {}

    /** Every tier, if the table has this digest: one statement, so that both are of one moment. */
    private Optional<List<LeadTime>> ofDigest(String digest) {
        List<Read> read = sql.list(
                "SELECT *, %s AS digest FROM lead_time ORDER BY valid_from, from_cents".formatted(DIGEST),
                row -> new Read(row.getString("digest"), tier(row)));
        return !read.isEmpty() && read.stream().allMatch(one -> one.digest().equals(digest))
                ? Optional.of(read.stream().map(Read::tier).toList())
                : Optional.empty();
    }

    @Override
    public List<LeadTime> all() {
        return sql.list("SELECT * FROM lead_time ORDER BY valid_from, from_cents", JdbcLeadTimes::tier);
    }

    private static LeadTime tier(ResultSet row) throws SQLException {
        return new LeadTime(
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                new Money(row.getLong("from_cents")),
                Optional.ofNullable(row.getObject("until_cents", Long.class)).map(Money::new),
                row.getInt("weeks_at_least"),
                row.getInt("weeks_at_most"),
                row.getString("method"),
                row.getString("source"));
    }
}
