package org.partnershipfund.allocation.school;

import java.util.Optional;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A school under each of its three codes: the state's, the district's and the chart of accounts'.
 *
 * @param code the state organisation code; the school's id everywhere in the suite
 * @param name as the district writes it; 1 to 200 characters
 * @param grades as the source writes them, separated by semicolons ({@code "K;01;02"}); at most 100 characters
 * @param location the district's own code, where it is known
 * @param centre the school in the chart of accounts; no two schools share one
 */
public record School(
        SchoolCode code, String name, String grades, Optional<LocationCode> location, ResponsibilityCentre centre) {

    /** How long a name may be, in characters. */
    public static final int NAME_MAX = 200;

    /** How long the list of grades may be, in characters. */
    public static final int GRADES_MAX = 100;

    public School {
        if (name.isBlank() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException("a school's name has 1 to 200 characters; got: " + name);
        }
        if (grades.length() > GRADES_MAX) {
            throw new IllegalArgumentException("grades have at most 100 characters; got: " + grades);
        }
    }
}
