package org.partnershipfund.allocation.adapter.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.partnershipfund.foundation.csv.CsvFault;
import org.partnershipfund.foundation.csv.CsvImport;
import org.partnershipfund.foundation.csv.CsvReport;
import org.partnershipfund.foundation.csv.CsvUpload;

/** Adds to a report what no single line shows. */
final class WholeFile {

    private WholeFile() {}

    /** The upload with faults of lines that are good by themselves; a file without a line of data is a fault too. */
    static <T> CsvUpload<T> with(List<CsvFault> more, CsvUpload<T> upload) {
        CsvReport report = upload.report();
        List<CsvFault> added = new ArrayList<>(more);
        if (report.lines() == 0) {
            added.add(new CsvFault(2, "", "", "the file has a header and no line of data"));
        }
        List<CsvFault> all = new ArrayList<>(report.faults());
        all.addAll(added);
        all.sort(Comparator.comparingLong(CsvFault::line));
        return new CsvUpload<>(
                upload.rows(),
                new CsvReport(
                        report.lines(),
                        report.faultyLines()
                                + added.stream().map(CsvFault::line).distinct().count(),
                        report.faultCount() + added.size(),
                        all.stream().limit(CsvImport.FAULTS_KEPT).toList(),
                        report.digest()));
    }
}
