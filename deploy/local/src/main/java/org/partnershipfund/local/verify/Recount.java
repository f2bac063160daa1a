package org.partnershipfund.local.verify;

import static java.math.BigInteger.ZERO;
import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.partnershipfund.local.verify.Bundle.Rules;
import org.partnershipfund.local.verify.Bundle.School;

/**
 * Shares a pool out by the rules, from nothing but each school's index, pupils and prior-year amount. Whole numbers only,
 * of any size, so nothing is rounded where the rules do not round.
 *
 * <p>The five steps are in the order of this file: who comes first, who is served, what a school weighs, what it gets at
 * least and at most, and the split.
 */
final class Recount {

    /** Step 1: the greater index first; at equal index more pupils; then the lower school code (policy §2.3). */
    private static final Comparator<School> BY_NEED = comparing(School::index, reverseOrder())
            .thenComparing(School::pupils, reverseOrder())
            .thenComparing(School::code);

    /**
     * What a school receives.
     *
     * @param why {@code funded}, {@code held-harmless}, {@code below-the-cut} or {@code without-pupils}
     */
    record Part(BigInteger cents, String why) {

        /** The part of a school that nobody serves. */
        static final Part NOTHING = new Part(ZERO, "without-pupils");
    }

    /** No split keeps the rules; the message says why. */
    static final class ImpossibleRulesException extends RuntimeException {

        private static final long serialVersionUID = 1;

        ImpossibleRulesException(String message) {
            super(message);
        }
    }

    private Recount() {}

