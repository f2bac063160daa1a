package org.partnershipfund.portfolio.adapter.rest;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Optional;
import org.partnershipfund.foundation.csv.Column;
import org.partnershipfund.foundation.csv.CsvImport;
import org.partnershipfund.foundation.csv.CsvRow;
import org.partnershipfund.foundation.csv.CsvUpload;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.catalogue.School;
import org.partnershipfund.portfolio.program.Point;

/** The file of the catalogue's schools. */
final class SchoolsCsv {

    private static final Column<SchoolCode> CODE = Column.schoolCode("school_code");
    private static final Column<String> NAME = Column.text("name", 200);
    private static final Column<String> NEIGHBORHOOD = Column.text("neighborhood", 80);
    private static final Column<Optional<BigDecimal>> LATITUDE =
            Column.decimal("latitude", "-90", "90", 6).orEmpty();
    private static final Column<Optional<BigDecimal>> LONGITUDE =
            Column.decimal("longitude", "-180", "180", 6).orEmpty();
    private static final Column<Optional<BigDecimal>> NEED =
            Column.decimal("need", "0.01", "0.99", 2).orEmpty();

    private static final CsvImport FILE = CsvImport.of(CODE, NAME, NEIGHBORHOOD, LATITUDE, LONGITUDE, NEED)
            .keyedBy(CODE)
            .upTo(2L << 20, 5_000);

    private SchoolsCsv() {}

    /** Reads the file and reports every fault. */
    static CsvUpload<School> read(InputStream file) {
        return FILE.read(file, SchoolsCsv::school);
    }

    private static School school(CsvRow row) {
        var latitude = row.get(LATITUDE);
        var longitude = row.get(LONGITUDE);
        if (latitude.isPresent() != longitude.isPresent()) {
            throw new InvalidValueException(
                    LONGITUDE.name(),
                    longitude.map(BigDecimal::toPlainString).orElse(""),
                    "latitude and longitude go together; give both or neither");
        }
        return new School(
                row.get(CODE),
                row.get(NAME),
                row.get(NEIGHBORHOOD),
                latitude.flatMap(north -> longitude.map(east -> new Point(north, east))),
                row.get(NEED).map(index -> index.movePointRight(2).intValueExact()));
    }
}
