package org.partnershipfund.foundation.sql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Locks on words rather than rows, for what does not exist yet; PostgreSQL lets go when the transaction ends. */
@Singleton
public class Holds {

    /** {@link #hold} as a statement before another one that looks when the wait is over; the word is its parameter. */
    public static final String HOLD = "SELECT FROM pg_advisory_xact_lock(hashtextextended(?, 0)); ";

    private final Sql sql;

    @Inject
    public Holds(Sql sql) {
        this.sql = sql;
    }

    /** Waits until nobody holds the word alone, and holds it together with all others who share it. */
    public void share(String word) {
        var _ = sql.list("SELECT FROM pg_advisory_xact_lock_shared(hashtextextended(?, 0))", _ -> true, word);
    }

    /** Waits until nobody else holds the word, and holds it alone. */
    public void hold(String word) {
        var _ = sql.list(HOLD, _ -> true, word);
    }
}
