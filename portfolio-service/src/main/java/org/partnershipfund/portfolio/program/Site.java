package org.partnershipfund.portfolio.program;

import java.util.Optional;

/**
 * Where a program takes place besides the schools that choose it.
 *
 * @param neighborhood as the district names its parts
 * @param point empty if it is not known
 */
public record Site(String name, String neighborhood, Optional<Point> point) {

    public Site {
        if (name.isBlank() || neighborhood.isBlank()) {
            throw new IllegalArgumentException("a site has a name and a neighborhood");
        }
    }
}
