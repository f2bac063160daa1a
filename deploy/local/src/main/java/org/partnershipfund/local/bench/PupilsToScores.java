package org.partnershipfund.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.demo.SampleDistrict;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.sample.Sample;
import org.partnershipfund.local.sample.Students;
import org.postgresql.PGConnection;

/** From the first byte of a file of pupils to the answer that their schools are scored, beside a bare COPY of the file. */
final class PupilsToScores {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Suite suite;
    private final Report report;
    private final Path sample;
    private final HttpClient http;
    private final String token;
    private int names;

    private PupilsToScores(Suite suite, Report report, HttpClient http) {
        this.suite = suite;
        this.report = report;
        this.http = http;
        this.sample = suite.place().deploy("sample");
        this.token = suite.token("budget-office");
    }

    static void measure(Suite suite, Report report, int runs, int pupils)
            throws IOException, InterruptedException, SQLException {
        try (var http = HttpClient.newHttpClient()) {
            new PupilsToScores(suite, report, http).measure(runs, pupils);
        }
    }

    private void measure(int runs, int pupils) throws IOException, InterruptedException, SQLException {
        var model =
                made("/index-models", "application/json", BodyPublishers.ofFile(sample.resolve(Sample.MODEL)), "model");
        var district = new SampleDistrict(sample.resolve(Sample.SCHOOLS));
        var _ = made(
                "/schools/imports" + query(Map.of("kind", "projected", "asOf", "2017-11-01", "source", "bench")),
                "text/csv",
                BodyPublishers.ofString(district.schools()),
                "snapshot");
        var tracts = made(
                "/tract-imports" + query(Map.of("name", "Bench", "source", "bench", "asOf", "2016-12-31")),
                "text/csv",
                BodyPublishers.ofFile(sample.resolve(Sample.TRACTS)),
                "tracts");
        var students = Students.of(sample);
        var unknown = UUID.randomUUID().toString();

        Path small = file(students, 1);
        report.chapter("Index of %,d generated pupils (seed 2019), %,d bytes, by 12 factors; service heap 256 MB"
                .formatted(students.size(), Files.size(small)));
        // The code that everything runs through is compiled by then; a first upload of the year is the slower one.
        double first = seconds(small, model, tracts, 201);
        List<Double> computed = new ArrayList<>();
        List<Double> sent = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            computed.add(seconds(small, model, tracts, 201));
            sent.add(seconds(small, unknown, tracts, 422));
            bare.add(bareCopy(small));
        }
        report.figure("the first upload after the start, s", "%.2f".formatted(first), "");
        report.figure("upload to school scores, s", Report.median(computed, "%.2f"), "aim: 3");
        report.figure(
                "of it until the first pupil is read, s",
                Report.median(sent, "%.2f"),
                "split: sent, spooled, digested");
        report.figure("bare COPY into a table with the same key, s", Report.median(bare, "%.2f"), "yardstick");

        if (pupils > 0) {
            large(students, Math.ceilDiv(pupils, students.size()), model, tracts, median(computed));
        }
    }

    private void large(Students students, int copies, String model, String tracts, double ofOne)
            throws IOException, InterruptedException, SQLException {
        Path large = file(students, copies);
        long pupils = (long) copies * students.size();
        report.chapter("Index of %,d generated pupils (seed 2019), %,d bytes; service heap 256 MB"
                .formatted(pupils, Files.size(large)));
        double computed = seconds(large, model, tracts, 201);
        double sent = seconds(large, UUID.randomUUID().toString(), tracts, 422);
        double bare = bareCopy(large);
        report.figure("upload to school scores, s", "%.1f".formatted(computed), "");
        report.figure(
                "of it until the first pupil is read, s", "%.1f".formatted(sent), "split: sent, spooled, digested");
        report.figure("bare COPY into a table with the same key, s", "%.1f".formatted(bare), "yardstick");
        report.figure("times the bare COPY", "%.2f".formatted(computed / bare), "aim: at most 3");
        report.figure(
                "time per pupil, times that of %,d".formatted(students.size()),
                "%.2f".formatted(computed / copies / ofOne),
                "aim: linear, 1");
        report.figure(
                "most memory the service ever held, MB", Long.toString(kilobytes("VmHWM:") / 1024), "its heap is 256");
        Files.delete(large);
    }

    private Path file(Students students, int copies) throws IOException {
        Path file = suite.place().dir().resolve("students-%d.csv".formatted(copies));
        try (var out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            students.write(copies, out);
        }
        return file;
    }

    private double seconds(Path file, String model, String tracts, int expected)
            throws IOException, InterruptedException {
        names++;
        var path = "/index-computations"
                + query(Map.of(
                        "modelId",
                        model,
                        "tractSetId",
                        tracts,
                        "name",
                        "Bench " + names,
                        "source",
                        "generated, seed 2019",
                        "snapshotDate",
                        "2017-10-01",
                        "illustrative",
                        "true"));
        long begin = System.nanoTime();
        var _ = sent(path, "text/csv", BodyPublishers.ofFile(file), expected);
        return (System.nanoTime() - begin) / 1e9;
    }

    /** What the database alone needs to keep the same file, in one transaction, by the same key. */
    private double bareCopy(Path file) throws SQLException, IOException {
        try (var connection = suite.administrator(Service.ALLOCATION);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var columns = Arrays.stream(Students.HEADER.split(","))
                    .map(column -> switch (column) {
                        case "student_key" -> column + " text COLLATE \"C\" PRIMARY KEY";
                        case "school_code", "tract_geoid" -> column + " text";
                        case String indicator -> indicator + " numeric";
                    })
                    .collect(Collectors.joining(", "));
            var _ = statement.executeUpdate("CREATE TABLE bench_student (%s)".formatted(columns));
            connection.commit();
            try (InputStream bytes = Files.newInputStream(file)) {
                long begin = System.nanoTime();
                var _ = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY bench_student FROM STDIN (FORMAT csv, HEADER true)", bytes, 1 << 16);
                connection.commit();
                return (System.nanoTime() - begin) / 1e9;
            } finally {
                var _ = statement.executeUpdate("DROP TABLE bench_student");
                connection.commit();
            }
        }
    }

    private String made(String path, String type, BodyPublisher body, String part)
            throws IOException, InterruptedException {
        return sent(path, type, body, 201).path(part).path("id").asText();
    }

    private JsonNode sent(String path, String type, BodyPublisher body, int expected)
            throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(suite.url(Service.ALLOCATION) + path))
                        .timeout(LONGEST)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    private long kilobytes(String field) throws IOException {
        long pid = suite.process(Service.ALLOCATION.module()).pid();
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .orElse(0L);
        }
    }

    private static double median(List<Double> runs) {
        return runs.stream().sorted().toList().get(runs.size() / 2);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
