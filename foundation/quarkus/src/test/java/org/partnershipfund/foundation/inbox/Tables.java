package org.partnershipfund.foundation.inbox;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
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

    /** The values of a subject's letters as text, in order. */
    List<String> values(String subject) {
        return sql.list(
                "SELECT value FROM dead_letter WHERE subject = ? ORDER BY seq",
                row -> {
                    byte[] value = row.getBytes(1);
                    return value == null ? "null" : new String(value, StandardCharsets.UTF_8);
                },
                subject);
    }

    /** Who did something to a subject, and why. */
    List<String> audit(String subject) {
        return sql.list(
                "SELECT concat_ws(' ', issuer, actor, roles, reason) FROM audit_log WHERE subject = ? ORDER BY seq",
                row -> row.getString(1),
                subject);
    }

    /** A count. */
    long count(String query) {
        Long count = sql.first(query, row -> row.getLong(1));
        return count == null ? 0 : count;
    }

    /** As if the service had been repaired to read what it could not: the stored record gets the right version. */
    void repairSpecversion(UUID letter) {
        sql.updateOne(
                "UPDATE dead_letter SET headers = replace(headers, ?, ?) WHERE id = ?",
                base64("0.9"),
                base64("1.0"),
                letter);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
