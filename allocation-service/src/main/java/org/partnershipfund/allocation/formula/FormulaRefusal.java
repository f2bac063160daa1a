package org.partnershipfund.allocation.formula;

import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;

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

    /** The taper begins where nobody is. */
    record TaperAboveEverybody(IndexValue from, IndexValue highest) implements FormulaRefusal {
        @Override
        public String sentence() {
            return "eligibility.from is %s, and the highest index of a school with pupils is %s: nobody would be eligible. Let the taper begin below %s."
                    .formatted(from, highest, highest);
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

    /** What the eligible schools weigh together is beyond what is counted exactly. */
    record TooManyPupils(long pupils) implements FormulaRefusal {
        @Override
        public String sentence() {
            return "The eligible schools have %,d pupils, and by these rules they weigh more than can be counted exactly. Correct the enrolment, or choose a formula or an eligibility that multiplies less."
                    .formatted(pupils);
        }
    }

    /** Who holds everything back shares nothing out. */
    record ReserveNotBelowPool(Money reserve, Money pool) implements FormulaRefusal {
        @Override
        public String sentence() {
            return "reserve is %s and the pool is %s: nothing would be left to share out. Hold back less than the pool."
                    .formatted(reserve, pool);
        }
    }

    /** What is shared out must be a whole number of what amounts are rounded to. */
    record RestInPartUnits(Money reserve, Money left, RoundingUnit unit) implements FormulaRefusal {
        @Override
        public String sentence() {
            Money more = left.minus(unit.down(left));
            String remedy = left.exceeds(more)
                    ? "Set reserve to %s, or choose a smaller unit.".formatted(reserve.plus(more))
                    : "Hold back less, or choose a smaller unit.";
            return "reserve is %s, which leaves %s to share out, and that is no whole number of %s. %s"
                    .formatted(reserve, left, unit.many(), remedy);
        }
    }

    /** A floor or a cap must be an amount that can be given. */
    record BoundInPartUnits(String field, Money bound, RoundingUnit unit) implements FormulaRefusal {
        @Override
        public String sentence() {
            return "%s is %s, and amounts are whole %s. Set it to %s, or choose a smaller unit."
                    .formatted(field, bound, unit.many(), unit.up(bound));
        }
    }

    /** The schools' floors ask for more than there is. */
    record FloorsAbovePool(Money floors, Money pool) implements FormulaRefusal {
        @Override
        public String sentence() {
            return "The floors and guarantees of all schools add up to %s, and there is %s to share out. Lower the floor, serve fewer schools, guarantee less, or hold less back."
                    .formatted(floors, pool);
        }
    }

    /**
     * An eligible school would be served with nothing.
     *
     * @param schools how many of them
     * @param eligible of how many
     * @param school the first of them in the ranking
     * @param name its name
     */
    record ShareRoundsToNothing(int schools, int eligible, SchoolCode school, String name, RoundingUnit unit)
            implements FormulaRefusal {
        @Override
        public String sentence() {
            return "%,d of the %,d eligible schools would receive $0.00 in whole %s, such as %s (%s). Give guardrails.floor of at least %s, serve fewer schools, or %s."
                    .formatted(
                            schools,
                            eligible,
                            unit.many(),
                            name,
                            school,
                            unit.money(),
                            unit == RoundingUnit.CENT ? "share out more" : "choose a smaller unit");
        }
    }

    /** The schools' caps leave money that nobody may have. */
    record CapsBelowPool(Money caps, Money pool) implements FormulaRefusal {
        @Override
        public String sentence() {
            return "The caps of all served schools add up to %s, and there is %s to share out. Raise the cap, serve more schools, or hold the rest back as a reserve."
                    .formatted(caps, pool);
        }
    }
}
