package org.partnershipfund.allocation.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.allocation.opportunityindex.Component;
import org.partnershipfund.allocation.opportunityindex.Computation;
import org.partnershipfund.allocation.opportunityindex.Computations;
import org.partnershipfund.allocation.opportunityindex.ComputedIndex;
import org.partnershipfund.allocation.opportunityindex.IndexModelId;
import org.partnershipfund.allocation.opportunityindex.IndexSet;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.opportunityindex.Provenance;
import org.partnershipfund.allocation.opportunityindex.SchoolNeed;
import org.partnershipfund.allocation.opportunityindex.TractSetId;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;

/** Computations in tables {@code index_computation} and {@code computed_index}, beside the set that came of them. */
@ApplicationScoped
class SqlComputations implements Computations {

    private static final String SELECT = """
            SELECT s.id, s.name, s.source, s.method, s.snapshot_date, s.illustrative, s.imported_at,
                   c.model_id, c.tract_set_id, c.pupils, c.students_digest, c.result_digest, c.kept_until
              FROM index_computation c JOIN index_set s ON s.id = c.index_set_id
            """;

    private static final String PUBLISHED_SCENARIO =
            "EXISTS (SELECT FROM scenario p WHERE p.state = 'published' AND p.index_set_id = c.index_set_id)";

    /** Nothing while none is published. To the public a computation is new from then on, however old it is. */
    private static final String PUBLIC_SINCE =
            "(SELECT min(p.published_at) FROM scenario p WHERE p.state = 'published' AND p.index_set_id = c.index_set_id)";

    private static final String SCHOOLS = """
            SELECT c.school_code, i.millionths, c.pupils, c.neighborhood, c.individual, c.performance, c.exact
              FROM computed_index c JOIN school_index i USING (index_set_id, school_code)
             WHERE c.index_set_id = ? AND c.school_code > ? ORDER BY c.school_code LIMIT ?""";

    private final Sql sql;

    SqlComputations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Computation> find(IndexSetId id) {
        return Optional.ofNullable(
                sql.first(SELECT + "WHERE c.index_set_id = ?", SqlComputations::computation, id.value()));
    }

    @Override
    public boolean isPublic(IndexSetId id) {
        return isThere("c.index_set_id = ?", id.value());
    }

    @Override
    public boolean isPublic(IndexModelId model) {
        return isThere("c.model_id = ?", model.value());
    }

    private boolean isThere(String which, UUID id) {
        return !sql.list(
                        "SELECT 1 FROM index_computation c WHERE %s AND %s LIMIT 1"
                                .formatted(which, PUBLISHED_SCENARIO),
                        _ -> true,
                        id)
                .isEmpty();
    }

    @Override
    public List<Computation> list(
            boolean publicOnly, Optional<IndexSetId> after, Optional<Instant> newerThan, int limit) {
        return sql.list(
                SELECT
                        + "WHERE s.id > ? AND CASE WHEN ? THEN %s ELSE s.imported_at END > ? ORDER BY s.id LIMIT ?"
                                .formatted(PUBLIC_SINCE),
                SqlComputations::computation,
                after.map(IndexSetId::value).orElse(Sorting.BEFORE_ALL),
                publicOnly,
                utc(newerThan.orElse(Instant.EPOCH)),
                limit);
    }

    @Override
    public List<SchoolNeed> schools(IndexSetId id, Optional<SchoolCode> after, int limit) {
        return sql.list(
                SCHOOLS,
                SqlComputations::need,
                id.value(),
                after.map(SchoolCode::value).orElse(""),
                limit);
    }

    @Override
    public List<IndexSetId> overdue(Instant now) {
        return sql.list("""
                SELECT c.index_set_id FROM index_computation c WHERE c.kept_until <= ?
                   AND EXISTS (SELECT FROM student_record r WHERE r.index_set_id = c.index_set_id)""", row -> new IndexSetId(row.getObject(1, UUID.class)), utc(now));
    }

    @Override
    public void add(Computation computation, List<SchoolNeed> schools) {
        UUID id = computation.title().id().value();
        sql.updateOne(
                """
                INSERT INTO index_computation (index_set_id, model_id, tract_set_id, pupils, students_digest,
                                               result_digest, kept_until)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                id,
                computation.model().value(),
                computation.tracts().value(),
                computation.pupils(),
                computation.studentsDigest(),
                computation.resultDigest(),
                computation.keptUntil().map(SqlComputations::utc).orElse(null));
        sql.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO computed_index (index_set_id, school_code, pupils, neighborhood, individual,
                                                performance, exact)
                    VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
                for (SchoolNeed school : schools) {
                    insert.setObject(1, id);
                    insert.setString(2, school.school().value());
                    bind(insert, school);
                    insert.addBatch();
                }
                var _ = insert.executeBatch();
            }
        });
    }

    private static void bind(PreparedStatement insert, SchoolNeed school) throws SQLException {
        switch (school) {
            case SchoolNeed.Measured(ComputedIndex found) -> {
                insert.setLong(3, found.pupils());
                insert.setInt(4, found.component(Component.NEIGHBORHOOD));
                insert.setInt(5, found.component(Component.INDIVIDUAL));
                insert.setInt(6, found.component(Component.PERFORMANCE));
                insert.setInt(7, found.exact());
            }
            case SchoolNeed.TooFewPupils _ -> {
                insert.setNull(3, Types.BIGINT);
                for (int place = 4; place <= 7; place++) {
                    insert.setNull(place, Types.INTEGER);
                }
            }
        }
    }

    private static Computation computation(ResultSet row) throws SQLException {
        return new Computation(
                new IndexSet.Title(
                        new IndexSetId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        new Provenance(
                                row.getString("source"),
                                row.getString("method"),
                                row.getObject("snapshot_date", LocalDate.class),
                                row.getBoolean("illustrative")),
                        row.getObject("imported_at", OffsetDateTime.class).toInstant()),
                new IndexModelId(row.getObject("model_id", UUID.class)),
                new TractSetId(row.getObject("tract_set_id", UUID.class)),
                row.getLong("pupils"),
                row.getString("students_digest"),
                row.getString("result_digest"),
                Optional.ofNullable(row.getObject("kept_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static SchoolNeed need(ResultSet row) throws SQLException {
        var school = new SchoolCode(row.getString("school_code"));
        var index = new IndexValue(row.getInt("millionths"));
        long pupils = row.getLong("pupils");
        return row.wasNull()
                ? new SchoolNeed.TooFewPupils(school, index)
                : new SchoolNeed.Measured(new ComputedIndex(
                        school,
                        pupils,
                        Map.of(
                                Component.NEIGHBORHOOD, row.getInt("neighborhood"),
                                Component.INDIVIDUAL, row.getInt("individual"),
                                Component.PERFORMANCE, row.getInt("performance")),
                        row.getInt("exact"),
                        index));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
