package org.partnershipfund.foundation.csv;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A list of records as CSV: one column per component, a record within a record flattened with an underscore
 * ({@code award} becomes {@code award_amount, award_currency}), names in snake_case, a list joined by {@code |}.
 *
 * <p>A cell that a spreadsheet would run as a formula ({@code = + - @}, tab, carriage return at its start) gets an
 * apostrophe in front, unless it is a number.
 */
public final class CsvTable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private final Class<?> type;

    private CsvTable(Class<?> type) {
        this.type = type;
    }

    /** The table of a record type. */
    public static CsvTable of(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("a table has records for lines, not " + type);
        }
        return new CsvTable(type);
    }

    /** Writes header and lines. */
    public void write(Iterable<?> records, Appendable out) throws IOException {
        // not closed: the stream below belongs to the answer
        @SuppressWarnings("resource")
        var csv = new CSVPrinter(out, FORMAT);
        csv.printRecord(header());
        for (Object one : records) {
            var cells = new ArrayList<String>();
            cells(type, one, cells);
            csv.printRecord(cells);
        }
        csv.flush();
    }

    /** The names of the columns. */
    public List<String> header() {
        var names = new ArrayList<String>();
        names("", type, names);
        return names;
    }

    private static void names(String prefix, Class<?> record, List<String> names) {
        for (RecordComponent component : record.getRecordComponents()) {
            var name = prefix + snakeCase(component.getName());
            if (component.getType().isRecord()) {
                names(name + "_", component.getType(), names);
            } else {
                names.add(name);
            }
        }
    }

    private static void cells(Class<?> record, @Nullable Object value, List<String> cells) {
        for (RecordComponent component : record.getRecordComponents()) {
            var part = value == null ? null : read(component, value);
            if (component.getType().isRecord()) {
                cells(component.getType(), part, cells);
            } else {
                cells.add(guarded(text(part)));
            }
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> many -> many.stream().map(CsvTable::text).collect(Collectors.joining("|"));
            case java.math.BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    private static String guarded(String cell) {
        boolean risky = !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0;
        return risky && !cell.matches("-\\d+(\\.\\d+)?") ? "'" + cell : cell;
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }

    private static @Nullable Object read(RecordComponent component, Object record) {
        try {
            var accessor = component.getAccessor();
            accessor.trySetAccessible();
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
