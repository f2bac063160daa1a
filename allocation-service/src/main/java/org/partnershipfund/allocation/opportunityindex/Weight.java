package org.partnershipfund.allocation.opportunityindex;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much a component or factor counts: 0 to 1, exact to six decimals.
 *
 * @param millionths 0 to 1,000,000
 */
public record Weight(int millionths) {

    /** 1. */
    public static final int WHOLE = 1_000_000;

    private static final Pattern DECIMAL = Pattern.compile("[01](\\.[0-9]{1,6})?");

    public Weight {
        if (millionths < 0 || millionths > WHOLE) {
            throw new IllegalArgumentException("a weight is 0 to 1, not %s millionths".formatted(millionths));
        }
    }

    /** Reads a plain decimal such as {@code "0.25"}; empty if it is no such decimal or more than 1. */
    public static Optional<Weight> parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        int millionths = new BigDecimal(text).movePointRight(6).intValueExact();
        return millionths > WHOLE ? Optional.empty() : Optional.of(new Weight(millionths));
    }

    /**
     * The same from text that is known to be right.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static Weight of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("a weight is 0 to 1, not " + text));
    }

    /** The wire form, with no more zeros at the end than needed. */
    public String decimal() {
        BigDecimal shortest = BigDecimal.valueOf(millionths, 6).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0).toPlainString() : shortest.toPlainString();
    }

    @Override
    public String toString() {
        return decimal();
    }
}
