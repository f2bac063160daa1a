package org.partnershipfund.procurement.contract;

import org.partnershipfund.kernel.Money;

/**
 * What one unit of service costs before an amendment and after it.
 *
 * @param unit what is counted, such as "a session"
 */
public record UnitPrice(String unit, Money before, Money after) {

    /** Whether the unit is called so, however it is spelled. */
    boolean isOf(String name) {
        return unit.strip().equalsIgnoreCase(name.strip());
    }

    /** Whether it rises, which no amendment may make it (c.30B s.13). */
    boolean rises() {
        return after.exceeds(before);
    }
}
