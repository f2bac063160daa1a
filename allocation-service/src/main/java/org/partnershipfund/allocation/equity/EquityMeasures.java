package org.partnershipfund.allocation.equity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.partnershipfund.allocation.equity.Concentration.Block;
import org.partnershipfund.kernel.Money;

/**
 * One way of sharing money out, measured against need. The same schools in any order give the same figures.
 *
 * <p>Source: docs/policy/equity.md; what cannot be said is empty and never zero.
 *
 * @param concentrationIndex above 0 if the money goes to the need, below if away from it; more than -1 and less than 1
 * @param curve of the concentration, the least need first; no points if there is no money
 * @param quintiles all five, the least need first
 * @param targetingRatio the share of the money that goes to the fifth of the greatest need, over one fifth; 0 to 5
 */
public record EquityMeasures(
        Reach reach,
        Association association,
        Optional<BigDecimal> concentrationIndex,
        List<CurvePoint> curve,
        List<Quintile> quintiles,
        Optional<BigDecimal> targetingRatio,
        Spread spread) {

    public EquityMeasures {
        curve = List.copyOf(curve);
        quintiles = List.copyOf(quintiles);
    }

    /**
     * How far the money reaches.
     *
     * @param schools schools with pupils
     * @param dollarsPerPupil of all pupils, also those who receive nothing; four decimals
     */
    public record Reach(
            int schools, long pupils, int schoolsFunded, long pupilsFunded, Money amount, BigDecimal dollarsPerPupil) {}

    /**
     * One fifth of all pupils.
     *
     * @param number 1 is the least need, 5 the greatest
     * @param share of all money, six decimals; empty if there is none
     * @param dollarsPerPupil four decimals
     */
    public record Quintile(int number, Money amount, Optional<BigDecimal> share, BigDecimal dollarsPerPupil) {}

    /**
     * Measures the amounts; schools without pupils do not count.
     *
     * @param schools each once
     * @throws IllegalArgumentException if no school has pupils
     */
    public static EquityMeasures of(Collection<SchoolAmount> schools) {
        List<SchoolAmount> byNeed = schools.stream()
                .filter(SchoolAmount::hasPupils)
                .sorted(SchoolAmount.BY_NEED)
                .toList();
        if (byNeed.isEmpty()) {
            throw new IllegalArgumentException("no school has pupils");
        }
        Reach reach = reach(byNeed);
        var concentration = new Concentration(blocks(byNeed));
        List<Quintile> quintiles = quintiles(byNeed, reach);
        return new EquityMeasures(
                reach,
                Association.of(byNeed),
                concentration.index(),
                concentration.curve(),
                quintiles,
                targetingRatio(quintiles.getLast().amount(), reach.amount()),
                Spread.of(byNeed));
    }

    private static Reach reach(List<SchoolAmount> schools) {
        List<SchoolAmount> funded =
                schools.stream().filter(school -> school.amount().isPositive()).toList();
        Money amount = sum(schools);
        return new Reach(
                schools.size(),
                pupils(schools),
                funded.size(),
                pupils(funded),
                amount,
                Rounded.dollarsPerPupil(amount.cents(), pupils(schools)));
    }

    /** Schools of the same index rank the same: one block. */
    private static List<Block> blocks(List<SchoolAmount> byNeed) {
        return byNeed.stream()
                .collect(Collectors.groupingBy(SchoolAmount::index, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(group -> new Block(pupils(group), sum(group)))
                .toList();
    }

    private static List<Quintile> quintiles(List<SchoolAmount> schools, Reach reach) {
        NeedQuintiles fifths = NeedQuintiles.of(schools);
        var amounts = new TreeMap<Integer, Money>();
        schools.forEach(school -> fifths.split(school.school(), school.amount())
                .forEach((number, amount) -> amounts.merge(number, amount, Money::plus)));
        List<Quintile> quintiles = new ArrayList<>();
        for (int number = 1; number <= NeedQuintiles.COUNT; number++) {
            Money amount = amounts.getOrDefault(number, Money.ZERO);
            quintiles.add(new Quintile(
                    number,
                    amount,
                    reach.amount().isPositive()
                            ? Optional.of(
                                    Rounded.ratio(amount.cents(), reach.amount().cents()))
                            : Optional.empty(),
                    Rounded.dollarsPerPupil(Math.multiplyExact(NeedQuintiles.COUNT, amount.cents()), reach.pupils())));
        }
        return quintiles;
    }

    private static Optional<BigDecimal> targetingRatio(Money top, Money all) {
        return all.isPositive()
                ? Optional.of(Rounded.ratio(Math.multiplyExact(NeedQuintiles.COUNT, top.cents()), all.cents()))
                : Optional.empty();
    }

    private static Money sum(Collection<SchoolAmount> schools) {
        return schools.stream().map(SchoolAmount::amount).reduce(Money.ZERO, Money::plus);
    }

    private static long pupils(Collection<SchoolAmount> schools) {
        return schools.stream().mapToLong(SchoolAmount::pupils).sum();
    }
}
