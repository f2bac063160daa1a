package org.partnershipfund.portfolio.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.catalogue.School;
import org.partnershipfund.portfolio.catalogue.Schools;
import org.partnershipfund.portfolio.program.Point;

/** Schools in table {@code school}. */
@ApplicationScoped
class SqlSchools implements Schools {

    private static final String COLUMNS = "SELECT code, name, neighborhood, latitude, longitude, need FROM school ";

    private final Sql sql;

    SqlSchools(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<School> find(SchoolCode code) {
        return sql.list(COLUMNS + "WHERE code = ?", SqlSchools::school, code.value()).stream()
                .findFirst();
    }

    @Override
    public Set<SchoolCode> known(Collection<SchoolCode> codes) {
        var all = codes.stream().map(SchoolCode::value).collect(Collectors.joining(","));
        return Set.copyOf(sql.list(
                "SELECT code FROM school WHERE code = ANY (string_to_array(?, ','))",
                row -> new SchoolCode(row.getString(1)),
                all));
    }

    @Override
    public List<School> list(Filter filter, Optional<SchoolCode> after, int limit) {
        return sql.list(
                COLUMNS
                        + "WHERE code > ? AND modified_at > ? AND neighborhood = coalesce(?, neighborhood) ORDER BY code LIMIT ?",
                SqlSchools::school,
                after.map(SchoolCode::value).orElse(""),
                filter.modifiedAfter().orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC),
                filter.neighborhood().orElse(null),
                limit);
    }

    @Override
    public void keep(Collection<School> schools, Instant at) {
        sql.run(connection -> {
            try (var statement = connection.prepareStatement("""
                    INSERT INTO school (code, name, neighborhood, latitude, longitude, need, modified_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (code) DO UPDATE SET name = excluded.name, neighborhood = excluded.neighborhood,
                        latitude = excluded.latitude, longitude = excluded.longitude, need = excluded.need,
                        modified_at = excluded.modified_at
                    """)) {
                for (School school : schools) {
                    statement.setString(1, school.code().value());
                    statement.setString(2, school.name());
                    statement.setString(3, school.neighborhood());
                    statement.setBigDecimal(
                            4, school.point().map(Point::latitude).orElse(null));
                    statement.setBigDecimal(
                            5, school.point().map(Point::longitude).orElse(null));
                    statement.setObject(6, school.need().orElse(null));
                    statement.setObject(7, at.atOffset(ZoneOffset.UTC));
                    statement.addBatch();
                }
                int[] _ = statement.executeBatch();
            }
        });
    }

    static School school(ResultSet row) throws SQLException {
        int need = row.getInt("need");
        return new School(
                new SchoolCode(row.getString("code")),
                row.getString("name"),
                row.getString("neighborhood"),
                point(row),
                need == 0 ? Optional.empty() : Optional.of(need));
    }

    /** Where a school is, from columns {@code latitude} and {@code longitude}. */
    static Optional<Point> point(ResultSet row) throws SQLException {
        BigDecimal latitude = row.getBigDecimal("latitude");
        return latitude == null ? Optional.empty() : Optional.of(new Point(latitude, row.getBigDecimal("longitude")));
    }
}
