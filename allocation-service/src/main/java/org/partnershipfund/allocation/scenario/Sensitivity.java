package org.partnershipfund.allocation.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.allocation.formula.Apportionment;
import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.formula.Candidate;
import org.partnershipfund.allocation.formula.Eligibility.Threshold;
import org.partnershipfund.allocation.formula.Outcome.Funded;
import org.partnershipfund.allocation.formula.Rules;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;

/**
 * The cliff curve of a scenario: what would be if schools were served from another index on, and all other rules stayed.
 *
 * <p>Source: docs/policy/allocation.md §14 "What if".
 *
 * @param steps by threshold, upwards
 * @param illustrative whether the scenario's index only shows how things work
 */
public record Sensitivity(List<Step> steps, boolean illustrative) {

    /** More thresholds than one looks at. */
    public static final int MOST_STEPS = 100;

    public Sensitivity {
        steps = List.copyOf(steps);
    }

    /**
     * One threshold.
     *
     * @param leaving schools that are served at the threshold before and no longer at this one, by need; none at the
     *     first. Read downwards, they enter
     */
    public record Step(IndexValue threshold, Result result, List<Candidate> leaving) {
        public Step {
            leaving = List.copyOf(leaving);
        }
    }

    /** What a threshold would mean. */
    public sealed interface Result {

        /**
         * It can be done.
         *
         * @param schools that are eligible
         * @param pupils of these schools; more than none
         * @param amount what these schools receive together
         * @param cost what guarantees cost, nothing if there are none
         */
        record Possible(int schools, long pupils, Money amount, Money cost) implements Result {

            /** What there is for a pupil of an eligible school, in dollars with four decimals; for reading. */
            public BigDecimal dollarsPerPupil() {
                return BigDecimal.valueOf(amount.cents(), 2)
                        .divide(BigDecimal.valueOf(pupils), 4, RoundingMode.HALF_UP);
            }
        }

        /** It cannot be done, and why. */
        record Impossible(Refusal why) implements Result {}
    }

    /**
     * How many thresholds lie between two, both included where the step meets them.
     *
     * @param step in millionths of the index; more than none
     */
    public static long thresholds(IndexValue from, IndexValue to, int step) {
        return ((long) to.millionths() - from.millionths()) / step + 1;
    }

    /**
     * Computes the curve.
     *
     * @param from not above {@code to}
     * @param step in millionths of the index; more than none, and such that there are at most {@link #MOST_STEPS}
     */
    public static Sensitivity of(Scenario scenario, IndexValue from, IndexValue to, int step) {
        if (step < 1 || from.compareTo(to) > 0 || thresholds(from, to, step) > MOST_STEPS) {
            throw new IllegalArgumentException("no curve from %s to %s by %d".formatted(from, to, step));
        }
        List<Candidate> candidates = new ArrayList<>();
        Map<SchoolCode, Money> before = new HashMap<>();
        for (Allocation allocation : scenario.allocations()) {
            Line line = allocation.line();
            candidates.add(line.school());
            line.held().ifPresent(held -> before.put(allocation.school(), held.before()));
        }
        List<Step> steps = new ArrayList<>();
        Optional<IndexValue> last = Optional.empty();
        for (int millionths = from.millionths(); millionths <= to.millionths(); millionths += step) {
            IndexValue threshold = new IndexValue(millionths);
            Rules rules = scenario.title().rules().serving(new Threshold(threshold));
            steps.add(new Step(
                    threshold,
                    result(Apportionment.of(rules, candidates, before)),
                    last.map(lower -> between(candidates, lower, threshold)).orElse(List.of())));
            last = Optional.of(threshold);
        }
        return new Sensitivity(steps, scenario.title().index().provenance().illustrative());
    }

    private static Result result(Decision<Apportionment> decision) {
        return switch (decision) {
            case Accepted<Apportionment>(var shared, var _) -> {
                var totals = shared.totals();
                Money amount = shared.lines().stream()
                        .filter(line -> line.outcome() instanceof Funded)
                        .map(line -> line.outcome().amount())
                        .reduce(Money.ZERO, Money::plus);
                yield new Result.Possible(
                        totals.eligible(),
                        totals.pupils(),
                        amount,
                        totals.cost().amount());
            }
            case Refused<Apportionment>(var why) -> new Result.Impossible(why);
        };
    }

    private static List<Candidate> between(List<Candidate> candidates, IndexValue lower, IndexValue higher) {
        return candidates.stream()
                .filter(Candidate::hasPupils)
                .filter(school ->
                        school.index().compareTo(lower) >= 0 && school.index().compareTo(higher) < 0)
                .sorted(Candidate.BY_NEED)
                .toList();
    }
}
