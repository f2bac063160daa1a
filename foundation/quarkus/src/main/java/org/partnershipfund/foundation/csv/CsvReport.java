package org.partnershipfund.foundation.csv;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;
import org.partnershipfund.foundation.problem.Violation;

/**
 * How the reading of an upload went.
 *
 * @param lines how many lines of data it had
 * @param faultyLines how many of them cannot be used
 * @param faults the first faults, in the order of the file; all of them are counted, only so many are kept
 * @param faultCount how many faults there are in all
 * @param digest SHA-256 of the bytes as they came, in hexadecimal
 */
public record CsvReport(long lines, long faultyLines, long faultCount, List<CsvFault> faults, String digest) {

    public CsvReport {
        faults = List.copyOf(faults);
    }

    /** Whether every line can be used. */
    @JsonIgnore
    public boolean isClean() {
        return faultCount == 0;
    }

    /**
     * Nothing if every line can be used.
     *
     * @throws ProblemException 400 with the faults, because an import is all or nothing
     */
    public void orRefuse() {
        orRefuse("Repair them and send the whole file again; a dry run (dryRun=true) only checks.");
    }

    /** As {@link #orRefuse()}, with what to do where there is no dry run. */
    public void orRefuse(String remedy) {
        if (!isClean()) {
            throw ProblemException.about(
                    StandardProblem.FAULTY_UPLOAD,
                    "Nothing was imported: %,d of %,d lines cannot be used. %s".formatted(faultyLines, lines, remedy),
                    faults.stream().map(CsvReport::violation).toList());
        }
    }

    /** The same report with faults that no single line shows. */
    public CsvReport plus(List<CsvFault> more) {
        List<CsvFault> all = Stream.concat(faults.stream(), more.stream())
                .sorted(Comparator.comparingLong(CsvFault::line))
                .toList();
        return new CsvReport(
                lines,
                faultyLines + more.stream().map(CsvFault::line).distinct().count(),
                faultCount + more.size(),
                all.stream().limit(CsvImport.FAULTS_KEPT).toList(),
                digest);
    }

    private static Violation violation(CsvFault fault) {
        var where = fault.column().isEmpty() ? "" : ", " + fault.column();
        return new Violation("line %d%s".formatted(fault.line(), where), fault.value(), fault.reason());
    }
}
