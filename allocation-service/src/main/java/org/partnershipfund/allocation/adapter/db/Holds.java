package org.partnershipfund.allocation.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.foundation.sql.Sql;

/** Locks on words rather than rows, for what does not exist yet; PostgreSQL lets go when the transaction ends. */
@ApplicationScoped
class Holds {

    private final Sql sql;

    Holds(Sql sql) {
        this.sql = sql;
    }

    /** Waits until nobody else holds the word, and holds it. */
    void hold(String word) {
        var _ = sql.list("SELECT FROM pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> true, word);
    }
}
