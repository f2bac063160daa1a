package org.partnershipfund.allocation.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Map;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.foundation.csv.Column;
import org.partnershipfund.foundation.csv.CsvImport;
import org.partnershipfund.foundation.csv.CsvUpload;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.kernel.SchoolCode;

/** The file of an Opportunity Index. */
@ApplicationScoped
class IndexCsv {

    private static final Column<IndexValue> INDEX = new Column<>(
            "index",
            cell -> IndexValue.parse(cell)
                    .orElseThrow(() -> new InvalidValueException(
                            cell,
                            "it must be a number from 0.01 to 0.99 with at most six decimals, such as 0.844538")));

    private final Schools schools;

    IndexCsv(Schools schools) {
        this.schools = schools;
    }

    /** Reads the file and reports every fault, also a school that nobody imported. */
    CsvUpload<Map.Entry<SchoolCode, IndexValue>> read(InputStream file) {
        Column<SchoolCode> knownCode = KnownSchools.column(schools);
        return CsvImport.of(knownCode, INDEX)
                .keyedBy(knownCode)
                .upTo(1L << 20, 5_000)
                .read(file, row -> Map.entry(row.get(knownCode), row.get(INDEX)));
    }
}
