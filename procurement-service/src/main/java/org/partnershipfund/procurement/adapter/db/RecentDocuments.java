package org.partnershipfund.procurement.adapter.db;

import java.lang.ref.SoftReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Known;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Versioned;

/**
 * The documents of a table. What was read or written lately is not sent and parsed again while its row is as it was written
 * last: the statement that would read it asks for that, by version and writing transaction ({@code xmin}). It lies in soft
 * references, which the heap lets go before anything else.
 */
final class RecentDocuments<T> {

    private final Sql sql;
    private final Documents documents;
    private final Class<T> type;
    private final String read;
    private final Known<UUID, SoftReference<Kept<T>>> recent;

    /**
     * @param table with the columns id, version and document
     * @param most how many are kept
     */
    RecentDocuments(Sql sql, Documents documents, String table, Class<T> type, int most) {
        this.sql = sql;
        this.documents = documents;
        this.type = type;
        this.read = """
                SELECT CASE WHEN version = ? AND xmin::text = ? THEN NULL ELSE document END AS document,
                       version, xmin::text AS written_by
                  FROM %s WHERE id = ?
                """.formatted(table);
        this.recent = new Known<>(most);
    }

    /**
     * A document as the transaction of this number wrote its row: equal, also when a migration did. What a transaction wrote
     * that came to nothing has a number that no row ever shows.
     */
    private record Kept<T>(Versioned<T> document, @Nullable String writtenBy) {}

    /** The document, to look at. */
    Optional<Versioned<T>> find(UUID id) {
        return one(id, "");
    }

    /** The document, held until the end of the transaction. */
    Optional<Versioned<T>> hold(UUID id) {
        return one(id, " FOR UPDATE");
    }

    private Optional<Versioned<T>> one(UUID id, String lock) {
        Kept<T> known = recent.find(id).map(SoftReference::get).orElse(null);
        Optional<Kept<T>> found = Optional.ofNullable(sql.first(
                read + lock,
                row -> kept(row, known),
                known == null ? 0L : known.document().version(),
                known == null ? null : known.writtenBy(),
                id));
        found.ifPresent(kept -> recent.keep(id, new SoftReference<>(kept)));
        return found.map(Kept::document);
    }

    private Kept<T> kept(ResultSet row, @Nullable Kept<T> known) throws SQLException {
        return known != null && row.getString("document") == null
                ? known
                : new Kept<>(
                        new Versioned<>(documents.read(row.getString("document"), type), row.getLong("version")),
                        row.getString("written_by"));
    }

    /** Takes note of what this transaction wrote, by the {@code xmin} that its statement returned. */
    void wrote(UUID id, Versioned<T> document, String writtenBy) {
        recent.keep(id, new SoftReference<>(new Kept<>(document, writtenBy)));
    }
}
