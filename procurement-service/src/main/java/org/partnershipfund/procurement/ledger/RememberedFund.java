package org.partnershipfund.procurement.ledger;

import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;

/**
 * What the ledger must know about a fund before it can open lines in it; allocation-service owns the fund itself.
 *
 * @param pool the lines of the fund together never hold more
 * @param planned what its lines have been given so far
 */
public record RememberedFund(FundId id, String name, FiscalYear year, Money pool, ChartParts chart, Money planned) {

    public RememberedFund {
        if (!pool.isPositive()) {
            throw new IllegalArgumentException("a fund's pool is more than nothing, not " + pool);
        }
        if (planned.isNegative() || planned.exceeds(pool)) {
            throw new IllegalArgumentException("planned %s of a pool of %s".formatted(planned, pool));
        }
    }

    /** A fund in which no line is open yet. */
    public static RememberedFund opened(FundId id, String name, FiscalYear year, Money pool, ChartParts chart) {
        return new RememberedFund(id, name, year, pool, chart, Money.ZERO);
    }

    /** What may still be given to lines. */
    public Money unplanned() {
        return pool.minus(planned);
    }

    /** Whether both tell the same about the fund, whatever was planned in it since. */
    public boolean saysTheSameAs(RememberedFund other) {
        return id.equals(other.id)
                && name.equals(other.name)
                && year.equals(other.year)
                && pool.equals(other.pool)
                && chart.equals(other.chart);
    }
}
