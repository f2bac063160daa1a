package org.partnershipfund.foundation.csv;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.problem.StorableValues;

/**
 * Reads an upload in CSV (RFC 4180, UTF-8, a header line, columns in any order) line by line and reports every fault,
 * not only the first. One line at a time is in memory, besides what the sink keeps.
 *
 * <p>An upload that is no CSV of these columns at all (header, encoding, quotes) ends the request with 400; too many
 * bytes or lines with 413.
 */
public final class CsvImport {

    /** How many faults a report keeps; the rest is only counted. */
    public static final int FAULTS_KEPT = 200;

    private final List<Column<?>> columns;
    private final @Nullable Column<?> key;
    private final long mostBytes;
    private final long mostLines;

    private CsvImport(List<Column<?>> columns, @Nullable Column<?> key, long mostBytes, long mostLines) {
        this.columns = columns;
        this.key = key;
        this.mostBytes = mostBytes;
        this.mostLines = mostLines;
    }

    /** An import with exactly these columns, up to 10 MiB and 100,000 lines. */
    public static CsvImport of(Column<?>... columns) {
        return new CsvImport(List.of(columns), null, 10L << 20, 100_000);
    }

    /** The same import, where this column names a line: the same value twice is a fault of the second line. */
    public CsvImport keyedBy(Column<?> column) {
        return new CsvImport(columns, column, mostBytes, mostLines);
    }

    /** The same import with other limits. */
    public CsvImport upTo(long bytes, long lines) {
        return new CsvImport(columns, key, bytes, lines);
    }

    /**
     * Reads all of it and keeps what the good lines say.
     *
     * @param shape what a line says; may refuse it with {@link InvalidValueException}
     */
    public <T> CsvUpload<T> read(InputStream upload, Function<CsvRow, T> shape) {
        var rows = new ArrayList<T>();
        var report = read(upload, shape, rows::add);
        return new CsvUpload<>(rows, report);
    }

    /**
     * Reads all of it and hands what each good line says to the sink, in the order of the file. The sink must be
     * able to take back what it got: faults may come later.
     */
    public <T> CsvReport read(InputStream upload, Function<CsvRow, T> shape, Consumer<? super T> sink) {
        var seen = new HashMap<Object, Long>();
        return CsvScan.upTo(mostBytes, mostLines).read(upload, header -> {
            CsvScan.header(header, columns.stream().map(Column::name).toList());
            return line -> readLine(line, header, seen, shape, sink);
        });
    }

    private <T> void readLine(
            CsvLine line,
            List<String> header,
            Map<Object, Long> seen,
            Function<CsvRow, T> shape,
            Consumer<? super T> sink) {
        var row = new CsvRow(line.number(), cellsOf(line, header));
        if (line.isClean() && key != null) {
            Long earlier = seen.putIfAbsent(row.get(key), line.number());
            if (earlier != null) {
                line.fault(
                        key.name(), line.cell(header.indexOf(key.name())), "line %d has it already".formatted(earlier));
            }
        }
        if (line.isClean()) {
            try {
                sink.accept(shape.apply(row));
            } catch (InvalidValueException refused) {
                line.fault(refused.field(), refused.value(), refused.reason());
            }
        }
    }

    private Map<String, Object> cellsOf(CsvLine line, List<String> header) {
        var read = new HashMap<String, Object>();
        for (Column<?> column : columns) {
            try {
                var cell = line.cell(header.indexOf(column.name()));
                read.put(column.name(), column.reading().apply(StorableValues.text(cell)));
            } catch (InvalidValueException refused) {
                line.fault(column.name(), refused.value(), refused.reason());
            }
        }
        return read;
    }
}
