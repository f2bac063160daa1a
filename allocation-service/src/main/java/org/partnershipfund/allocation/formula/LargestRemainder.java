package org.partnershipfund.allocation.formula;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.partnershipfund.kernel.Money;

/**
 * Splits a pool by weight so that the parts add up to the pool, to the cent or another unit (Hamilton's method).
 *
 * <p>Everybody first gets the whole units of the exact quota; the units left over go one by one to the largest
 * remainders. Ties go to the receiver that sorts first, so a rerun gives the same answer in whatever order the
 * weights came.
 *
 * <p>Source: docs/policy/allocation.md §4 "Rounding".
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * What one receiver gets.
     *
     * @param whole the whole units of the exact quota {@code pool x weight / total weight}
     * @param remainder what the quota has beyond them, in parts of a unit over the total weight; less than that weight
     * @param leftOver what came here of the units left over: one unit or nothing
     */
    public record Share(Money whole, long remainder, Money leftOver) {

        /** The whole units and, if it came here, the unit left over. */
        public Money amount() {
            return whole.plus(leftOver);
        }
    }

    /** Splits the pool to the cent; see {@link #split(Money, long, Map)}. */
    public static <K extends Comparable<K>> SortedMap<K, Share> split(Money pool, Map<K, Long> weights) {
        return split(pool, 1, weights);
    }

    /**
     * Splits the pool; nothing is lost or made up.
     *
     * @param pool not negative, whole units
     * @param unitCents what amounts are rounded to: 1 for cents, 100 for dollars, 10,000 for hundreds of dollars
     * @param weights per receiver, each zero or more, not all zero; no unit, only the ratio counts
     * @return one share per receiver; the amounts add up to {@code pool}
     * @throws IllegalArgumentException if a precondition above is broken
     */
    public static <K extends Comparable<K>> SortedMap<K, Share> split(
            Money pool, long unitCents, Map<K, Long> weights) {
        long total = weights.values().stream().reduce(0L, Math::addExact);
        if (pool.isNegative()) {
            throw new IllegalArgumentException("pool is negative: " + pool);
        }
        if (unitCents < 1 || pool.cents() % unitCents != 0) {
            throw new IllegalArgumentException(
                    "%s is not a number of whole units of %d cents".formatted(pool, unitCents));
        }
        if (total <= 0 || weights.values().stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("weights must be zero or more and not all zero: " + weights);
        }

        long units = pool.cents() / unitCents;
        List<Quota<K>> quotas = new ArrayList<>();
        long handedOut = 0;
        for (var entry : weights.entrySet()) {
            Quota<K> quota = Quota.of(entry.getKey(), units, entry.getValue(), total);
            quotas.add(quota);
            handedOut += quota.whole();
        }

        Set<K> oneMore = new HashSet<>();
        quotas.stream()
                .sorted(Quota.byRemainder())
                .limit(units - handedOut)
                .forEach(quota -> oneMore.add(quota.receiver()));

        SortedMap<K, Share> shares = new TreeMap<>();
        for (Quota<K> quota : quotas) {
            shares.put(
                    quota.receiver(),
                    new Share(
                            new Money(quota.whole() * unitCents),
                            quota.remainder(),
                            oneMore.contains(quota.receiver()) ? new Money(unitCents) : Money.ZERO));
        }
        return shares;
    }

    /** What is due to one receiver; {@code whole} in units. */
    private record Quota<K extends Comparable<K>>(K receiver, long whole, long remainder) {

        static <K extends Comparable<K>> Quota<K> of(K receiver, long units, long weight, long total) {
            BigInteger[] quota = BigInteger.valueOf(units)
                    .multiply(BigInteger.valueOf(weight))
                    .divideAndRemainder(BigInteger.valueOf(total));
            return new Quota<>(receiver, quota[0].longValueExact(), quota[1].longValueExact());
        }

        static <K extends Comparable<K>> Comparator<Quota<K>> byRemainder() {
            return comparing(Quota<K>::remainder, reverseOrder()).thenComparing(Quota::receiver);
        }
    }
}
