package org.partnershipfund.procurement.contract;

import org.partnershipfund.kernel.Money;

/**
 * What one unit of service costs before an amendment and after it.
 *
 * @param unit what is counted, such as "a session"
 */
public record UnitPrice(String unit, Money before, Money after) {

    /** Whether it rises, which no amendment may make it (c.30B s.13). */
    boolean rises() {
        return after.exceeds(before);
    }
}
