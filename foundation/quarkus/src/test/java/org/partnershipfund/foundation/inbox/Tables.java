package org.partnershipfund.foundation.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.partnershipfund.foundation.sql.Sql;

/** What the tests look at. */
@Singleton
public class Tables {

    private final Sql sql;

    @Inject
    Tables(Sql sql) {
        this.sql = sql;
    }

    /** The notes of a subject's effects, in order. */
    List<String> effects(String subject) {
        return sql.list("SELECT note FROM effect WHERE subject = ? ORDER BY n", row -> row.getString(1), subject);
    }

    /** State and kind of a subject's letters, in order. */
    List<String> letters(String subject) {
        return sql.list(
                "SELECT state || ' ' || kind FROM dead_letter WHERE subject = ? ORDER BY seq",
                row -> row.getString(1),
                subject);
    }

    /** Why a subject's letters are not done, in order. */
    List<String> reasons(String subject) {
        return sql.list(
                "SELECT reason FROM dead_letter WHERE subject = ? ORDER BY seq", row -> row.getString(1), subject);
    }

    boolean isKnown(String eventId) {
        return !sql.list("SELECT 1 FROM inbox WHERE event_id = ?", row -> row.getInt(1), eventId)
                .isEmpty();
    }
}
