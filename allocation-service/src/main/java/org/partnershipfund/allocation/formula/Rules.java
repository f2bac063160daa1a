package org.partnershipfund.allocation.formula;

import org.partnershipfund.kernel.Money;

/**
 * What the district decides before the cents are counted.
 *
 * @param pool more than nothing
 */
public record Rules(Money pool, Eligibility eligibility, AllocationFormula formula) {

    public Rules {
        if (!pool.isPositive()) {
            throw new IllegalArgumentException("a pool is more than nothing: " + pool);
        }
    }
}
