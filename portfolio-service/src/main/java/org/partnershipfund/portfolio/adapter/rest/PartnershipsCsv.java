package org.partnershipfund.portfolio.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.foundation.csv.Column;
import org.partnershipfund.foundation.csv.CsvFault;
import org.partnershipfund.foundation.csv.CsvImport;
import org.partnershipfund.foundation.csv.CsvRow;
import org.partnershipfund.foundation.csv.CsvUpload;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.catalogue.Funding;
import org.partnershipfund.portfolio.catalogue.Partnership.Agreement;
import org.partnershipfund.portfolio.catalogue.Partnership.Details;
import org.partnershipfund.portfolio.catalogue.Partnership.Source;
import org.partnershipfund.portfolio.program.Session;
import org.partnershipfund.portfolio.usecase.ImportPartnerships;

/** The file of a year's partnerships (catalogue §5.6). */
@ApplicationScoped
class PartnershipsCsv {

    private static final Column<SchoolCode> SCHOOL = Column.schoolCode("school_code");
    private static final Column<String> PARTNER = Column.text("partner_name", 200);
    private static final Column<String> PROGRAM = Column.text("program_name", 200);
    private static final Column<Funding> FUNDING = new Column<>("funding", cell -> {
        if (!cell.matches(Funding.WORDS)) {
            throw new InvalidValueException(cell, "it must be one of " + Funding.WORDS);
        }
        return Funding.of(cell);
    });
    private static final Column<Optional<Integer>> PUPILS =
            Column.whole("pupils", 0, 100_000).orEmpty();
    private static final Column<List<Session>> SCHEDULE = new Column<>(
            "schedule",
            cell -> cell.isEmpty()
                    ? List.of()
                    : Arrays.stream(cell.split(";", -1))
                            .map(String::strip)
                            .map(one -> SessionJson.read(one).session())
                            .toList());
    private static final Column<Optional<String>> AGREEMENT =
            Column.text("agreement", 200).orEmpty();
    private static final Column<Optional<LocalDate>> AGREEMENT_ON =
            Column.date("agreement_on").orEmpty();

    private static final CsvImport FILE = CsvImport.of(
                    SCHOOL, PARTNER, PROGRAM, FUNDING, PUPILS, SCHEDULE, AGREEMENT, AGREEMENT_ON)
            .upTo(32L << 20, 100_000);

    private final ImportPartnerships importPartnerships;

    PartnershipsCsv(ImportPartnerships importPartnerships) {
        this.importPartnerships = importPartnerships;
    }

    /** Reads the file and reports every fault: in a cell, between lines, and against what is registered. */
    CsvUpload<ImportPartnerships.Line> read(InputStream file, FiscalYear year, Source source) {
        var upload = FILE.read(file, PartnershipsCsv::line);
        return upload.plus(importPartnerships.check(upload.rows(), year, source).stream()
                .map(fault -> new CsvFault(fault.line(), fault.column(), fault.value(), fault.reason()))
                .toList());
    }

    private static ImportPartnerships.Line line(CsvRow row) {
        var agreement = row.get(AGREEMENT);
        var signedOn = row.get(AGREEMENT_ON);
        if (agreement.isPresent() != signedOn.isPresent()) {
            throw new InvalidValueException(
                    AGREEMENT_ON.name(),
                    signedOn.map(LocalDate::toString).orElse(""),
                    "an agreement goes with its day; give both or neither");
        }
        return new ImportPartnerships.Line(
                row.line(),
                row.get(SCHOOL),
                row.get(PARTNER),
                row.get(PROGRAM),
                new Details(
                        row.get(FUNDING),
                        row.get(PUPILS),
                        row.get(SCHEDULE),
                        agreement.flatMap(reference -> signedOn.map(day -> new Agreement(reference, day)))));
    }
}
