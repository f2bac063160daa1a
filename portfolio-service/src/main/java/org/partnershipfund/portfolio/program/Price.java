package org.partnershipfund.portfolio.program;

import org.partnershipfund.kernel.Money;

/**
 * One line of a price sheet.
 *
 * @param code how selections name it; unique within its sheet
 * @param amount more than nothing; for {@link PriceUnit#AGREED} the most that may be agreed
 * @param tier for how many units it counts
 */
public record Price(String code, String description, PriceUnit unit, Money amount, Tier tier) {

    /** A price for any number of units. */
    public Price(String code, String description, PriceUnit unit, Money amount) {
        this(code, description, unit, amount, Tier.ANY);
    }

    /** Whether its tier can be one: in order, and of a unit that is counted (catalogue §2.3). */
    boolean hasPossibleTier() {
        return switch (unit) {
            case PER_PUPIL, PER_SESSION, PER_YEAR -> tier.isInOrder();
            case FLAT, AGREED -> tier.equals(Tier.ANY);
        };
    }
}
