package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.policy.LeadTime;
import org.partnershipfund.approval.policy.LeadTimes;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;

/** Lead times in table {@code lead_time}, which only a migration changes. */
@ApplicationScoped
class JdbcLeadTimes implements LeadTimes {

    private final Sql sql;
    private final Known<String, List<LeadTime>> known = new Known<>();

    JdbcLeadTimes(Sql sql) {
        this.sql = sql;
    }

    /** Every tier, of a table with this digest. */
    List<LeadTime> known(String digest) {
        return known.get(digest, () -> Optional.of(all())).orElseThrow();
    }

    @Override
    public List<LeadTime> all() {
        return sql.list(
                "SELECT * FROM lead_time ORDER BY valid_from, from_cents",
                row -> new LeadTime(
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                        new Money(row.getLong("from_cents")),
                        Optional.ofNullable(row.getObject("until_cents", Long.class))
                                .map(Money::new),
                        row.getInt("weeks_at_least"),
                        row.getInt("weeks_at_most"),
                        row.getString("method"),
                        row.getString("source")));
    }
}
