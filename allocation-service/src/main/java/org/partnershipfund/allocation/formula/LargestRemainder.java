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
 * Splits a pool by weight so that the parts add up to the pool, to the cent (Hamilton's method).
 *
 * <p>Everybody first gets the whole cents of the exact quota; the cents left over go one by one to the largest
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
     * @param whole the whole cents of the exact quota {@code pool x weight / total weight}
     * @param remainder what the quota has beyond them, in parts of the total weight; less than the total weight
     * @param leftOverCent whether one of the cents left over came here
     */
    public record Share(Money whole, long remainder, boolean leftOverCent) {

        /** One cent. */
        private static final Money CENT = new Money(1);

        /** The whole cents and, if it came here, the cent left over. */
        public Money amount() {
            return leftOverCent ? whole.plus(CENT) : whole;
        }
    }

    /**
     * Splits the pool; no cent is lost or made up.
     *
     * @param pool not negative
     * @param weights per receiver, each zero or more, not all zero; no unit, only the ratio counts
     * @return one share per receiver; the amounts add up to {@code pool}
     * @throws IllegalArgumentException if a precondition above is broken
     */
    public static <K extends Comparable<K>> SortedMap<K, Share> split(Money pool, Map<K, Long> weights) {
        long total = weights.values().stream().reduce(0L, Math::addExact);
        if (pool.isNegative()) {
            throw new IllegalArgumentException("pool is negative: " + pool);
        }
        if (total <= 0 || weights.values().stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("weights must be zero or more and not all zero: " + weights);
        }

        List<Quota<K>> quotas = new ArrayList<>();
        Money handedOut = Money.ZERO;
        for (var entry : weights.entrySet()) {
            Quota<K> quota = Quota.of(entry.getKey(), pool, entry.getValue(), total);
            quotas.add(quota);
            handedOut = handedOut.plus(quota.whole());
        }

        Set<K> oneCentMore = new HashSet<>();
        quotas.stream()
                .sorted(Quota.byRemainder())
                .limit(pool.minus(handedOut).cents())
                .forEach(quota -> oneCentMore.add(quota.receiver()));

        SortedMap<K, Share> shares = new TreeMap<>();
        for (Quota<K> quota : quotas) {
            shares.put(
                    quota.receiver(),
                    new Share(quota.whole(), quota.remainder(), oneCentMore.contains(quota.receiver())));
        }
        return shares;
    }

    private record Quota<K extends Comparable<K>>(K receiver, Money whole, long remainder) {

        static <K extends Comparable<K>> Quota<K> of(K receiver, Money pool, long weight, long total) {
            BigInteger[] quota = BigInteger.valueOf(pool.cents())
                    .multiply(BigInteger.valueOf(weight))
                    .divideAndRemainder(BigInteger.valueOf(total));
            return new Quota<>(receiver, new Money(quota[0].longValueExact()), quota[1].longValueExact());
        }

        static <K extends Comparable<K>> Comparator<Quota<K>> byRemainder() {
            return comparing(Quota<K>::remainder, reverseOrder()).thenComparing(Quota::receiver);
        }
    }
}
