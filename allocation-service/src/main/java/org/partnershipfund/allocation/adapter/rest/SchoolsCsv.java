package org.partnershipfund.allocation.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.allocation.school.Enrollment;
import org.partnershipfund.allocation.school.LocationCode;
import org.partnershipfund.allocation.school.ResponsibilityCentre;
import org.partnershipfund.allocation.school.RollLine;
import org.partnershipfund.allocation.school.School;
import org.partnershipfund.allocation.usecase.ImportSchools;
import org.partnershipfund.foundation.csv.Column;
import org.partnershipfund.foundation.csv.CsvFault;
import org.partnershipfund.foundation.csv.CsvImport;
import org.partnershipfund.foundation.csv.CsvRow;
import org.partnershipfund.foundation.csv.CsvUpload;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.kernel.SchoolCode;

/** The file of schools and their pupils. */
@ApplicationScoped
class SchoolsCsv {

    private static final Column<SchoolCode> CODE = Column.schoolCode("school_code");
    private static final Column<String> NAME = Column.text("name", School.NAME_MAX);
    private static final Column<String> GRADES = Column.text("grades", School.GRADES_MAX);
    private static final Column<Integer> ENROLMENT = Column.whole("enrolment", 0, 100_000);
    private static final Column<Integer> DISADVANTAGED = Column.whole("economically_disadvantaged", 0, 100_000);
    private static final Column<ResponsibilityCentre> CENTRE = new Column<>("responsibility_centre", cell -> {
        if (!ResponsibilityCentre.isValid(cell)) {
            throw new InvalidValueException(cell, "it must be six digits, such as 101203");
        }
        return new ResponsibilityCentre(cell);
    });
    private static final Column<Optional<LocationCode>> LOCATION = new Column<>("bps_location_code", cell -> {
                if (!LocationCode.isValid(cell)) {
                    throw new InvalidValueException(cell, "it must be four digits, such as 4022, or empty");
                }
                return new LocationCode(cell);
            })
            .orEmpty();

    private static final CsvImport FILE = CsvImport.of(CODE, NAME, GRADES, ENROLMENT, DISADVANTAGED, CENTRE, LOCATION)
            .keyedBy(CODE)
            .upTo(2L << 20, 5_000);

    private final ImportSchools importSchools;

    SchoolsCsv(ImportSchools importSchools) {
        this.importSchools = importSchools;
    }

    /** Reads the file and reports every fault: in a cell, between lines, and against the schools that are known. */
    CsvUpload<RollLine> read(InputStream file) {
        var upload = FILE.read(file, SchoolsCsv::line);
        List<CsvFault> more = new ArrayList<>();
        importSchools
                .check(upload.rows())
                .forEach(fault -> more.add(new CsvFault(fault.line(), fault.column(), fault.value(), fault.reason())));
        return upload.plus(more);
    }

    private static RollLine line(CsvRow row) {
        int pupils = row.get(ENROLMENT);
        int disadvantaged = row.get(DISADVANTAGED);
        if (disadvantaged > pupils) {
            throw new InvalidValueException(
                    "%d of %d".formatted(disadvantaged, pupils),
                    "economically_disadvantaged must not exceed enrolment, of which it is a part");
        }
        return new RollLine(
                row.line(),
                new School(row.get(CODE), row.get(NAME), row.get(GRADES), row.get(LOCATION), row.get(CENTRE)),
                new Enrollment(pupils, disadvantaged));
    }
}