    /**
     * Every school's part by its code.
     *
     * @throws ImpossibleRulesException if no split can keep the rules
     */
    static SortedMap<String, Part> of(Rules rules, List<School> schools) {
        List<School> ranking = schools.stream()
                .filter(school -> school.pupils().signum() > 0)
                .sorted(BY_NEED)
                .toList();
        int served = served(rules, ranking);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < ranking.size(); i++) {
            claims.add(claim(rules, ranking.get(i), i < served));
        }
        SortedMap<String, BigInteger> units =
                split(rules.pool().subtract(rules.reserve()).divide(rules.unit()), claims);
        SortedMap<String, Part> parts = new TreeMap<>();
        for (School school : schools) {
            parts.put(school.code(), Part.NOTHING);
        }
        for (int i = 0; i < ranking.size(); i++) {
            String code = ranking.get(i).code();
            BigInteger cents = units.getOrDefault(code, ZERO).multiply(rules.unit());
            String otherwise = cents.signum() > 0 ? "held-harmless" : "below-the-cut";
            parts.put(code, new Part(cents, i < served ? "funded" : otherwise));
        }
        return parts;
    }

    /** Step 2: how many schools at the front of the ranking are served (policy §2). */
    private static int served(Rules rules, List<School> ranking) {
        return switch (rules.eligibility()) {
            case Bundle.TopN(int schools) -> Math.min(schools, ranking.size());
            case Bundle.Threshold(BigInteger atLeast) ->
                (int) ranking.stream()
                        .filter(school -> school.index().compareTo(atLeast) >= 0)
                        .count();
            case Bundle.Taper(BigInteger from, var _) ->
                (int) ranking.stream()
                        .filter(school -> school.index().compareTo(from) > 0)
                        .count();
            case Bundle.TopShareOfPupils(BigInteger millionths) -> {
                BigInteger wanted =
                        sum(ranking.stream().map(School::pupils).toList()).multiply(millionths);
                BigInteger pupils = ZERO;
                int count = 0;
                while (count < ranking.size() && pupils.multiply(Bundle.MILLION).compareTo(wanted) < 0) {
                    pupils = pupils.add(ranking.get(count).pupils());
                    count++;
                }
                yield count;
            }
        };
    }

    /** Step 3: pupils, times the index or the weight of its step, times the way through the taper (policy §3). */
    private static BigInteger weight(Rules rules, School school) {
        BigInteger weight = switch (rules.formula()) {
            case Bundle.FlatPerPupil() -> school.pupils();
            case Bundle.IndexWeightedPerPupil() -> school.pupils().multiply(school.index());
            case Bundle.Tiers(var steps) ->
                school.pupils()
                        .multiply(steps.stream()
                                .filter(step -> school.index().compareTo(step.atLeast()) >= 0)
                                .max(comparing(Bundle.Step::atLeast))
                                .orElseThrow(() -> new ImpossibleRulesException(
                                        "no step of rules.formula is for index of school " + school.code()))
                                .thousandths());
        };
        return rules.eligibility() instanceof Bundle.Taper(BigInteger from, BigInteger to)
                ? weight.multiply(school.index().min(to).subtract(from))
                : weight;
    }

    /** Step 4: floor, cap and guarantee, in whole units; a guarantee stands also above the cap (policy §9, §11). */
    private static Claim claim(Rules rules, School school, boolean served) {
        BigInteger guarantee = up(
                school.priorYear().multiply(rules.kept().numerator()),
                rules.kept().denominator());
        guarantee = up(guarantee, rules.unit());
        if (!served) {
            return new Claim(school.code(), ZERO, guarantee, guarantee);
        }
        BigInteger least = up(rules.floor(), rules.unit()).max(guarantee);
        BigInteger most = rules.cap()
                .map(cap -> cap.divide(rules.unit()))
                .orElse(rules.pool())
                .max(least);
        return new Claim(school.code(), weight(rules, school), least, most);
    }

    /** What one school brings to the split; {@code least} and {@code most} in whole units. */
    private record Claim(String school, BigInteger weight, BigInteger least, BigInteger most) {

        /** What the school gets, times the denominator, if a unit of weight gets this much. */
        BigInteger at(Ratio level) {
            return weight.multiply(level.numerator())
                    .max(least.multiply(level.denominator()))
                    .min(most.multiply(level.denominator()));
        }

        /** Whether more for each unit of weight is more for this school. */
        boolean rises(Ratio level) {
            BigInteger due = weight.multiply(level.numerator());
            return weight.signum() > 0
                    && due.compareTo(least.multiply(level.denominator())) >= 0
                    && due.compareTo(most.multiply(level.denominator())) < 0;
        }
    }

    /** A fraction of whole numbers; the denominator is more than 0. */
    record Ratio(BigInteger numerator, BigInteger denominator) implements Comparable<Ratio> {

        static final Ratio NOTHING = new Ratio(ZERO, BigInteger.ONE);

        @Override
        public int compareTo(Ratio other) {
            return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
        }
    }

    /**
     * Step 5: think of a level, the same for all, at which a unit of weight is paid, and raise it from nothing. A school
     * stays at its least until the level reaches it, and stops at its most. Just before the pool would be exceeded, the
     * schools that still rise share what the others leave: whole units first, then one more to the largest remainders
     * (policy §4, §9).
     */
    private static SortedMap<String, BigInteger> split(BigInteger pool, List<Claim> claims) {
        Ratio level = Ratio.NOTHING;
        for (Claim claim : claims) {
            if (claim.weight().signum() > 0) {
                for (BigInteger bound : List.of(claim.least(), claim.most())) {
                    var mark = new Ratio(bound, claim.weight());
                    if (mark.compareTo(level) > 0 && !exceeds(claims, mark, pool)) {
                        level = mark;
                    }
                }
            }
        }
        if (exceeds(claims, level, pool)) {
            throw new ImpossibleRulesException("the rules promise the schools more than there is to share out");
        }
        SortedMap<String, BigInteger> parts = new TreeMap<>();
        List<Claim> rising = new ArrayList<>();
        BigInteger left = pool;
        for (Claim claim : claims) {
            if (claim.rises(level)) {
                rising.add(claim);
            } else {
                BigInteger bound = claim.at(level).divide(level.denominator());
                parts.put(claim.school(), bound);
                left = left.subtract(bound);
            }
        }
        if (rising.isEmpty() && left.signum() != 0) {
            throw new ImpossibleRulesException("the rules leave money that no school may have");
        }
        parts.putAll(byLargestRemainder(left, rising));
        return parts;
    }

    private static boolean exceeds(List<Claim> claims, Ratio level, BigInteger pool) {
        return sum(claims.stream().map(claim -> claim.at(level)).toList()).compareTo(pool.multiply(level.denominator()))
                > 0;
    }

    private static SortedMap<String, BigInteger> byLargestRemainder(BigInteger pool, List<Claim> claims) {
        BigInteger total = sum(claims.stream().map(Claim::weight).toList());
        SortedMap<String, BigInteger> parts = new TreeMap<>();
        SortedMap<String, BigInteger> remainders = new TreeMap<>();
        BigInteger left = pool;
        for (Claim claim : claims) {
            BigInteger[] quota = pool.multiply(claim.weight()).divideAndRemainder(total);
            parts.put(claim.school(), quota[0]);
            remainders.put(claim.school(), quota[1]);
            left = left.subtract(quota[0]);
        }
        // The map is in the order of the codes, and sorting keeps it among equals: the lower code first (policy §4.3).
        remainders.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(reverseOrder()))
                .limit(left.longValueExact())
                .forEach(school -> parts.merge(school.getKey(), BigInteger.ONE, BigInteger::add));
        return parts;
    }

    /** The division, to the next whole number that is not less. */
    private static BigInteger up(BigInteger whole, BigInteger by) {
        BigInteger[] parts = whole.divideAndRemainder(by);
        return parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
    }

    private static BigInteger sum(List<BigInteger> numbers) {
        return numbers.stream().reduce(ZERO, BigInteger::add);
    }
}
