package org.partnershipfund.portfolio.catalogue;

import java.util.Optional;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.program.Point;

/**
 * A school of the district as the catalogue shows it.
 *
 * @param neighborhood as the district names its parts
 * @param need its published Opportunity Index in hundredths, 1 to 99; higher is needier
 */
public record School(SchoolCode code, String name, String neighborhood, Optional<Point> point, Optional<Integer> need) {

    public School {
        if (name.isBlank() || neighborhood.isBlank()) {
            throw new IllegalArgumentException("a school has a name and a neighborhood");
        }
        if (need.filter(index -> index < 1 || index > 99).isPresent()) {
            throw new IllegalArgumentException("need is 1 to 99 hundredths");
        }
    }
}
