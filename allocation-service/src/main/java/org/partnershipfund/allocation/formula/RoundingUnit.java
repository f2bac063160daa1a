package org.partnershipfund.allocation.formula;

import java.util.Locale;
import org.partnershipfund.kernel.Money;

/**
 * What every amount of a scenario is a whole number of.
 *
 * <p>Source: docs/policy/allocation.md §4 "Rounding".
 */
public enum RoundingUnit {
    /** One cent. */
    CENT(1, "cents", "a cent"),
    /** One dollar. */
    DOLLAR(100, "dollars", "a dollar"),
    /** One hundred dollars. */
    HUNDRED_DOLLARS(10_000, "hundreds of dollars", "$100.00");

    private final long cents;
    private final String many;
    private final String one;

    RoundingUnit(long cents, String many, String one) {
        this.cents = cents;
        this.many = many;
        this.one = one;
    }

    /** How many cents one unit has: 1, 100 or 10,000. */
    public long cents() {
        return cents;
    }

    /** One unit. */
    public Money money() {
        return new Money(cents);
    }

    /** Whether the amount is a whole number of units. */
    public boolean fits(Money amount) {
        return amount.cents() % cents == 0;
    }

    /** The smallest whole number of units that is not less; refuses to wrap around. */
    public Money up(Money amount) {
        return new Money(Math.multiplyExact(Math.ceilDiv(amount.cents(), cents), cents));
    }

    /** The greatest whole number of units that is not more. */
    public Money down(Money amount) {
        return new Money(Math.floorDiv(amount.cents(), cents) * cents);
    }

    /** Several of them as one reads it: "cents". */
    public String many() {
        return many;
    }

    /** One of them as one reads it: "a cent". */
    public String one() {
        return one;
    }

    /** So many of them as one reads it: "31 cents". */
    public String counted(long units) {
        return switch (this) {
            case CENT -> String.format(Locale.ROOT, "%,d %s", units, units == 1 ? "cent" : "cents");
            case DOLLAR -> String.format(Locale.ROOT, "%,d %s", units, units == 1 ? "dollar" : "dollars");
            case HUNDRED_DOLLARS ->
                String.format(Locale.ROOT, "%,d %s of $100.00", units, units == 1 ? "portion" : "portions");
        };
    }
}
