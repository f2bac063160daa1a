package org.partnershipfund.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;

/**
 * The bulk export of 10,000 processes as open data, read to its end by a client that keeps none of it. The service's heap
 * is the one that the suite gives every service; it is printed beside the figure.
 */
final class OpenDataExport {

    private static final int PROCESSES = 10_000;
    private static final List<String> EXPORTS =
            List.of("/ocds/releases.jsonl", "/ocds/compiled-releases.jsonl", "/ocds/tables.zip");

    private OpenDataExport() {}

    static void measure(BenchPurchases purchases, Report report, int runs)
            throws SQLException, IOException, InterruptedException {
        report.chapter(
                "Open data: bulk export of %,d processes (aim: streamed in a heap of 256 MB)".formatted(PROCESSES));
        if (!multiply(purchases)) {
            report.figure("bulk export", "not there", "procurement-service has no open data yet");
            return;
        }
        try (var http = HttpClient.newHttpClient()) {
            for (String path : EXPORTS) {
                List<Double> seconds = new ArrayList<>();
                long bytes = 0;
                for (int i = 0; i < runs; i++) {
                    long begin = System.nanoTime();
                    bytes = drained(http, purchases.suite().place(), path);
                    seconds.add((System.nanoTime() - begin) / 1e9);
                }
                report.figure(path + ", MB", "%.1f".formatted(bytes / 1e6), "");
                report.figure(path + ", seconds", Report.median(seconds, "%.1f"), "");
            }
        }
        purchases.suite().awaitHealthy();
        report.figure("the service afterwards", "healthy", "aim: no OutOfMemoryError (the JVM would exit)");
    }

    private static long drained(HttpClient http, Place place, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://%s:%d%s".formatted(Place.LOOPBACK, place.port(Door.PROCUREMENT), path)))
                .build();
        var answer = http.send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s answered %d".formatted(path, answer.statusCode()));
        }
        try (InputStream body = answer.body()) {
            byte[] some = new byte[1 << 16];
            long bytes = 0;
            for (int read = body.read(some); read >= 0; read = body.read(some)) {
                bytes += read;
            }
            return bytes;
        }
    }

    /** Of every list its first five: the bench's own contract has a hundred schools and thousands of payments. */
    private static final String FEW_OF_EACH = """
            CREATE FUNCTION pg_temp.few(whole jsonb) RETURNS jsonb LANGUAGE sql AS $$
                SELECT CASE jsonb_typeof(whole)
                           WHEN 'object' THEN (SELECT jsonb_object_agg(key, pg_temp.few(value)) FROM jsonb_each(whole))
                           WHEN 'array' THEN (SELECT jsonb_agg(pg_temp.few(value) ORDER BY place)
                                                FROM jsonb_array_elements(whole) WITH ORDINALITY AS e (value, place)
                                               WHERE place <= 5)
                           ELSE whole
                       END
            $$""";

    /** The releases of the bench's own process, with few of everything, published again under 10,000 other ids. */
    private static boolean multiply(BenchPurchases purchases) throws SQLException {
        try (var database = purchases.suite().administrator(Service.PROCUREMENT);
                var statement = database.createStatement()) {
            try (var row = statement.executeQuery("SELECT to_regclass('public.ocds_release') IS NOT NULL")) {
                if (!row.next() || !row.getBoolean(1)) {
                    return false;
                }
            }
            // Rows that no use case wrote: keys to processes are not looked at, and nothing is announced.
            int _ = statement.executeUpdate("SET session_replication_role = replica");
            int _ = statement.executeUpdate("SET check_function_bodies = off");
            int _ = statement.executeUpdate(FEW_OF_EACH);
            int _ = statement.executeUpdate("""
                    INSERT INTO ocds_record (ocid, process_id, fund_id, fiscal_year, route, method, service_area, releases,
                                             last_at, last_tags, state)
                    SELECT r.ocid || '-' || n, gen_random_uuid(), r.fund_id, r.fiscal_year, r.route, r.method,
                           r.service_area, r.releases, r.last_at, r.last_tags, replace(r.state, r.ocid, r.ocid || '-' || n)
                      FROM (SELECT ocid, fund_id, fiscal_year, route, method, service_area, releases, last_at, last_tags,
                                   pg_temp.few(state::jsonb)::text AS state
                              FROM ocds_record ORDER BY releases DESC LIMIT 1) r
                     CROSS JOIN generate_series(1, %d) AS n
                    """.formatted(PROCESSES - 1));
            int _ = statement.executeUpdate("""
                    WITH first AS (SELECT ocid FROM ocds_record WHERE ocid IN (SELECT ocid FROM ocds_release)),
                         made AS (
                         INSERT INTO ocds_release (ocid, number, id, date, tags, document)
                         SELECT r.ocid || '-' || n, r.number, r.id || '-' || n, r.date, r.tags,
                                replace(r.document, r.ocid, r.ocid || '-' || n)
                           FROM (SELECT rel.ocid, rel.number, rel.id, rel.date, rel.tags,
                                        pg_temp.few(rel.document::jsonb)::text AS document
                                   FROM ocds_release rel
                                  WHERE rel.ocid = (SELECT ocid FROM first LIMIT 1) ORDER BY number LIMIT 12) r
                          CROSS JOIN generate_series(1, %d) AS n
                         RETURNING id)
                    INSERT INTO ocds_unplaced (release_id) SELECT id FROM made
                    """.formatted(PROCESSES - 1));
            return true;
        }
    }
}
