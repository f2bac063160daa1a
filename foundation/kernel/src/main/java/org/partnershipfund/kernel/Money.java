package org.partnershipfund.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * An amount of US dollars, held as whole cents.
 *
 * <p>Unit: 1 cent. Every operation throws {@link ArithmeticException} where a {@code long} of cents would wrap
 * around. There is no division: sharing a pool is {@code LargestRemainder}'s work, because only a split that names
 * its rounding keeps every cent.
 *
 * @param cents whole cents; negative means owed back
 */
public record Money(long cents) implements Comparable<Money> {

    /** Before the point; more do not fit into a {@code long} of cents. */
    private static final int MOST_DIGITS = 17;

    /** No money at all. */
    public static final Money ZERO = new Money(0);

    /**
     * Reads a decimal amount such as {@code "1250.75"}. Its cost is bounded by the length of the text: an exponent of a
     * billion is refused before anything is multiplied.
     *
     * @throws ArithmeticException if the text has a fraction of a cent, or more dollars than fit
     * @throws NumberFormatException if the text is no number
     */
    public static Money ofDollars(String dollars) {
        BigDecimal amount = new BigDecimal(dollars).stripTrailingZeros();
        if ((long) amount.precision() - amount.scale() > MOST_DIGITS) {
            throw new ArithmeticException("more dollars than fit");
        }
        // Said here: rounding 1e-400000000 would first make a power of ten with as many digits.
        if (amount.scale() > 2) {
            throw new ArithmeticException("a fraction of a cent");
        }
        return new Money(
                amount.setScale(2, RoundingMode.UNNECESSARY).movePointRight(2).longValueExact());
    }

    /** The sum; refuses to wrap around. */
    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    /** The difference, which may be negative; refuses to wrap around. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    /** Whether this is strictly more than the other. */
    public boolean exceeds(Money other) {
        return cents > other.cents;
    }

    /** Whether this is less than nothing. */
    public boolean isNegative() {
        return cents < 0;
    }

    /** Whether this is more than nothing. */
    public boolean isPositive() {
        return cents > 0;
    }

    /** The wire form: always two decimals, never an exponent ({@code "1250.70"}). */
    public String dollars() {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /** As it stands in sentences: {@code $52,775.72}, or {@code -$3.50}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s$%,.2f",
                isNegative() ? "-" : "",
                BigDecimal.valueOf(cents, 2).abs());
    }
}
