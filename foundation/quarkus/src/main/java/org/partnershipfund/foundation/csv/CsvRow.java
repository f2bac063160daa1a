package org.partnershipfund.foundation.csv;

import java.util.Map;
import java.util.Objects;

/** One line of an upload whose cells could all be read. */
public final class CsvRow {

    private final long line;
    private final Map<String, Object> cells;

    CsvRow(long line, Map<String, Object> cells) {
        this.line = line;
        this.cells = cells;
    }

    /** The line of the file as an editor counts it. */
    public long line() {
        return line;
    }

    /** The cell of one of the upload's columns. */
    @SuppressWarnings("unchecked") // the cell was read by this very column
    public <T> T get(Column<T> column) {
        return (T) Objects.requireNonNull(cells.get(column.name()), column.name());
    }
}
