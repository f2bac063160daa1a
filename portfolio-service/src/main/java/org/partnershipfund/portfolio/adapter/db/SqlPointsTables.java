package org.partnershipfund.portfolio.adapter.db;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.portfolio.matching.Item;
import org.partnershipfund.portfolio.matching.PointsTable;

/** The points tables in table {@code matching_points}: policy by day, changed by migration. */
@ApplicationScoped
class SqlPointsTables implements PointsTable.Book {

    private final Sql sql;

    SqlPointsTables(Sql sql) {
        this.sql = sql;
    }

    private record Line(LocalDate validFrom, String source, Item item, int value) {}

    @Override
    public PointsTable on(LocalDate day) {
        List<Line> lines = sql.list(
                """
                SELECT valid_from, source, item, value FROM matching_points
                WHERE valid_from = (SELECT coalesce(max(valid_from) FILTER (WHERE valid_from <= ?), min(valid_from))
                                    FROM matching_points)
                ORDER BY item
                """,
                row -> new Line(
                        row.getObject("valid_from", LocalDate.class),
                        row.getString("source"),
                        Item.of(row.getString("item")),
                        row.getInt("value")),
                day);
        Line first = lines.getFirst();
        return new PointsTable(
                first.validFrom(), first.source(), lines.stream().collect(toMap(Line::item, Line::value)));
    }
}
