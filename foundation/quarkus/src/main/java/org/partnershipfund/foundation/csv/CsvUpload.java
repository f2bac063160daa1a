package org.partnershipfund.foundation.csv;

import java.util.List;

/**
 * An upload as it was read: what its good lines say, and how it went.
 *
 * @param rows what the good lines say, in the order of the file
 */
public record CsvUpload<T>(List<T> rows, CsvReport report) {

    public CsvUpload {
        rows = List.copyOf(rows);
    }

    /** The same upload with faults that no single line shows; its rows stay what they are. */
    public CsvUpload<T> plus(List<CsvFault> more) {
        return new CsvUpload<>(rows, report.plus(more));
    }

    /** The rows of an upload without a fault; anything else ends the request with 400 and the list of faults. */
    public List<T> rowsOrRefuse() {
        report.orRefuse();
        return rows;
    }
}
