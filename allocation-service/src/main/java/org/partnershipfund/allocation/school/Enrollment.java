package org.partnershipfund.allocation.school;

import java.util.OptionalInt;

/**
 * The pupils of one school on one day.
 *
 * @param pupils all pupils; zero or more
 * @param economicallyDisadvantaged how many of them the state counts as such; never more than {@code pupils}; empty
 *     where the source does not tell
 */
public record Enrollment(int pupils, OptionalInt economicallyDisadvantaged) {

    /** The smallest group of pupils that an answer may show (circular ODA-03). */
    public static final int SMALLEST_GROUP_SHOWN = 10;

    public Enrollment {
        int told = economicallyDisadvantaged.orElse(0);
        if (pupils < 0 || told < 0 || told > pupils) {
            throw new IllegalArgumentException(
                    "enrolment must hold 0 <= economically disadvantaged <= pupils; got: %d of %d"
                            .formatted(told, pupils));
        }
    }

    /** Pupils of whom the source tells how many are disadvantaged. */
    public Enrollment(int pupils, int economicallyDisadvantaged) {
        this(pupils, OptionalInt.of(economicallyDisadvantaged));
    }

    /** Pupils of whom the source tells nothing else. */
    public static Enrollment of(int pupils) {
        return new Enrollment(pupils, OptionalInt.empty());
    }

    /** The disadvantaged pupils, unless they or the others are so few that a pupil could be recognised. */
    public OptionalInt economicallyDisadvantagedShown() {
        int told = economicallyDisadvantaged.orElse(0);
        return isTooSmall(told) || isTooSmall(pupils - told) ? OptionalInt.empty() : economicallyDisadvantaged;
    }

    private static boolean isTooSmall(int group) {
        return group > 0 && group < SMALLEST_GROUP_SHOWN;
    }
}
