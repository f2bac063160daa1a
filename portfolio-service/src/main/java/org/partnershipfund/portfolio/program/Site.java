package org.partnershipfund.portfolio.program;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a program takes place besides the schools that choose it.
 *
 * @param neighborhood as the district names its parts
 * @param point empty if it is not known
 */
public record Site(String name, String neighborhood, Optional<Point> point) {

    /** The most characters of a name. */
    public static final int LONGEST_NAME = 200;

    /** The most characters of a neighborhood, which is a word of a facet. */
    public static final int LONGEST_NEIGHBORHOOD = 80;

    public Site {
        if (name.isBlank() || neighborhood.isBlank()) {
            throw new IllegalArgumentException("a site has a name and a neighborhood");
        }
        if (name.length() > LONGEST_NAME || neighborhood.length() > LONGEST_NEIGHBORHOOD) {
            throw new IllegalArgumentException("a site's name or neighborhood is too long");
        }
        if (Stream.of(name, neighborhood).flatMapToInt(String::chars).anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a site's name and neighborhood have no control characters");
        }
    }
}
