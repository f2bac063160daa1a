package org.partnershipfund.procurement.spending;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.spending.Spending.Fact;

/**
 * Dollars by one dimension, the largest contracted first.
 *
 * <p>Source: docs/policy/disclosure.md §6.
 *
 * @param soleSourceShare of what is contracted, in percent with one decimal; zero when nothing is
 */
public record SpendingReport(
        Dimension by, List<Row> rows, Money contracted, Money paid, Money soleSource, BigDecimal soleSourceShare) {

    private static final String SOLE_SOURCE = "sole-source";
    private static final BigDecimal PERCENT = new BigDecimal(100);

    public SpendingReport {
        rows = List.copyOf(rows);
    }

    /**
     * One line of a report.
     *
     * @param processes how many contracting processes it comes from
     */
    public record Row(Dimension.Key of, Money contracted, Money paid, int processes) {}

    private static final class Sum {
        private Money contracted = Money.ZERO;
        private Money paid = Money.ZERO;
        private final Set<ProcessId> processes = new HashSet<>();
    }

    /** Adds the facts up. */
    public static SpendingReport of(Dimension by, List<Fact> facts) {
        Map<Dimension.Key, Sum> sums = new LinkedHashMap<>();
        Money contracted = Money.ZERO;
        Money paid = Money.ZERO;
        Money soleSource = Money.ZERO;
        for (Fact fact : facts) {
            Sum sum = sums.computeIfAbsent(by.of(fact), _ -> new Sum());
            sum.contracted = sum.contracted.plus(fact.contracted());
            sum.paid = sum.paid.plus(fact.paid());
            sum.processes.add(fact.process());
            contracted = contracted.plus(fact.contracted());
            paid = paid.plus(fact.paid());
            if (fact.route().equals(SOLE_SOURCE)) {
                soleSource = soleSource.plus(fact.contracted());
            }
        }
        List<Row> rows = new ArrayList<>();
        sums.forEach((key, sum) -> rows.add(new Row(key, sum.contracted, sum.paid, sum.processes.size())));
        rows.sort(Comparator.comparing(Row::contracted)
                .reversed()
                .thenComparing(row -> row.of().name())
                .thenComparing(row -> row.of().key()));
        return new SpendingReport(by, rows, contracted, paid, soleSource, share(soleSource, contracted));
    }

    private static BigDecimal share(Money part, Money all) {
        return all.isPositive()
                ? BigDecimal.valueOf(part.cents())
                        .multiply(PERCENT)
                        .divide(BigDecimal.valueOf(all.cents()), 1, RoundingMode.HALF_UP)
                : BigDecimal.ZERO.setScale(1);
    }
}
