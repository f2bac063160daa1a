package org.partnershipfund.allocation.formula;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.partnershipfund.allocation.formula.FormulaRefusal.CapsBelowPool;
import org.partnershipfund.allocation.formula.FormulaRefusal.FloorsAbovePool;
import org.partnershipfund.allocation.formula.LargestRemainder.Share;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;

/**
 * Splits a pool by weight so that everybody stays within bounds and the parts add up to the pool, to the unit.
 *
 * <p>There is one number of dollars per unit of weight at which everybody's share, kept within its bounds, adds up to
 * the pool. Whoever is beyond a bound at that number gets the bound; the others share what is left by largest remainder.
 * It is found in whole numbers: at each look the side that is further out is fixed at its bound, which only moves the
 * number further away from that bound; so nobody is ever fixed in vain, and there are at most as many looks as receivers.
 *
 * <p>Source: docs/policy/allocation.md §9 "Bounds".
 */
public final class BoundedSplit {

    private BoundedSplit() {}

    /**
     * Between what and what one receiver stays.
     *
     * @param floor not negative
     * @param cap none if only the pool is the limit; at least the floor
     */
    public record Bounds(Money floor, Optional<Money> cap) {

        /** Anything from nothing on. */
        public static final Bounds NONE = new Bounds(Money.ZERO, Optional.empty());

        public Bounds {
            if (floor.isNegative() || cap.filter(floor::exceeds).isPresent()) {
                throw new IllegalArgumentException(
                        "bounds are from nothing on and in order: %s to %s".formatted(floor, cap));
            }
        }
    }

    /** What one receiver gets, and by which of the three ways. */
    public sealed interface Part {

        /** How much. */
        Money amount();

        /** Its proportional share of what the bounded ones leave. */
        record Proportional(Share share) implements Part {
            @Override
            public Money amount() {
                return share.amount();
            }
        }

        /** Its floor, because its proportional share would be less. */
        record AtFloor(Money amount) implements Part {}

        /** Its cap, because its proportional share would be more. */
        record AtCap(Money amount) implements Part {}
    }

    /**
     * Splits the pool.
     *
     * @param pool not negative, whole units
     * @param unitCents what amounts are rounded to: 1 for cents, 100 for dollars, 10,000 for hundreds of dollars
     * @param weights per receiver, each zero or more, not all zero
     * @param bounds per receiver; who is missing has none. Floors are rounded up to whole units, caps down
     * @return one part per receiver; the amounts add up to {@code pool}
     * @throws IllegalArgumentException if a precondition above is broken
     */
    public static <K extends Comparable<K>> Decision<SortedMap<K, Part>> split(
            Money pool, long unitCents, Map<K, Long> weights, Map<K, Bounds> bounds) {
        if (unitCents < 1 || pool.cents() % unitCents != 0) {
            throw new IllegalArgumentException(
                    "%s is not a number of whole units of %d cents".formatted(pool, unitCents));
        }
        long units = pool.cents() / unitCents;
        Map<K, Claim> claims = new HashMap<>();
        weights.forEach((receiver, weight) ->
                claims.put(receiver, Claim.of(weight, bounds.getOrDefault(receiver, Bounds.NONE), unitCents, units)));
        BigInteger floors = BigInteger.ZERO;
        BigInteger caps = BigInteger.ZERO;
        for (Claim claim : claims.values()) {
            floors = floors.add(BigInteger.valueOf(claim.floor()));
            // Nobody gets more than a floor without a weight.
            caps = caps.add(BigInteger.valueOf(claim.weight() > 0 ? claim.cap() : claim.floor()));
        }
        if (floors.compareTo(BigInteger.valueOf(units)) > 0) {
            return Decision.refuse(new FloorsAbovePool(money(floors, unitCents), pool));
        }
        if (caps.compareTo(BigInteger.valueOf(units)) < 0) {
            return Decision.refuse(new CapsBelowPool(money(caps, unitCents), pool));
        }
        return Decision.accept(settled(units, unitCents, claims));
    }

    /** What one receiver brings to the split; floor and cap in whole units. */
    private record Claim(long weight, long floor, long cap) {

