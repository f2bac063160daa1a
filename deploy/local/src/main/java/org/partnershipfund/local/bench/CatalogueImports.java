package org.partnershipfund.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Service;

/** From the first byte of a CSV file to the answer that all of it is registered, beside the bare rows. */
final class CatalogueImports {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final List<String> OF_PROGRAMS =
            List.of("program", "price_sheet", "price", "program_site", "program_search", "event_log");
    private static final List<String> OF_PARTNERSHIPS = List.of("partnership", "event_log");

    private final Suite suite;
    private final HttpClient http;
    private final String token;

    private CatalogueImports(Suite suite, HttpClient http) {
        this.suite = suite;
        this.http = http;
        this.token = suite.token("partnerships-team");
    }

    /** Leaves the catalogue imported once. */
    static void measure(Suite suite, Report report, int runs, GeneratedCatalogue catalogue)
            throws IOException, InterruptedException, SQLException {
        try (var http = HttpClient.newHttpClient()) {
            new CatalogueImports(suite, http).measure(report, runs, catalogue);
        }
    }

    private void measure(Report report, int runs, GeneratedCatalogue catalogue)
            throws IOException, InterruptedException, SQLException {
        registerPartners();
        var _ = seconds("/schools/imports", BodyPublishers.ofString(catalogue.schools()));
        Path programs = suite.place().dir().resolve("programs.csv");
        try (var csv = Files.newBufferedWriter(programs)) {
            GeneratedCatalogue.programs(csv);
        }
        Path partnerships = suite.place().dir().resolve("partnerships.csv");
        try (var csv = Files.newBufferedWriter(partnerships)) {
            catalogue.partnerships(csv);
        }
        String ofTheYear = "/partnerships/imports?illustrative=true&source=bench&fiscalYear="
                + FiscalYear.of(LocalDate.now(ZoneId.of("America/New_York"))).endYear();
        List<Double> ofPrograms = new ArrayList<>();
        List<Double> rowsOfPrograms = new ArrayList<>();
        List<Double> ofPartnerships = new ArrayList<>();
        List<Double> rowsOfPartnerships = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            empty();
            long before = newestEvent();
            ofPrograms.add(seconds("/programs/imports", BodyPublishers.ofFile(programs)));
            rowsOfPrograms.add(bare(OF_PROGRAMS, before));
            before = newestEvent();
            ofPartnerships.add(seconds(ofTheYear, BodyPublishers.ofFile(partnerships)));
            rowsOfPartnerships.add(bare(OF_PARTNERSHIPS, before));
        }
        report.chapter("Import of %,d programs of %d partners by CSV (generated, seed %d), %,d bytes"
                .formatted(
                        GeneratedCatalogue.PROGRAMS,
                        GeneratedCatalogue.PARTNERS,
                        GeneratedCatalogue.SEED,
                        Files.size(programs)));
        report.figure("sent to registered, s", Report.median(ofPrograms, "%.2f"), "aim: 10");
        report.figure("bare INSERT of the same rows, same keys, s", Report.median(rowsOfPrograms, "%.2f"), "yardstick");
        report.figure("times the bare rows", ratio(ofPrograms, rowsOfPrograms), "");
        report.chapter("Import of %,d partnerships of one year by CSV, %,d bytes"
                .formatted(
                        GeneratedCatalogue.PROGRAMS * GeneratedCatalogue.SCHOOLS_PER_PROGRAM,
                        Files.size(partnerships)));
        report.figure("sent to registered, an event each, s", Report.median(ofPartnerships, "%.2f"), "");
        report.figure(
                "bare INSERT of the same rows, same keys, s", Report.median(rowsOfPartnerships, "%.2f"), "yardstick");
        report.figure("times the bare rows", ratio(ofPartnerships, rowsOfPartnerships), "");
    }

    private void registerPartners() {
        try (var anybody = suite.client()) {
            var partner = anybody.as("partner");
            for (int i = 0; i < GeneratedCatalogue.PARTNERS; i++) {
                var _ = partner.post(Door.PORTFOLIO, "/partners", """
                                {"name": "%s", "kind": "nonprofit", "contactEmail": "office@invented.example"}
                                """.formatted(GeneratedCatalogue.partner(i)))
                        .expecting(201);
            }
        }
    }

    private double seconds(String path, BodyPublisher csv) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(suite.url(Service.PORTFOLIO) + path))
                        .timeout(LONGEST)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "text/csv; charset=utf-8")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(csv)
                        .build(),
                BodyHandlers.ofString());
        double taken = (System.nanoTime() - begin) / 1e9;
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return taken;
    }

    /** Every run begins with the same: partners and schools, no program. */
    private void empty() throws SQLException {
        awaitSealed();
        try (var database = suite.administrator(Service.PORTFOLIO);
                var statement = database.createStatement()) {
            var _ = statement.execute(
                    "TRUNCATE partnership, program_search, program_site, price, price_sheet, program CASCADE");
        }
    }

    /** What an import before said is sealed while it is answered and after; the next one does not share the cores with it. */
    private void awaitSealed() throws SQLException {
        try (var database = suite.administrator(Service.PORTFOLIO);
                var statement = database.createStatement()) {
            long waiting = 1;
            while (waiting > 0) {
                try (var row = statement.executeQuery("""
                        SELECT count(*) FROM event_log e
                        WHERE NOT EXISTS (SELECT 1 FROM event_position p WHERE p.seq = e.seq)""")) {
                    waiting = row.next() ? row.getLong(1) : 0;
                }
            }
        }
    }

    private long newestEvent() throws SQLException {
        try (var database = suite.administrator(Service.PORTFOLIO);
                var statement = database.createStatement();
                var row = statement.executeQuery("SELECT coalesce(max(seq), 0) FROM event_log")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Seconds for the rows that an import wrote, events that are newer than {@code before} among them. */
    private double bare(List<String> tables, long before) throws SQLException {
        try (var database = suite.administrator(Service.PORTFOLIO);
                var statement = database.createStatement()) {
            for (String table : tables) {
                var _ = statement.execute("CREATE TABLE bench_%1$s (LIKE %1$s INCLUDING ALL)".formatted(table));
            }
            database.setAutoCommit(false);
            long begin = System.nanoTime();
            for (String table : tables) {
                var _ = statement.executeUpdate("INSERT INTO bench_%1$s SELECT * FROM %1$s%2$s"
                        .formatted(table, table.equals("event_log") ? " WHERE seq > " + before : ""));
            }
            database.commit();
            double taken = (System.nanoTime() - begin) / 1e9;
            for (String table : tables) {
                var _ = statement.execute("DROP TABLE bench_" + table);
            }
            database.commit();
            return taken;
        }
    }

    private static String ratio(List<Double> measured, List<Double> yardstick) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < measured.size(); i++) {
            ratios.add(measured.get(i) / yardstick.get(i));
        }
        return Report.median(ratios, "%.1f");
    }
}
