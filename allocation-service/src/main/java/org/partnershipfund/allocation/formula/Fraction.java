package org.partnershipfund.allocation.formula;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a whole as people write it, exact: {@code 1/3}.
 *
 * @param numerator 0 to the denominator
 * @param denominator 1 to 1,000,000
 */
public record Fraction(int numerator, int denominator) implements Comparable<Fraction> {

    /** Nothing of it. */
    public static final Fraction NOTHING = new Fraction(0, 1);

    /** All of it. */
    public static final Fraction WHOLE = new Fraction(1, 1);

    private static final int LARGEST = 1_000_000;
    private static final Pattern WRITTEN = Pattern.compile("(0|[1-9][0-9]{0,6})(?:/([1-9][0-9]{0,6}))?");

    public Fraction {
        if (denominator < 1 || denominator > LARGEST || numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException(
                    "a fraction is 0 to 1 over at most 1,000,000, not %d/%d".formatted(numerator, denominator));
        }
    }

    /** Reads {@code "1/3"}, {@code "0"} or {@code "1"}; empty if it is no such fraction. */
    public static Optional<Fraction> parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        int numerator = Integer.parseInt(written.group(1));
        int denominator = written.group(2) == null ? 1 : Integer.parseInt(written.group(2));
        return denominator > LARGEST || numerator > denominator
                ? Optional.empty()
                : Optional.of(new Fraction(numerator, denominator));
    }

    /**
     * The same from text that is known to be right.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static Fraction of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("a fraction is 0 to 1, not " + text));
    }

    /** What is left of the whole without it: 2/3 of 1/3. */
    public Fraction rest() {
        return new Fraction(denominator - numerator, denominator);
    }

    /** So much of a whole number, rounded up to the next whole number. */
    long ofRoundedUp(long whole) {
        BigInteger[] parts = BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(numerator))
                .divideAndRemainder(BigInteger.valueOf(denominator));
        return parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0);
    }

    /** Whether so much of a whole number is a whole number. */
    boolean dividesExactly(long whole) {
        return BigInteger.valueOf(whole)
                        .multiply(BigInteger.valueOf(numerator))
                        .mod(BigInteger.valueOf(denominator))
                        .signum()
                == 0;
    }

    /** By size; equal is not the same as written alike ({@code 1/2} and {@code 2/4}). */
    @Override
    public int compareTo(Fraction other) {
        return Long.compare((long) numerator * other.denominator, (long) other.numerator * denominator);
    }

    /** The wire form, as it was written. */
    @Override
    public String toString() {
        return denominator == 1 ? Integer.toString(numerator) : numerator + "/" + denominator;
    }
}
