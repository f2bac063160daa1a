package org.partnershipfund.portfolio.adapter.db;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.search.Band;
import org.partnershipfund.portfolio.search.Facet;
import org.partnershipfund.portfolio.search.FoundProgram;
import org.partnershipfund.portfolio.search.Order;
import org.partnershipfund.portfolio.search.ProgramFinder;
import org.partnershipfund.portfolio.search.ProgramQuery;
import org.partnershipfund.portfolio.search.ProgramQuery.Near;
import org.partnershipfund.portfolio.search.SearchResult;
import org.partnershipfund.portfolio.search.SearchResult.Count;

/**
 * Search in table {@code program_search} (decision 0017): one statement finds what matches, counts it by facet and
 * reads the page.
 */
@ApplicationScoped
class SqlProgramFinder implements ProgramFinder {

    /** Metres, farther than any place on earth: where a program has sites and nobody said where any of them is. */
    private static final int NOT_ON_THE_MAP = Integer.MAX_VALUE;

    private final Sql sql;

    SqlProgramFinder(Sql sql) {
        this.sql = sql;
    }

    @Override
    public SearchResult find(ProgramQuery query, Optional<FoundProgram.Key> after, int limit) {
        var statement = new Statement();
        statement.write("WITH asked AS (SELECT ");
        statement.write(
                "websearch_to_tsquery('catalogue', ?) AS query, lower(unaccent(?)) AS plain), possible AS (",
                query.text().orElse(""),
                query.text().orElse(""));
        lines(statement, query);
        statement.write("), candidate AS MATERIALIZED (SELECT possible.*");
        for (Facet facet : Facet.values()) {
            Set<String> chosen = query.chosen().get(facet);
            if (chosen == null) {
                statement.write(", true AS " + fits(facet));
            } else {
                statement.write(
                        ", %s && string_to_array(?, chr(31)) AS %s".formatted(words(facet), fits(facet)),
                        String.join("\u001f", chosen));
            }
        }
        statement.write(
                " FROM possible), matching AS (SELECT * FROM candidate WHERE %s) ".formatted(all(Facet.values())));
        page(statement, query.order(), after, limit);
        statement.write("""
                 UNION ALL SELECT 'total', NULL, NULL, NULL, NULL, NULL, NULL, NULL, count(*) FROM matching
                """);
        for (Facet facet : Facet.values()) {
            Facet[] others =
                    Stream.of(Facet.values()).filter(other -> other != facet).toArray(Facet[]::new);
            // Of what matches all but the facet's own choice, each word with how many programs have it.
            statement.write("""
                     UNION ALL SELECT 'facet', '%s', word, NULL::uuid, NULL::text, NULL::bigint, NULL::integer,
                                      NULL::integer, count(*)
                    FROM candidate, unnest(%s) AS word WHERE %s GROUP BY word
                    """.formatted(facet.name(), words(facet), all(others)));
        }
        statement.write(") AS answer ORDER BY kind, CASE WHEN kind = 'hit' THEN number ELSE -number END, word");
        return read(sql.list(statement.text(), row -> row(row, query.order()), statement.values()));
    }

    /** Every program that the words, the place and the menu leave, with what its facets need. */
    private static void lines(Statement statement, ProgramQuery query) {
        statement.write("""
                SELECT line.program_id, line.name_key, line.terms AS term, line.grades AS grade,
                       line.languages AS language, line.neighborhoods AS neighborhood, line.days AS day,
                       ARRAY[line.service_area] AS service_area,
                       price.cents, place.left_over AS capacity_left, near.metres, near.rank AS near_rank,
                       ARRAY[%s] AS price_per_pupil_band, ARRAY[%s] AS capacity_left_band,
                       %s AS score
                FROM program_search line CROSS JOIN asked
                """.formatted(
                        bands("price.cents", Band.PRICES_PER_PUPIL, Band.NOT_PER_PUPIL),
                        bands("place.left_over", Band.CAPACITIES_LEFT, ""),
                        query.text().isEmpty() ? "0::bigint" : score(query)));
        statement.write("""
                LEFT JOIN LATERAL (
                    SELECT min(p.cents) AS cents FROM price p
                    WHERE p.program_id = line.program_id AND p.unit = 'per-pupil' AND p.version = (
                        coalesce(
                            (SELECT max(v.version) FROM price_sheet v
                             WHERE v.program_id = line.program_id AND v.valid_from <= ?),
                            (SELECT min(v.version) FROM price_sheet v
                             WHERE v.program_id = line.program_id AND v.valid_from <= ?)))
                ) price ON true
                LEFT JOIN program_served served ON served.program_id = line.program_id AND served.fiscal_year = ?
                CROSS JOIN LATERAL (
                    SELECT greatest(line.capacity - coalesce(served.pupils, 0), 0)::integer AS left_over) place
                """, query.day(), query.year().firstDay(), query.year().endYear());
        Near near = query.near().orElse(null);
        if (near == null) {
            statement.write("CROSS JOIN (SELECT NULL::integer AS metres, 0::bigint AS rank) near WHERE true");
        } else {
            statement.write(
                    """
                    LEFT JOIN LATERAL (
                        SELECT nearest.metres,
                               CASE WHEN nearest.sites = 0 THEN -1 ELSE coalesce(nearest.metres, %d) END::bigint AS rank
                        FROM (SELECT round(min(metres(g.latitude, g.longitude, ?, ?))
                                           FILTER (WHERE g.latitude IS NOT NULL))::integer AS metres,
                                     count(*) AS sites
                              FROM program_site g WHERE g.program_id = line.program_id) nearest
                    ) near ON true
                    WHERE near.rank <= ?
                    """.formatted(NOT_ON_THE_MAP),
                    near.point().latitude(),
                    near.point().longitude(),
                    near.within().orElse(NOT_ON_THE_MAP));
        }
        if (query.text().isPresent()) {
            statement.write(
                    query.forgivesTypos()
                            ? " AND (line.document @@ asked.query OR asked.plain <<% line.words)"
                            : " AND line.document @@ asked.query");
        }
        query.vetted().ifPresent(vetted -> {
            statement.write(
                    " AND %s EXISTS (SELECT 1 FROM application a WHERE a.program_id = line.program_id AND %s)"
                            .formatted(vetted ? "" : "NOT", ApplicationRow.ON_THE_MENU_IN_SQL),
                    query.day(),
                    query.day(),
                    query.day(),
                    query.day());
        });
    }

