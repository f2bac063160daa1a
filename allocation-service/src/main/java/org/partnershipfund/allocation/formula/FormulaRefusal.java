package org.partnershipfund.allocation.formula;

import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;

/** Every way the formula can say no. */
public sealed interface FormulaRefusal extends Refusal {

    /** The threshold is beyond the neediest school. */
    record NobodyEligible(IndexValue atLeast, IndexValue highest) implements FormulaRefusal {
        @Override
        public String sentence() {
            return "eligibility.atLeast is %s, and the highest index of a school with pupils is %s: nobody would be eligible. Choose a threshold of at most %s."
                    .formatted(atLeast, highest, highest);
        }
    }

    /** More schools are asked for than there are. */
    record MorePlacesThanSchools(int places, int schools) implements FormulaRefusal {
        @Override
        public String sentence() {
            return "eligibility.schools is %,d, and the snapshot counts pupils in %,d schools only. Choose at most %,d."
                    .formatted(places, schools, schools);
        }
    }

    /** A pool per pupil needs a pupil. */
    record NoPupils(int schools) implements FormulaRefusal {
        @Override
        public String sentence() {
            return "The enrolment snapshot counts 0 pupils in all of its %,d schools, so there is nothing to divide the pool by. Import the enrolment and name that snapshot."
                    .formatted(schools);
        }
    }

    /** The schools' floors ask for more than there is. */
    record FloorsAbovePool(Money floors, Money pool) implements FormulaRefusal {
        @Override
        public String sentence() {
            return "The floors of all served schools add up to %s, and there is %s to share out. Lower the floor, serve fewer schools, or enlarge the pool."
                    .formatted(floors.dollars(), pool.dollars());
        }
    }

    /** The schools' caps leave money that nobody may have. */
    record CapsBelowPool(Money caps, Money pool) implements FormulaRefusal {
        @Override
        public String sentence() {
            return "The caps of all served schools add up to %s, and there is %s to share out. Raise the cap, serve more schools, or hold the rest back as a reserve."
                    .formatted(caps.dollars(), pool.dollars());
        }
    }
}
