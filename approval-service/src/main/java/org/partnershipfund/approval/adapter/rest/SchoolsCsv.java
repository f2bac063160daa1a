package org.partnershipfund.approval.adapter.rest;

import java.io.InputStream;
import org.partnershipfund.approval.support.KnownSchools.Named;
import org.partnershipfund.foundation.csv.Column;
import org.partnershipfund.foundation.csv.CsvImport;
import org.partnershipfund.foundation.csv.CsvUpload;
import org.partnershipfund.kernel.SchoolCode;

/** The file of the district's schools. */
final class SchoolsCsv {

    private static final Column<SchoolCode> CODE = Column.schoolCode("school_code");
    private static final Column<String> NAME = Column.text("name", 200);

    private static final CsvImport FILE = CsvImport.of(CODE, NAME).keyedBy(CODE).upTo(2L << 20, 5_000);

    private SchoolsCsv() {}

    /** Reads the file and reports every fault. */
    static CsvUpload<Named> read(InputStream file) {
        return FILE.read(file, row -> new Named(row.get(CODE), row.get(NAME)));
    }
}
