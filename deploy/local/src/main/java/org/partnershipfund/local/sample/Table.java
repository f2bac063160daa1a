package org.partnershipfund.local.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file of the sample district: a line of column names, then rows. No value holds a comma, a quote or a line break.
 *
 * @param columns in the order of the file
 * @param rows each as long as {@code columns}
 */
record Table(List<String> columns, List<List<String>> rows) {

    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** One row, its values by the name of their column. */
    record Row(List<String> columns, List<String> values) {

        String text(String column) {
            int place = columns.indexOf(column);
            if (place < 0) {
                throw new IllegalArgumentException("no column %s in %s".formatted(column, columns));
            }
            return values.get(place);
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }

        /** What is separated by semicolons; nothing for an empty value. */
        List<String> list(String column) {
            return text(column).isEmpty() ? List.of() : List.of(text(column).split(";", -1));
        }
    }

    /** Collects rows. */
    static final class Writer {

        private final List<String> columns;
        private final List<List<String>> rows = new ArrayList<>();

        Writer(String... columns) {
            this.columns = List.of(columns);
        }

        void row(Object... values) {
            List<String> texts = Arrays.stream(values).map(String::valueOf).toList();
            if (texts.size() != columns.size()
                    || texts.stream().anyMatch(text -> text.matches("(?s).*[,\"\\n\\r].*"))) {
                throw new IllegalArgumentException("not a row of %s: %s".formatted(columns, texts));
            }
            rows.add(texts);
        }

        Table table() {
            return new Table(columns, rows);
        }
    }

    static Table read(Path file) {
        try {
            return of(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sample district", e);
        }
    }

    /** The table that such lines are. */
    static Table of(List<String> lines) {
        List<List<String>> values =
                lines.stream().map(line -> List.of(line.split(",", -1))).toList();
        return new Table(values.getFirst(), values.subList(1, values.size()));
    }

    List<Row> all() {
        return rows.stream().map(values -> new Row(columns, values)).toList();
    }

    /** The text of the file. */
    String csv() {
        var text = new StringBuilder(String.join(",", columns)).append('\n');
        rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
        return text.toString();
    }
}
