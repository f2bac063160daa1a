package org.partnershipfund.allocation.formula;

import java.util.List;
import org.partnershipfund.allocation.formula.FormulaRefusal.MorePlacesThanSchools;
import org.partnershipfund.allocation.formula.FormulaRefusal.NobodyEligible;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Decision;

/**
 * Which schools the fund serves: always the front part of the ranking by need.
 *
 * <p>Source: docs/policy/allocation.md §2 "Who is eligible".
 */
public sealed interface Eligibility {

    /**
     * The schools of the greatest need, a fixed number of them; {@link Candidate#BY_NEED} settles ties.
     *
     * @param schools how many; at least one
     */
    record TopN(int schools) implements Eligibility {
        public TopN {
            if (schools < 1) {
                throw new IllegalArgumentException("a fund serves at least one school, not " + schools);
            }
        }
    }

    /** Every school whose index is at least this; the value itself is in. */
    record Threshold(IndexValue atLeast) implements Eligibility {}

    /**
     * How many schools at the front of the ranking are served.
     *
     * @param ranking schools with pupils, by need; at least one
     */
    default Decision<Integer> cut(List<Candidate> ranking) {
        return switch (this) {
            case TopN(int schools) ->
                schools <= ranking.size()
                        ? Decision.accept(schools)
                        : Decision.refuse(new MorePlacesThanSchools(schools, ranking.size()));
            case Threshold(IndexValue atLeast) -> {
                long reached = ranking.stream()
                        .filter(school -> school.index().compareTo(atLeast) >= 0)
                        .count();
                yield reached > 0
                        ? Decision.accept(Math.toIntExact(reached))
                        : Decision.refuse(
                                new NobodyEligible(atLeast, ranking.getFirst().index()));
            }
        };
    }

    /** The rule as one reads it: "the 60 schools of the greatest need". */
    default String words() {
        return switch (this) {
            case TopN(int schools) ->
                schools == 1
                        ? "the school of the greatest need"
                        : "the %,d schools of the greatest need".formatted(schools);
            case Threshold(IndexValue atLeast) -> "every school whose index is at least " + atLeast;
        };
    }
}