    /** What has the words stands before what has something like them; in millionths. */
    private static String score(ProgramQuery query) {
        return query.forgivesTypos() ? """
                  (1000000 * (CASE WHEN line.document @@ asked.query THEN 1 + ts_rank(line.document, asked.query)
                                   ELSE strict_word_similarity(asked.plain, line.words) / 2 END))::bigint
                  """ : "(1000000 * (1 + ts_rank(line.document, asked.query)))::bigint";
    }

    private static String bands(String number, List<Band> bands, String otherwise) {
        return bands.stream()
                .map(band -> "WHEN %s >= %d%s THEN '%s'"
                        .formatted(
                                number,
                                band.least(),
                                band.below()
                                        .map(end -> " AND %s < %d".formatted(number, end))
                                        .orElse(""),
                                band.word()))
                .collect(joining(" ", "CASE ", " ELSE '%s' END".formatted(otherwise)));
    }

    private static void page(Statement statement, Order order, Optional<FoundProgram.Key> after, int limit) {
        String rank = rank(order);
        statement.write("""
                SELECT * FROM (SELECT 'hit' AS kind, NULL::text AS facet, NULL::text AS word, program_id, (%1$s)::text AS key, cents,
                       capacity_left, metres, row_number() OVER (ORDER BY %1$s, program_id) AS number
                FROM (SELECT * FROM matching WHERE\
                """.formatted(rank));
        after.ifPresentOrElse(
                last -> statement.write(
                        " (%s, program_id) > (?::%s, ?)".formatted(rank, order == Order.NAME ? "text" : "bigint"),
                        last.text(),
                        last.program().value()),
                () -> statement.write(" true"));
        statement.write(" ORDER BY %s, program_id LIMIT ?) AS page".formatted(rank), limit);
    }

    private static String rank(Order order) {
        return switch (order) {
            case RELEVANCE -> "-score";
            case NAME -> "name_key";
            case DISTANCE -> "near_rank";
        };
    }

    /** The column with a program's words of a facet. */
    private static String words(Facet facet) {
        return switch (facet) {
            case SERVICE_AREA -> "service_area";
            case TERM -> "term";
            case GRADE -> "grade";
            case LANGUAGE -> "language";
            case NEIGHBORHOOD -> "neighborhood";
            case DAY -> "day";
            case PRICE_PER_PUPIL -> "price_per_pupil_band";
            case CAPACITY_LEFT -> "capacity_left_band";
        };
    }

    /** The column that says whether a program has what was chosen of a facet. */
    private static String fits(Facet facet) {
        return "fits_" + words(facet);
    }

    private static String all(Facet... facets) {
        return Stream.of(facets).map(SqlProgramFinder::fits).collect(joining(" AND "));
    }

    /** A line of the answer: a program that was found, the count of a facet's word, or how many there are in all. */
    private record Line(
            @Nullable FoundProgram found,
            @Nullable Facet facet,
            @Nullable Count count,
            long total) {}

    private static Line row(ResultSet row, Order order) throws SQLException {
        long number = row.getLong("number");
        return switch (row.getString("kind")) {
            case "hit" -> {
                var program = new ProgramId(row.getObject("program_id", UUID.class));
                long cents = row.getLong("cents");
                Optional<Money> price = row.wasNull() ? Optional.empty() : Optional.of(new Money(cents));
                int metres = row.getInt("metres");
                Optional<Integer> distance = row.wasNull() ? Optional.empty() : Optional.of(metres);
                yield new Line(
                        new FoundProgram(
                                program,
                                new FoundProgram.Key(order, row.getString("key"), program),
                                price,
                                row.getInt("capacity_left"),
                                distance),
                        null,
                        null,
                        0);
            }
            case "facet" ->
                new Line(null, Facet.valueOf(row.getString("facet")), new Count(row.getString("word"), number), 0);
            default -> new Line(null, null, null, number);
        };
    }

    private static SearchResult read(List<Line> lines) {
        List<FoundProgram> found = new ArrayList<>();
        Map<Facet, List<Count>> counts = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            counts.put(facet, new ArrayList<>());
        }
        long total = 0;
        for (Line line : lines) {
            total += line.total();
            if (line.found() != null) {
                found.add(line.found());
            }
            if (line.facet() != null && line.count() != null) {
                counts.getOrDefault(line.facet(), new ArrayList<>()).add(line.count());
            }
        }
        return new SearchResult(found, total, counts);
    }

    /** A statement and its values, in the order in which they are written. */
    private static final class Statement {

        private final StringBuilder text = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        void write(String part, Object... its) {
            text.append(part);
            values.addAll(List.of(its));
        }

        String text() {
            return text.toString();
        }

        Object[] values() {
            return values.toArray();
        }
    }
}
