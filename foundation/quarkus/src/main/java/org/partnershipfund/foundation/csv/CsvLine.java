package org.partnershipfund.foundation.csv;

import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One line of an upload while {@link CsvScan} stands at it: its cells as text, and where its faults are told. */
public final class CsvLine {

    private final Faults faults;
    private @Nullable CSVRecord cells;
    private long number;

    CsvLine(Faults faults) {
        this.faults = faults;
    }

    void move(long toNumber, CSVRecord itsCells) {
        number = toNumber;
        cells = itsCells;
    }

    /** The line of the file as an editor counts it. */
    public long number() {
        return number;
    }

    /** The cell under the header's name at that place, without blanks around it. */
    public String cell(int place) {
        if (cells == null) {
            throw new IllegalStateException("no line was read yet");
        }
        return cells.get(place);
    }

    /** Tells a fault of this line; see {@link CsvFault}. */
    public void fault(String column, String value, String reason) {
        faults.add(column, value, reason);
    }

    /** Whether no fault of this line was told yet. */
    public boolean isClean() {
        return faults.lineIsClean();
    }
}
