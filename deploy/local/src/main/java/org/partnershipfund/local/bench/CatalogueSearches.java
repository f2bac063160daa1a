package org.partnershipfund.local.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.bench.GeneratedCatalogue.Kind;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Service;

/**
 * Searches with all facets counted and 50 hits told in full, one after the other, beside the very statements that the
 * service sent to the database.
 */
final class CatalogueSearches {

    private static final int OF_EACH_KIND = 12;
    private static final int WARM_UPS = 5;
    private static final String DOOR = "/programs/search?";

    private CatalogueSearches() {}

    static void measure(Suite suite, Report report, int runs, GeneratedCatalogue catalogue)
            throws IOException, InterruptedException, SQLException {
        report.chapter(
                "Search of %,d programs at %,d places, all facets counted, 50 hits, one client (%d searches of each kind)"
                        .formatted(
                                GeneratedCatalogue.PROGRAMS,
                                GeneratedCatalogue.PROGRAMS * GeneratedCatalogue.SCHOOLS_PER_PROGRAM,
                                OF_EACH_KIND));
        try (var anybody = suite.client();
                var database = suite.application(Service.PORTFOLIO);
                var administrator = suite.administrator(Service.PORTFOLIO);
                var vacuum = administrator.createStatement()) {
            // As after a night: the import itself leaves the planner without statistics.
            var _ = vacuum.execute("VACUUM ANALYZE");
            List<Asked> all = Stream.of(Kind.values())
                    .map(kind -> new Asked(
                            kind, catalogue.searches(kind, OF_EACH_KIND), new ArrayList<>(), new ArrayList<>()))
                    .toList();
            for (int i = 0; i < WARM_UPS; i++) {
                all.forEach(asked -> through(anybody, asked));
            }
            var log = new StatementLog(suite, administrator);
            for (Asked asked : all) {
                for (String search : asked.searches()) {
                    asked.statements().add(log.sentBy(() -> through(anybody, search), "WITH asked AS"));
                }
            }
            List<Double> doors = new ArrayList<>();
            List<Double> bares = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                double door = 0;
                double bare = 0;
                for (Asked asked : all) {
                    long begin = System.nanoTime();
                    through(anybody, asked);
                    long answered = System.nanoTime();
                    for (String statement : asked.statements()) {
                        run(database, statement);
                    }
                    bare += (System.nanoTime() - answered) / 1e6;
                    door += (answered - begin) / 1e6;
                    asked.taken().add((answered - begin) / 1e6 / OF_EACH_KIND);
                }
                int searched = OF_EACH_KIND * all.size();
                doors.add(1_000 * searched / door);
                bares.add(1_000 * searched / bare);
            }
            all.forEach(asked ->
                    report.figure(asked.kind().what() + ", ms a search", Report.median(asked.taken(), "%.0f"), ""));
            report.figure("searches a second through the door", Report.median(doors, "%.1f"), "");
            report.figure("the same SQL bare, a second", Report.median(bares, "%.1f"), "yardstick");
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                ratios.add(doors.get(i) / bares.get(i));
            }
            report.figure("of the bare SQL", Report.median(ratios, "%.2f"), "aim: 0.50");
        }
    }

    /**
     * Searches of one kind.
     *
     * @param statements what the service sent to the database for each
     * @param taken milliseconds a search, by run
     */
    private record Asked(Kind kind, List<String> searches, List<String> statements, List<Double> taken) {}

    private static void through(SuiteClient anybody, Asked asked) {
        asked.searches().forEach(search -> through(anybody, search));
    }

    private static void through(SuiteClient anybody, String search) {
        var _ = anybody.get(Door.PORTFOLIO, DOOR + search).expecting(200);
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    var _ = rows.getObject(column);
                }
            }
        }
    }
}
