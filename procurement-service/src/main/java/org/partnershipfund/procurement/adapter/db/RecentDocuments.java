package org.partnershipfund.procurement.adapter.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.AsWritten;
import org.partnershipfund.foundation.sql.AsWritten.Writing;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Versioned;

/** The documents of a table; one that is known as its row was written last is not sent and parsed again. */
final class RecentDocuments<T> {

    /** Which writing of the row, of a table as d. */
    static final String MARK = AsWritten.mark("d");

    private final Sql sql;
    private final Documents documents;
    private final Class<T> type;
    private final String read;
    private final AsWritten<UUID, Versioned<T>> recent;

    /**
     * @param table with the columns id, version, modified_at and document
     * @param most how many are kept
     */
    RecentDocuments(Sql sql, Documents documents, String table, Class<T> type, int most) {
        this.sql = sql;
        this.documents = documents;
        this.type = type;
        this.read = """
                SELECT CASE WHEN %1$s = ? THEN NULL ELSE d.document END AS document, d.version, %1$s AS mark
                  FROM %2$s AS d WHERE d.id = ?
                """.formatted(MARK, table);
        this.recent = new AsWritten<>(most);
    }

    /** The document, to look at. */
    Optional<Versioned<T>> find(UUID id) {
        return one(id, "");
    }

    /** The document, held until the end of the transaction. */
    Optional<Versioned<T>> hold(UUID id) {
        return one(id, " FOR UPDATE");
    }

    private Optional<Versioned<T>> one(UUID id, String lock) {
        Writing<Versioned<T>> known = recent.find(id).orElse(null);
        Optional<Writing<Versioned<T>>> found = Optional.ofNullable(
                sql.first(read + lock, row -> writing(row, known), known == null ? null : known.mark(), id));
        found.ifPresent(writing -> recent.keep(id, writing));
        return found.map(Writing::value);
    }

    private Writing<Versioned<T>> writing(ResultSet row, @Nullable Writing<Versioned<T>> known) throws SQLException {
        return known != null && row.getString("document") == null
                ? known
                : new Writing<>(
                        row.getString("mark"),
                        new Versioned<>(documents.read(row.getString("document"), type), row.getLong("version")));
    }

    /** Takes note of what this transaction wrote, by the mark that its statement returned. */
    void wrote(UUID id, Versioned<T> document, String mark) {
        recent.keep(id, new Writing<>(mark, document));
    }
}
