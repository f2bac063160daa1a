package org.partnershipfund.procurement.process;

import org.partnershipfund.kernel.Money;

/** What a call-off takes of one item of a framework award, at its unit price. Source: docs/policy/tenders.md §8. */
public record CalledUnit(String code, String unit, long quantity, Money unitPrice) {

    /** Unit price times quantity. */
    public Money amount() {
        return new Money(Math.multiplyExact(unitPrice.cents(), quantity));
    }
}