        static Claim of(long weight, Bounds bounds, long unitCents, long units) {
            long floor = Math.ceilDiv(bounds.floor().cents(), unitCents);
            long cap = bounds.cap().map(money -> money.cents() / unitCents).orElse(Math.max(units, floor));
            if (cap < floor) {
                throw new IllegalArgumentException("no whole unit lies within " + bounds);
            }
            return new Claim(weight, floor, cap);
        }
    }

    private static <K extends Comparable<K>> SortedMap<K, Part> settled(
            long units, long unitCents, Map<K, Claim> claims) {
        SortedMap<K, Part> parts = new TreeMap<>();
        Map<K, Claim> open = new HashMap<>(claims);
        long left = units;
        Look look = Look.at(left, open.values());
        while (look.isBeyond()) {
            for (var entry : claims.entrySet()) {
                Claim claim = entry.getValue();
                if (!open.containsKey(entry.getKey())) {
                    continue;
                }
                if (look.putsAtFloor(claim)) {
                    parts.put(entry.getKey(), new Part.AtFloor(money(claim.floor(), unitCents)));
                    left -= claim.floor();
                } else if (look.putsAtCap(claim)) {
                    parts.put(entry.getKey(), new Part.AtCap(money(claim.cap(), unitCents)));
                    left -= claim.cap();
                }
            }
            open.keySet().removeAll(parts.keySet());
            look = Look.at(left, open.values());
        }
        if (look.weight().signum() > 0) {
            Map<K, Long> weights = new HashMap<>();
            open.forEach((receiver, claim) -> weights.put(receiver, claim.weight()));
            LargestRemainder.split(money(left, unitCents), unitCents, weights)
                    .forEach((receiver, share) -> parts.put(receiver, new Part.Proportional(share)));
            return parts;
        }
        // Whoever is left has no weight and no floor.
        open.keySet().forEach(receiver -> parts.put(receiver, new Part.AtFloor(Money.ZERO)));
        if (left != 0) {
            throw new IllegalStateException(left + " units found nobody");
        }
        return parts;
    }

    /**
     * What is left, shared by weight: whether the floors ask for more than that, or the caps leave more than that, and
     * which side is further out.
     *
     * @param missing what the floors ask for more, times the weight
     * @param tooMuch what the caps leave over, times the weight
     */
    private record Look(BigInteger left, BigInteger weight, BigInteger missing, BigInteger tooMuch) {

        static Look at(long left, Collection<Claim> open) {
            BigInteger weight = open.stream()
                    .map(claim -> BigInteger.valueOf(claim.weight()))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            Look look = new Look(BigInteger.valueOf(left), weight, BigInteger.ZERO, BigInteger.ZERO);
            BigInteger missing = BigInteger.ZERO;
            BigInteger tooMuch = BigInteger.ZERO;
            for (Claim claim : open) {
                missing = missing.add(look.beyond(claim, claim.floor()).negate().max(BigInteger.ZERO));
                tooMuch = tooMuch.add(look.beyond(claim, claim.cap()).max(BigInteger.ZERO));
            }
            return new Look(look.left, weight, missing, tooMuch);
        }

        boolean isBeyond() {
            return missing.signum() > 0 || tooMuch.signum() > 0;
        }

        boolean putsAtFloor(Claim claim) {
            return missing.compareTo(tooMuch) >= 0
                    && beyond(claim, claim.floor()).signum() < 0;
        }

        boolean putsAtCap(Claim claim) {
            return missing.compareTo(tooMuch) <= 0 && beyond(claim, claim.cap()).signum() > 0;
        }

        /** How far the proportional share is above the bound, times the weight; nobody's share is 0 where none weighs. */
        private BigInteger beyond(Claim claim, long bound) {
            if (weight.signum() == 0) {
                return BigInteger.valueOf(-bound);
            }
            return left.multiply(BigInteger.valueOf(claim.weight()))
                    .subtract(BigInteger.valueOf(bound).multiply(weight));
        }
    }

    /** What a refusal says; sums beyond all money are said as the most that there is. */
    private static Money money(BigInteger units, long unitCents) {
        return money(units.min(BigInteger.valueOf(Long.MAX_VALUE / unitCents)).longValueExact(), unitCents);
    }

    private static Money money(long units, long unitCents) {
        return new Money(Math.multiplyExact(units, unitCents));
    }
}
