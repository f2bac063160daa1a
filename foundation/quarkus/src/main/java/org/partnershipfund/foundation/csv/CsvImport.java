package org.partnershipfund.foundation.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;
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

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .setHeader()
            // checkHeader says what is wrong with it, in the caller's words
            .setAllowMissingColumnNames(true)
            .get();

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
        var bytes = new BoundedUpload(upload, mostBytes);
        try (CSVParser parser = parser(bytes)) {
            checkHeader(parser.getHeaderNames());
            var faults = new Faults();
            var seen = new HashMap<Object, Long>();
            long lines = 0;
            long line = parser.getCurrentLineNumber() + 1;
            for (CSVRecord cells : parser) {
                bytes.nextLine();
                lines++;
                if (lines > mostLines) {
                    throw tooLarge("%,d lines of data".formatted(mostLines));
                }
                readLine(line, cells, faults, seen, shape, sink);
                line = parser.getCurrentLineNumber() + 1;
            }
            if (lines == 0) {
                faults.startLine(2);
                faults.add("", "", "the file has a header and no line of data");
            }
            return faults.report(lines, HexFormat.of().formatHex(bytes.digest()));
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private <T> void readLine(
            long line,
            CSVRecord cells,
            Faults faults,
            Map<Object, Long> seen,
            Function<CsvRow, T> shape,
            Consumer<? super T> sink) {
        faults.startLine(line);
        if (!cells.isConsistent()) {
            faults.add("", "%d cells".formatted(cells.size()), "the header has %d columns".formatted(columns.size()));
            return;
        }
        var row = new CsvRow(line, cellsOf(cells, faults));
        if (faults.lineIsClean() && key != null) {
            Long earlier = seen.putIfAbsent(row.get(key), line);
            if (earlier != null) {
                faults.add(key.name(), cells.get(key.name()), "line %d has it already".formatted(earlier));
            }
        }
        if (faults.lineIsClean()) {
            try {
                sink.accept(shape.apply(row));
            } catch (InvalidValueException refused) {
                faults.add(refused.field(), refused.value(), refused.reason());
            }
        }
    }

    private Map<String, Object> cellsOf(CSVRecord cells, Faults faults) {
        var read = new HashMap<String, Object>();
        for (Column<?> column : columns) {
            try {
                read.put(column.name(), column.reading().apply(StorableValues.text(cells.get(column.name()))));
            } catch (InvalidValueException refused) {
                faults.add(column.name(), refused.value(), refused.reason());
            }
        }
        return read;
    }

    private void checkHeader(List<String> header) {
        Set<String> expected = new HashSet<>();
        columns.forEach(column -> expected.add(column.name()));
        if (header.size() != columns.size() || !expected.equals(Set.copyOf(new HashSet<>(header)))) {
            throw ProblemException.of(
                    StandardProblem.FAULTY_UPLOAD,
                    "The first line must name exactly these columns, in any order: %s. It has: %s.%s"
                            .formatted(
                                    String.join(
                                            ",",
                                            columns.stream().map(Column::name).toList()),
                                    shortened(String.join(",", header)),
                                    aboutNameless(header)));
        }
    }

    /** A spreadsheet writes such a comma for a column that once had something in it. */
    private static String aboutNameless(List<String> header) {
        int nameless = header.indexOf("");
        return nameless < 0
                ? ""
                : " Column %d has no name; delete the column, or the comma at the end of the line."
                        .formatted(nameless + 1);
    }

    private static CSVParser parser(InputStream bytes) throws IOException {
        var utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return CSVParser.builder()
                .setReader(new InputStreamReader(withoutByteOrderMark(bytes), utf8))
                .setFormat(FORMAT)
                .get();
    }

    private static InputStream withoutByteOrderMark(InputStream bytes) throws IOException {
        var buffered = new BufferedInputStream(bytes);
        buffered.mark(3);
        boolean marked = buffered.read() == 0xEF && buffered.read() == 0xBB && buffered.read() == 0xBF;
        if (!marked) {
            buffered.reset();
        }
        return buffered;
    }

    private static ProblemException unreadable(@Nullable IOException cause) {
        var reason = switch (cause) {
            case BoundedUpload.TooLarge tooLarge -> throw tooLarge(tooLarge.limit());
            case CharacterCodingException _ -> "it is not UTF-8; save it as \"CSV UTF-8\"";
            case CSVException _ -> "a quoted cell is not closed, or has text after its closing quote";
            case null, default -> "it broke off, or is no CSV";
        };
        return ProblemException.of(
                StandardProblem.FAULTY_UPLOAD,
                "The upload cannot be read: %s. Nothing was imported.".formatted(reason));
    }

    private static ProblemException tooLarge(String limit) {
        return ProblemException.of(
                StandardProblem.TOO_LARGE,
                "The upload is larger than %s. Nothing was imported; send it in parts.".formatted(limit));
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
