package org.partnershipfund.allocation.opportunityindex;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * Values of indicators: plain decimals with at most twelve digits before the point and six after it, kept as whole
 * millionths.
 */
public final class Millionths {

    /** What such a decimal looks like. */
    public static final String DECIMAL = "-?[0-9]{1,12}(\\.[0-9]{1,6})?";

    private static final int WHOLE_DIGITS = 12;
    private static final int DECIMALS = 6;

    private Millionths() {}

    /** Reads such a decimal; empty if it is none, such as {@code NaN}, {@code 1e3} or {@code .5}. */
    public static OptionalLong parse(String text) {
        int length = text.length();
        int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int first = at;
        long value = 0;
        while (at < length && isDigit(text.charAt(at))) {
            value = value * 10 + (text.charAt(at) - '0');
            at++;
            if (at - first > WHOLE_DIGITS) {
                return OptionalLong.empty();
            }
        }
        if (at == first) {
            return OptionalLong.empty();
        }
        int decimals = 0;
        if (at < length && text.charAt(at) == '.') {
            at++;
            while (at < length && isDigit(text.charAt(at)) && decimals < DECIMALS) {
                value = value * 10 + (text.charAt(at) - '0');
                at++;
                decimals++;
            }
            if (decimals == 0) {
                return OptionalLong.empty();
            }
        }
        if (at < length) {
            return OptionalLong.empty();
        }
        for (; decimals < DECIMALS; decimals++) {
            value *= 10;
        }
        return OptionalLong.of(first == 1 ? -value : value);
    }

    /** The wire form, with no more zeros at the end than needed. */
    public static String decimal(long millionths) {
        BigDecimal shortest = BigDecimal.valueOf(millionths, DECIMALS).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0).toPlainString() : shortest.toPlainString();
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}
