package org.partnershipfund.allocation.opportunityindex;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One Opportunity Index: 0.01 to 0.99, exact to six decimals; higher means more need.
 *
 * @param millionths 10,000 to 990,000
 */
public record IndexValue(int millionths) implements Comparable<IndexValue> {

    /** 0.01. */
    public static final IndexValue LOWEST = new IndexValue(10_000);

    /** 0.99. */
    public static final IndexValue HIGHEST = new IndexValue(990_000);

    private static final Pattern DECIMAL = Pattern.compile("[0-9]\\.[0-9]{1,6}");

    public IndexValue {
        if (millionths < 10_000 || millionths > 990_000) {
            throw new IllegalArgumentException("an index is 0.01 to 0.99, not %s millionths".formatted(millionths));
        }
    }

    /** Reads a plain decimal such as {@code "0.844538"}; empty if it is no such decimal or out of range. */
    public static Optional<IndexValue> parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        int millionths = new BigDecimal(text).movePointRight(6).intValueExact();
        return millionths < LOWEST.millionths || millionths > HIGHEST.millionths
                ? Optional.empty()
                : Optional.of(new IndexValue(millionths));
    }

    /**
     * The same from text that is known to be right.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static IndexValue of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("an index is 0.01 to 0.99, not " + text));
    }

    /** The wire form: two to six decimals, no more zeros at the end than needed ({@code "0.60"}, {@code "0.844538"}). */
    public String decimal() {
        BigDecimal shortest = BigDecimal.valueOf(millionths, 6).stripTrailingZeros();
        return shortest.scale() < 2 ? shortest.setScale(2).toPlainString() : shortest.toPlainString();
    }

    @Override
    public int compareTo(IndexValue other) {
        return Integer.compare(millionths, other.millionths);
    }

    @Override
    public String toString() {
        return decimal();
    }
}
