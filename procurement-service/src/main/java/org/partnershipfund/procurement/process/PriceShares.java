package org.partnershipfund.procurement.process;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.reservation.ReservedLine;

/** How the price of a process falls on the lines of the schools. Source: docs/policy/procurement.md §6.1. */
public final class PriceShares {

    private PriceShares() {}

    /** What all lines together have reserved. */
    public static Money reserved(List<ReservedLine> lines) {
        return lines.stream().map(ReservedLine::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What the award asks of all lines together. */
    static Money awarded(List<ReservedLine> lines) {
        return lines.stream().map(ReservedLine::price).reduce(Money.ZERO, Money::plus);
    }

    /**
     * What a price asks of each line: a cent each, the rest in proportion to what is reserved, by largest remainder;
     * ties go to the line that comes first. No line is asked for more than it has.
     *
     * @param price at least a cent per line, at most what is reserved
     */
    public static Map<CommitmentId, Money> of(Money price, List<ReservedLine> lines) {
        int n = lines.size();
        var rest = BigInteger.valueOf(price.cents() - n);
        var whole = BigInteger.valueOf(Math.max(1, reserved(lines).cents() - n));
        long[] cents = new long[n];
        var remainders = new BigInteger[n];
        long left = price.cents();
        for (int i = 0; i < n; i++) {
            var parts = rest.multiply(BigInteger.valueOf(lines.get(i).amount().cents() - 1))
                    .divideAndRemainder(whole);
            cents[i] = 1 + parts[0].longValueExact();
            remainders[i] = parts[1];
            left -= cents[i];
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> remainders[i]).reversed());
        for (int i = 0; i < left; i++) {
            cents[order.get(i)]++;
        }
        Map<CommitmentId, Money> amounts = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            amounts.put(lines.get(i).commitment(), new Money(cents[i]));
        }
        return amounts;
    }
}
