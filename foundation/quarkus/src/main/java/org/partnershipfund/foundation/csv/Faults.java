package org.partnershipfund.foundation.csv;

import java.util.ArrayList;
import java.util.List;

/** The faults of one upload while it is read: all counted, the first ones kept. */
final class Faults {

    private final List<CsvFault> kept = new ArrayList<>();
    private long count;
    private long faultyLines;
    private long line;
    private boolean clean = true;

    void startLine(long number) {
        line = number;
        clean = true;
    }

    boolean lineIsClean() {
        return clean;
    }

    void add(String column, String value, String reason) {
        if (clean) {
            faultyLines++;
            clean = false;
        }
        count++;
        if (kept.size() < CsvImport.FAULTS_KEPT) {
            kept.add(new CsvFault(line, column, shortened(value), reason));
        }
    }

    CsvReport report(long lines, String digest) {
        return new CsvReport(lines, faultyLines, count, kept, digest);
    }

    private static String shortened(String value) {
        return value.length() <= 120 ? value : value.substring(0, 120) + "…";
    }
}
