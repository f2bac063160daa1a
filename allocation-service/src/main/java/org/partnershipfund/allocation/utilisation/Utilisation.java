package org.partnershipfund.allocation.utilisation;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.partnershipfund.allocation.equity.NeedQuintiles;
import org.partnershipfund.allocation.equity.SchoolAmount;
import org.partnershipfund.allocation.utilisation.Spending.Spent;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * How much of what was allocated is under contract and paid.
 *
 * <p>Source: docs/policy/equity.md §8.
 *
 * @param schools every school that is allocated money, by code
 * @param quintiles all five, the least need first; with what schools without pupils have, they add up to {@code all}
 * @param all everything together
 */
public record Utilisation(List<SchoolUse> schools, List<QuintileUse> quintiles, Use all) {

    public Utilisation {
        schools = List.copyOf(schools);
        quintiles = List.copyOf(quintiles);
    }

    /** Three amounts; each zero or more. */
    public record Use(Money allocated, Money contracted, Money paid) {

        private static final int DECIMALS = 6;

        static final Use NOTHING = new Use(Money.ZERO, Money.ZERO, Money.ZERO);

        /** The part of the allocated that is under contract, six decimals; empty if nothing is allocated. */
        public Optional<BigDecimal> contractedShare() {
            return share(contracted);
        }

        /** The part of the allocated that is paid, six decimals; empty if nothing is allocated. */
        public Optional<BigDecimal> paidShare() {
            return share(paid);
        }

        Use plus(Use other) {
            return new Use(allocated.plus(other.allocated), contracted.plus(other.contracted), paid.plus(other.paid));
        }

        private Optional<BigDecimal> share(Money part) {
            return allocated.isPositive()
                    ? Optional.of(BigDecimal.valueOf(part.cents())
                            .divide(BigDecimal.valueOf(allocated.cents()), DECIMALS, RoundingMode.HALF_EVEN))
                    : Optional.empty();
        }
    }

    /**
     * One school.
     *
     * @param quintiles the fifths of need that its pupils are in, the least first
     */
    public record SchoolUse(SchoolAmount school, List<Integer> quintiles, Use use) {

        public SchoolUse {
            quintiles = List.copyOf(quintiles);
        }
    }

    /** One fifth of all pupils; 1 is the least need. */
    public record QuintileUse(int number, Use use) {}

    /**
     * Lays the spending beside the allocations.
     *
     * @param schools all schools of the published scenario, also those that receive nothing, with what they have now
     * @param spent by school
     * @throws IllegalArgumentException if a school spends and is none of them
     */
    public static Utilisation of(Collection<SchoolAmount> schools, Map<SchoolCode, Spent> spent) {
        NeedQuintiles fifths = NeedQuintiles.of(schools);
        List<SchoolUse> uses = new ArrayList<>();
        var byFifth = new TreeMap<Integer, Use>();
        Use all = Use.NOTHING;
        for (SchoolAmount school :
                schools.stream().sorted(comparing(SchoolAmount::school)).toList()) {
            if (school.amount().isPositive()) {
                Spent of = spent.getOrDefault(school.school(), Spent.NOTHING);
                var use = new Use(school.amount(), of.contracted(), of.paid());
                uses.add(new SchoolUse(school, fifths.of(school.school()), use));
                split(fifths, school.school(), use).forEach((fifth, part) -> byFifth.merge(fifth, part, Use::plus));
                all = all.plus(use);
            }
        }
        if (!uses.stream().map(use -> use.school().school()).toList().containsAll(spent.keySet())) {
            throw new IllegalArgumentException("schools spend that are allocated nothing: " + spent.keySet());
        }
        List<QuintileUse> quintiles = new ArrayList<>();
        for (int number = 1; number <= NeedQuintiles.COUNT; number++) {
            quintiles.add(new QuintileUse(number, byFifth.getOrDefault(number, Use.NOTHING)));
        }
        return new Utilisation(uses, quintiles, all);
    }

    /** By fifth; a school without pupils, which can be held harmless, is in none. */
    private static Map<Integer, Use> split(NeedQuintiles fifths, SchoolCode school, Use use) {
        if (fifths.of(school).isEmpty()) {
            return Map.of();
        }
        var allocated = fifths.split(school, use.allocated());
        var contracted = fifths.split(school, use.contracted());
        var paid = fifths.split(school, use.paid());
        var parts = new TreeMap<Integer, Use>();
        allocated.forEach((fifth, amount) -> parts.put(
                fifth,
                new Use(amount, contracted.getOrDefault(fifth, Money.ZERO), paid.getOrDefault(fifth, Money.ZERO))));
        return parts;
    }
}
