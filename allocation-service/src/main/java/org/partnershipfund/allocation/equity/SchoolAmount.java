package org.partnershipfund.allocation.equity;

import java.math.BigInteger;
import java.util.Comparator;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What one school receives, beside its need and its pupils.
 *
 * @param pupils counted in the snapshot; zero or more
 * @param amount zero or more
 */
public record SchoolAmount(SchoolCode school, String name, IndexValue index, int pupils, Money amount) {

    /** The least need first; at equal need the lower code, so that every sum has one order. */
    static final Comparator<SchoolAmount> BY_NEED =
            Comparator.comparing(SchoolAmount::index).thenComparing(SchoolAmount::school);

    /** The fewest dollars per pupil first, compared exactly; at equal dollars the lower code. */
    static final Comparator<SchoolAmount> BY_DOLLARS_PER_PUPIL =
            ((Comparator<SchoolAmount>) SchoolAmount::compareDollarsPerPupil).thenComparing(SchoolAmount::school);

    public SchoolAmount {
        if (pupils < 0 || amount.isNegative()) {
            throw new IllegalArgumentException(
                    "%s cannot have %d pupils and receive %s".formatted(school, pupils, amount));
        }
    }

    /** Whether there is anybody to serve; dollars per pupil mean nothing otherwise. */
    public boolean hasPupils() {
        return pupils > 0;
    }

    /** The same school with another amount. */
    public SchoolAmount receiving(Money other) {
        return new SchoolAmount(school, name, index, pupils, other);
    }

    /** Dollars per pupil, as statistics and plots take it; needs a pupil. */
    public double dollarsPerPupil() {
        return (double) amount.cents() / pupils / 100;
    }

    /** Both need a pupil. */
    static int compareDollarsPerPupil(SchoolAmount one, SchoolAmount other) {
        return BigInteger.valueOf(one.amount.cents())
                .multiply(BigInteger.valueOf(other.pupils))
                .compareTo(BigInteger.valueOf(other.amount.cents()).multiply(BigInteger.valueOf(one.pupils)));
    }
}
