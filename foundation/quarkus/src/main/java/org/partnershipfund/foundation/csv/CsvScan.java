package org.partnershipfund.foundation.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;

/**
 * Walks through an upload in CSV (RFC 4180, UTF-8, a header line) cell by cell, for files whose columns only their header
 * tells, or that are too large for what {@link CsvImport} does for every cell. One line at a time is in memory.
 *
 * <p>An upload that is no CSV of these columns at all (header, encoding, quotes) ends the request with 400; too many
 * bytes or lines with 413.
 */
public final class CsvScan {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .setHeader()
            // whoever reads the header says what is wrong with it, in the caller's words
            .setAllowMissingColumnNames(true)
            .get();

    private final long mostBytes;
    private final long mostLines;

    private CsvScan(long mostBytes, long mostLines) {
        this.mostBytes = mostBytes;
        this.mostLines = mostLines;
    }

    /** A scan of at most so many bytes and lines of data. */
    public static CsvScan upTo(long bytes, long lines) {
        return new CsvScan(bytes, lines);
    }

    /** What is done with the header; answers what is done with each line. */
    @FunctionalInterface
    public interface Layout {
        /** Looks at the names of the columns; {@link #header} and {@link #wrongHeader} end the request. */
        Reading of(List<String> header);
    }

    /** What is done with a line. */
    @FunctionalInterface
    public interface Reading {
        /** Reads one line, which has as many cells as the header. The line must not be kept: the next one reuses it. */
        void read(CsvLine line);
    }

    /** Reads all of it. The reader must be able to take back what it got: faults may come later. */
    public CsvReport read(InputStream upload, Layout layout) {
        var bytes = new BoundedUpload(upload, mostBytes);
        try (CSVParser parser = parser(bytes)) {
            List<String> header = parser.getHeaderNames();
            Reading reading = layout.of(header);
            requireDifferentNames(header);
            var faults = new Faults();
            var line = new CsvLine(faults);
            long lines = 0;
            long number = parser.getCurrentLineNumber() + 1;
            for (CSVRecord cells : parser) {
                bytes.nextLine();
                lines++;
                if (lines > mostLines) {
                    throw tooLarge("%,d lines of data".formatted(mostLines));
                }
                faults.startLine(number);
                // Not isConsistent(), which counts columns of the same name once.
                if (cells.size() == header.size()) {
                    line.move(number, cells);
                    reading.read(line);
                } else {
                    faults.add(
                            "",
                            "%d cells".formatted(cells.size()),
                            "the header has %d columns".formatted(header.size()));
                }
                number = parser.getCurrentLineNumber() + 1;
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

    /** Ends the request unless the header names exactly these columns, in any order. */
    public static void header(List<String> header, List<String> expected) {
        Set<String> names = new TreeSet<>(expected);
        if (header.size() != expected.size() || !names.equals(new TreeSet<>(header))) {
            throw wrongHeader("exactly these columns, in any order: %s".formatted(String.join(",", expected)), header);
        }
    }

    /** Which of two columns with one name is meant, nobody can say. */
    private static void requireDifferentNames(List<String> header) {
        Set<String> names = new HashSet<>();
        for (String name : header) {
            if (!name.isEmpty() && !names.add(name)) {
                throw wrongHeader("each column once", header);
            }
        }
    }

    /**
     * What ends the request because of the header.
     *
     * @param rule what the first line must name
     */
    public static ProblemException wrongHeader(String rule, List<String> header) {
        return ProblemException.of(
                StandardProblem.FAULTY_UPLOAD,
                "The first line must name %s. It has: %s.%s"
                        .formatted(rule, shortened(String.join(",", header)), aboutNameless(header)));
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
