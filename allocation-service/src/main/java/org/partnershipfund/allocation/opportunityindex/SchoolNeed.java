package org.partnershipfund.allocation.opportunityindex;

import org.partnershipfund.kernel.SchoolCode;

/**
 * What one school gets from a computation.
 *
 * <p>Source: docs/policy/opportunity-index.md §6 "Few pupils".
 */
public sealed interface SchoolNeed {

    /** Fewer pupils than this show nothing of their own. */
    int SMALLEST_GROUP = 10;

    /** Which school. */
    SchoolCode school();

    /** Its index, to two decimals. */
    IndexValue index();

    /** The mean of its own pupils. */
    record Measured(ComputedIndex found) implements SchoolNeed {

        public Measured {
            if (found.pupils() < SMALLEST_GROUP) {
                throw new IllegalArgumentException(
                        "a school of %d pupils shows nothing of its own".formatted(found.pupils()));
            }
        }

        @Override
        public SchoolCode school() {
            return found.school();
        }

        @Override
        public IndexValue index() {
            return found.published();
        }
    }

    /** The mean of the pupils of all schools that are measured, because its own are too few to be shown. */
    record TooFewPupils(SchoolCode school, IndexValue index) implements SchoolNeed {}
}
