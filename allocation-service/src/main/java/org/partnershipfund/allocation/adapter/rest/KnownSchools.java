package org.partnershipfund.allocation.adapter.rest;

import java.util.Set;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.foundation.csv.Column;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.kernel.SchoolCode;

/** The column of a file whose schools must have been imported before. */
final class KnownSchools {

    private static final Column<SchoolCode> CODE = Column.schoolCode("school_code");

    private KnownSchools() {}

    /** The column, with the schools that are known now. */
    static Column<SchoolCode> column(Schools schools) {
        Set<SchoolCode> known = schools.all().keySet();
        return new Column<>(CODE.name(), cell -> {
            SchoolCode code = CODE.reading().apply(cell);
            if (!known.contains(code)) {
                throw new InvalidValueException(cell, "no school of this code was imported; import the schools first");
            }
            return code;
        });
    }
}
