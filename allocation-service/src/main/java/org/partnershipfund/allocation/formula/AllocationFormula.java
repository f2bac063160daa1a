package org.partnershipfund.allocation.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.partnershipfund.allocation.opportunityindex.IndexValue;

/**
 * What an eligible school weighs in the split. A weight has no unit, only the ratio counts.
 *
 * <p>Source: docs/policy/allocation.md §3 "How much".
 */
public sealed interface AllocationFormula {

    /** Every pupil weighs the same. */
    record FlatPerPupil() implements AllocationFormula {}

    /** A pupil weighs what the index of the school says. */
    record IndexWeightedPerPupil() implements AllocationFormula {}

    /**
     * A pupil weighs what the step says on which the school's index stands.
     *
     * @param decidedOn the day of the decision that the steps are from, in the district
     * @param steps upwards; the first begins at the lowest index, so that every school stands on one, and a later one
     *     never weighs less
     */
    record Tiers(LocalDate decidedOn, List<Step> steps) implements AllocationFormula {

        /** More steps than anybody can explain. */
        public static final int MOST_STEPS = 20;

        public Tiers {
            steps = List.copyOf(steps);
            wrong(steps).ifPresent(why -> {
                throw new IllegalArgumentException(why);
            });
        }

        /** What keeps steps from being tiers, with the remedy; empty if nothing does. */
        public static Optional<String> wrong(List<Step> steps) {
            if (steps.isEmpty() || steps.size() > MOST_STEPS) {
                return Optional.of("there must be 1 to 20 steps");
            }
            if (!steps.getFirst().atLeast().equals(IndexValue.LOWEST)) {
                return Optional.of("the first step must begin at 0.01, so that every school stands on a step");
            }
            for (int i = 1; i < steps.size(); i++) {
                if (steps.get(i).atLeast().compareTo(steps.get(i - 1).atLeast()) <= 0) {
                    return Optional.of("each step must begin at a higher index than the one before");
                }
                if (steps.get(i).thousandths() < steps.get(i - 1).thousandths()) {
                    return Optional.of("a step of greater need must not weigh less than the one before");
                }
            }
            return Optional.empty();
        }

        /** The step on which an index stands. */
        public Step step(IndexValue index) {
            return steps.stream()
                    .filter(step -> index.compareTo(step.atLeast()) >= 0)
                    .reduce((_, higher) -> higher)
                    .orElseThrow();
        }
    }

    /**
     * One step.
     *
     * @param atLeast the lowest index that stands on it
     * @param thousandths what a pupil weighs there: 1 to 100,000 thousandths
     */
    record Step(IndexValue atLeast, int thousandths) {

        private static final int HEAVIEST = 100_000;
        private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3})?");

        public Step {
            if (thousandths < 1 || thousandths > HEAVIEST) {
                throw new IllegalArgumentException("a step weighs 0.001 to 100, not %d/1000".formatted(thousandths));
            }
        }

        /** Reads a weight such as {@code "1.5"} as thousandths; empty if it is none, or not 0.001 to 100. */
        public static Optional<Integer> parseWeight(String text) {
            if (!DECIMAL.matcher(text).matches()) {
                return Optional.empty();
            }
            int thousandths = new BigDecimal(text).movePointRight(3).intValueExact();
            return thousandths < 1 || thousandths > HEAVIEST ? Optional.empty() : Optional.of(thousandths);
        }

        /** What a pupil weighs there, with no more zeros at the end than needed. */
        public String weight() {
            return plain(BigDecimal.valueOf(thousandths, 3));
        }
    }

    /** The weight of one school: pupils, pupils times millionths of the index, or pupils times thousandths of the step. */
    default long weight(Candidate school) {
        return switch (this) {
            case FlatPerPupil() -> school.pupils();
            case IndexWeightedPerPupil() ->
                Math.multiplyExact((long) school.pupils(), school.index().millionths());
            case Tiers tiers ->
                Math.multiplyExact(
                        (long) school.pupils(), tiers.step(school.index()).thousandths());
        };
    }

    /** How many decimals a weight has, once it is written in {@link #unit()}s. */
    default int decimals() {
        return switch (this) {
            case FlatPerPupil() -> 0;
            case IndexWeightedPerPupil() -> 6;
            case Tiers _ -> 3;
        };
    }

    /** What is shared by. */
    default String unit() {
        return switch (this) {
            case FlatPerPupil() -> "pupil";
            case IndexWeightedPerPupil(), Tiers _ -> "weighted pupil";
        };
    }

    /** The rule as one reads it. */
    default String words() {
        return switch (this) {
            case FlatPerPupil() -> "the same amount per pupil";
            case IndexWeightedPerPupil() -> "an amount per pupil in proportion to the school's index";
            case Tiers(LocalDate decidedOn, List<Step> steps) ->
                "an amount per pupil by the %d steps of the index that were decided on %s"
                        .formatted(steps.size(), decidedOn);
        };
    }

    /** A number with no more zeros at the end than needed. */
    private static String plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
    }
}
