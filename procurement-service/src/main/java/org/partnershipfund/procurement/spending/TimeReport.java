package org.partnershipfund.procurement.spending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.partnershipfund.procurement.disclosure.Milestone;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.spending.Spending.Reached;

/**
 * How long purchases take from one milestone to the next that they reach.
 *
 * <p>Source: docs/policy/disclosure.md §7.
 */
public record TimeReport(List<Step> steps) {

    private static final long SECONDS_OF_A_DAY = 86_400;

    public TimeReport {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param processes how many have taken it
     * @param median days, one decimal
     * @param ninetieth the days within which nine of ten have taken it
     */
    public record Step(Milestone from, Milestone to, int processes, BigDecimal median, BigDecimal ninetieth) {}

    private record Pair(Milestone from, Milestone to) {}

    /** Measures what was reached. */
    public static TimeReport of(List<Reached> reached) {
        Map<ProcessId, List<Reached>> byProcess = new LinkedHashMap<>();
        reached.forEach(one ->
                byProcess.computeIfAbsent(one.process(), _ -> new ArrayList<>()).add(one));
        Map<Pair, List<Duration>> taken =
                new TreeMap<>(Comparator.comparing(Pair::from).thenComparing(Pair::to));
        byProcess.values().forEach(milestones -> {
            milestones.sort(Comparator.comparing(Reached::milestone));
            for (int i = 1; i < milestones.size(); i++) {
                Reached from = milestones.get(i - 1);
                Reached to = milestones.get(i);
                taken.computeIfAbsent(new Pair(from.milestone(), to.milestone()), _ -> new ArrayList<>())
                        .add(Duration.between(from.at(), to.at()));
            }
        });
        List<Step> steps = new ArrayList<>();
        taken.forEach((pair, durations) -> {
            durations.sort(Comparator.naturalOrder());
            steps.add(new Step(
                    pair.from(),
                    pair.to(),
                    durations.size(),
                    days(ranked(durations, 50)),
                    days(ranked(durations, 90))));
        });
        return new TimeReport(steps);
    }

    /** The nearest rank: the smallest value that so many of a hundred do not exceed. */
    private static Duration ranked(List<Duration> sorted, int percent) {
        int rank = Math.ceilDiv(sorted.size() * percent, 100);
        return sorted.get(Math.max(rank, 1) - 1);
    }

    private static BigDecimal days(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds())
                .divide(BigDecimal.valueOf(SECONDS_OF_A_DAY), 1, RoundingMode.HALF_UP);
    }
}
