package org.partnershipfund.allocation.school;

import java.util.OptionalInt;

/**
 * The pupils of one school on one day.
 *
 * @param pupils all pupils; zero or more
 * @param economicallyDisadvantaged how many of them the state counts as such; never more than {@code pupils}
 */
public record Enrollment(int pupils, int economicallyDisadvantaged) {

    /** The smallest group of pupils that an answer may show (circular ODA-03). */
    public static final int SMALLEST_GROUP_SHOWN = 10;

    public Enrollment {
        if (pupils < 0 || economicallyDisadvantaged < 0 || economicallyDisadvantaged > pupils) {
            throw new IllegalArgumentException(
                    "enrolment must hold 0 <= economically disadvantaged <= pupils; got: %d of %d"
                            .formatted(economicallyDisadvantaged, pupils));
        }
    }

    /** The disadvantaged pupils, unless they or the others are so few that a pupil could be recognised. */
    public OptionalInt economicallyDisadvantagedShown() {
        boolean recognisable = isTooSmall(economicallyDisadvantaged) || isTooSmall(pupils - economicallyDisadvantaged);
        return recognisable ? OptionalInt.empty() : OptionalInt.of(economicallyDisadvantaged);
    }

    private static boolean isTooSmall(int group) {
        return group > 0 && group < SMALLEST_GROUP_SHOWN;
    }
}
