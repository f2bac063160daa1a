package org.partnershipfund.local.access;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.partnershipfund.local.Suite;

/**
 * {@code docs/access.csv}: for each door and each role, what is answered about a thing that does not exist, about
 * somebody else's, about one's own. One status stands for all of them where they are the same.
 */
final class AccessMatrix {

    static final Path FILE = Suite.checkout().resolve("docs/access.csv");

    private static final String ABOUT = "about";
    private static final List<String> KEY = List.of("service", "method", "path", ABOUT);
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(Stream.concat(KEY.stream(), Roles.COLUMNS.stream()).toArray(String[]::new))
            .setSkipHeaderRecord(true)
            .setRecordSeparator('\n')
            .get();

    /** Whose the thing is that the path names. */
    enum About {
        /** The path names no thing. */
        DOOR,
        UNKNOWN,
        OTHERS,
        OWN;

        String word() {
            return switch (this) {
                case DOOR -> "door";
                case UNKNOWN -> "unknown";
                case OTHERS -> "other's";
                case OWN -> "own";
            };
        }
    }

    /**
     * A door's row.
     *
     * @param about in the order of the statuses of each cell
     * @param cells by column: the statuses, one for each of {@code about}
     */
    record Row(List<About> about, Map<String, List<Integer>> cells) {

        List<Integer> cell(String column) {
            return Objects.requireNonNull(cells.get(column), () -> "no column " + column);
        }
    }

    private final Map<String, Row> rows;

    AccessMatrix(Map<String, Row> rows) {
        this.rows = rows;
    }

    static AccessMatrix read() {
        Map<String, Row> rows = new LinkedHashMap<>();
        try (var parser = FORMAT.parse(Files.newBufferedReader(FILE))) {
            for (var line : parser) {
                List<About> about = Stream.of(line.get(ABOUT).split("/", -1))
                        .map(word -> Stream.of(About.values())
                                .filter(value -> value.word().equals(word))
                                .findFirst()
                                .orElseThrow())
                        .toList();
                Map<String, List<Integer>> cells = new LinkedHashMap<>();
                for (String column : Roles.COLUMNS) {
                    cells.put(column, statuses(line.get(column), about.size()));
                }
                String name = line.get("service") + " " + line.get("method") + " " + line.get("path");
                if (rows.put(name, new Row(about, cells)) != null) {
                    throw new IllegalStateException(FILE + " has two rows for " + name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
        return new AccessMatrix(rows);
    }

    private static List<Integer> statuses(String cell, int count) {
        List<Integer> said =
                Stream.of(cell.split("/", -1)).map(Integer::valueOf).toList();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(said.size() == 1 ? said.getFirst() : said.get(i));
        }
        return List.copyOf(all);
    }

    Map<String, Row> rows() {
        return rows;
    }

    /** How many answers it expects. */
    int answers() {
        return rows.values().stream()
                .mapToInt(row -> row.about().size() * row.cells().size())
                .sum();
    }

    void write() {
        try (var text = new StringWriter();
                var printer = new CSVPrinter(
                        text, FORMAT.builder().setSkipHeaderRecord(false).get())) {
            for (var row : rows.entrySet()) {
                String[] key = row.getKey().split(" ", 3);
                List<String> line = new ArrayList<>(List.of(key));
                line.add(String.join(
                        "/", row.getValue().about().stream().map(About::word).toList()));
                Roles.COLUMNS.forEach(column -> line.add(text(row.getValue().cell(column))));
                printer.printRecord(line);
            }
            printer.flush();
            Files.writeString(FILE, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + FILE, e);
        }
    }

    static String text(List<Integer> statuses) {
        return statuses.stream().distinct().count() == 1
                ? statuses.getFirst().toString()
                : String.join("/", statuses.stream().map(String::valueOf).toList());
    }
}
