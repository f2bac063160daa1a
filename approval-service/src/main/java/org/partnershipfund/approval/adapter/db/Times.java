package org.partnershipfund.approval.adapter.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Instants as PostgreSQL's driver takes and gives them. */
final class Times {

    private Times() {}

    /** The instant of a column that is always filled. */
    static Instant of(ResultSet row, String column) throws SQLException {
        return maybe(row, column).orElseThrow(() -> new IllegalStateException("column " + column + " is empty"));
    }

    /** The instant of a column that may be empty. */
    static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** The instant as a parameter. */
    static @Nullable OffsetDateTime parameter(Optional<Instant> at) {
        return at.map(Times::parameter).orElse(null);
    }

    /** The instant as a parameter. */
    static OffsetDateTime parameter(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
