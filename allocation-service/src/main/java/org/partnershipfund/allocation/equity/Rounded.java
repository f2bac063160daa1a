package org.partnershipfund.allocation.equity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Every figure is rounded once, at the end, half to even (docs/policy/equity.md §1). */
final class Rounded {

    private static final int RATIO = 6;
    private static final int DOLLARS = 4;

    private Rounded() {}

    /** A ratio, index or correlation: six decimals. */
    static BigDecimal ratio(BigInteger over, BigInteger under) {
        return new BigDecimal(over).divide(new BigDecimal(under), RATIO, RoundingMode.HALF_EVEN);
    }

    static BigDecimal ratio(long over, long under) {
        return ratio(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    static BigDecimal ratio(double value) {
        return BigDecimal.valueOf(value).setScale(RATIO, RoundingMode.HALF_EVEN);
    }

    /** Cents over pupils as dollars per pupil: four decimals. */
    static BigDecimal dollarsPerPupil(long cents, long pupils) {
        return BigDecimal.valueOf(cents, 2).divide(BigDecimal.valueOf(pupils), DOLLARS, RoundingMode.HALF_EVEN);
    }

    static BigDecimal dollars(double value) {
        return BigDecimal.valueOf(value).setScale(DOLLARS, RoundingMode.HALF_EVEN);
    }
}
