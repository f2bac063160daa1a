package org.partnershipfund.local.sample;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.partnershipfund.kernel.Money;

/** A split that loses no cent, by the rule of docs/policy/allocation.md §4. */
final class Shares {

    private Shares() {}

    /**
     * What each gets, in the order of the weights.
     *
     * @param names settle ties: the one that sorts first gets the cent
     */
    static List<Money> of(Money pool, List<Long> weights, List<String> names) {
        BigInteger total =
                BigInteger.valueOf(weights.stream().mapToLong(Long::longValue).sum());
        List<BigInteger[]> quotas = weights.stream()
                .map(weight -> BigInteger.valueOf(pool.cents())
                        .multiply(BigInteger.valueOf(weight))
                        .divideAndRemainder(total))
                .toList();
        long left = pool.cents()
                - quotas.stream().mapToLong(quota -> quota[0].longValueExact()).sum();
        var oneCentMore = IntStream.range(0, weights.size())
                .boxed()
                .sorted(comparing((Integer place) -> quotas.get(place)[1], reverseOrder())
                        .thenComparing(names::get))
                .limit(left)
                .collect(Collectors.toSet());
        return IntStream.range(0, weights.size())
                .mapToObj(place ->
                        new Money(quotas.get(place)[0].longValueExact() + (oneCentMore.contains(place) ? 1 : 0)))
                .toList();
    }
}
