package org.partnershipfund.procurement.adapter.kafka;

import jakarta.inject.Singleton;
import java.util.List;
import org.partnershipfund.foundation.sql.Sql;

/** What the tests look at: the letters of a subject that nobody has settled yet. */
@Singleton
public class Letters {

    private final Sql sql;

    Letters(Sql sql) {
        this.sql = sql;
    }

    /** State and reason, oldest first, such as {@code parked: waits for fund:…}. */
    public List<String> open(String subject) {
        return sql.list(
                "SELECT state || ': ' || reason FROM dead_letter WHERE (subject = ? OR lane LIKE '% ' || ?) AND state IN ('parked', 'dead') ORDER BY seq",
                row -> row.getString(1), subject, subject);
    }
}
