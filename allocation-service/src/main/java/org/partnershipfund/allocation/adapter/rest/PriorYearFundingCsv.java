package org.partnershipfund.allocation.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.partnershipfund.allocation.baseline.PriorYearFunding;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.allocation.usecase.ImportPriorYearFunding.Line;
import org.partnershipfund.foundation.csv.Column;
import org.partnershipfund.foundation.csv.CsvFault;
import org.partnershipfund.foundation.csv.CsvImport;
import org.partnershipfund.foundation.csv.CsvUpload;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** The file of a notice of prior-year funding. */
@ApplicationScoped
class PriorYearFundingCsv {

    private static final Column<String> PARTNER = Column.text("partner", PriorYearFunding.PARTNER_MAX);
    private static final Column<String> SERVICE_AREA = Column.text("service_area", PriorYearFunding.SERVICE_AREA_MAX);
    private static final Column<Money> DOLLARS = Column.money("amount");
    private static final Column<Money> AMOUNT = new Column<>(DOLLARS.name(), cell -> {
        Money amount = DOLLARS.reading().apply(cell);
        if (!amount.isPositive()) {
            throw new InvalidValueException(cell, "it must be more than 0.00; leave the line out if nothing was paid");
        }
        return amount;
    });

    private final Schools schools;

    PriorYearFundingCsv(Schools schools) {
        this.schools = schools;
    }

    /** Reads the file and reports every fault, also a line that repeats school, partner and service area of another. */
    CsvUpload<Line> read(InputStream file) {
        Column<SchoolCode> code = KnownSchools.column(schools);
        Map<List<Object>, Long> seen = new HashMap<>();
        List<CsvFault> repeated = new ArrayList<>();
        var upload = CsvImport.of(code, PARTNER, SERVICE_AREA, AMOUNT)
                .upTo(2L << 20, 20_000)
                .read(file, row -> {
                    var line = new Line(row.get(code), row.get(PARTNER), row.get(SERVICE_AREA), row.get(AMOUNT));
                    Long earlier =
                            seen.putIfAbsent(List.of(line.school(), line.partner(), line.serviceArea()), row.line());
                    if (earlier != null) {
                        repeated.add(new CsvFault(
                                row.line(),
                                PARTNER.name(),
                                line.partner(),
                                "line %d has the same school, partner and service_area already; add the amounts up"
                                        .formatted(earlier)));
                    }
                    return line;
                });
        return upload.plus(repeated);
    }
}
