package org.partnershipfund.allocation.formula;

import java.math.BigDecimal;

/**
 * What an eligible school weighs in the split of the pool. A weight has no unit, only the ratio counts.
 *
 * <p>Source: docs/policy/allocation.md §3 "How much".
 */
public sealed interface AllocationFormula {

    /** Every pupil weighs the same. */
    record FlatPerPupil() implements AllocationFormula {}

    /** A pupil weighs what the index of the school says. */
    record IndexWeightedPerPupil() implements AllocationFormula {}

    /** The weight of one school: pupils, or pupils times millionths of the index. */
    default long weight(Candidate school) {
        return switch (this) {
            case FlatPerPupil() -> school.pupils();
            case IndexWeightedPerPupil() ->
                Math.multiplyExact((long) school.pupils(), school.index().millionths());
        };
    }

    /** A weight, or a sum of weights, in {@link #unit()}s. */
    default BigDecimal inUnits(long weight) {
        return switch (this) {
            case FlatPerPupil() -> BigDecimal.valueOf(weight);
            case IndexWeightedPerPupil() -> BigDecimal.valueOf(weight, 6);
        };
    }

    /** What the pool is divided by. */
    default String unit() {
        return switch (this) {
            case FlatPerPupil() -> "pupil";
            case IndexWeightedPerPupil() -> "weighted pupil";
        };
    }

    /** The rule as one reads it. */
    default String words() {
        return switch (this) {
            case FlatPerPupil() -> "the same amount per pupil";
            case IndexWeightedPerPupil() -> "an amount per pupil in proportion to the school's index";
        };
    }
}
