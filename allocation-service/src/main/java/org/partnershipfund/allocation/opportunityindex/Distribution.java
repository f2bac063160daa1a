package org.partnershipfund.allocation.opportunityindex;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each value of a factor was seen among all peers: all that a normalisation needs, in memory that depends on
 * how many different values there are and not on how many peers.
 *
 * <p>Values are in millionths of the factor's unit.
 */
public final class Distribution {

    /** More different values than any indicator needs; beyond them the file holds noise, or was not rounded. */
    public static final int MOST_DIFFERENT = 200_000;

    private static final BigDecimal SIGMAS = BigDecimal.valueOf(3);

    private final Map<Long, Counter> counts = new HashMap<>();
    private long seen;

    private static final class Counter {
        private long count;
    }

    /**
     * Counts one peer.
     *
     * @return whether there is room: false, and nothing counted, when this would be one different value too many
     */
    public boolean add(long value) {
        Counter counter = counts.get(value);
        if (counter == null) {
            if (counts.size() == MOST_DIFFERENT) {
                return false;
            }
            counter = new Counter();
            counts.put(value, counter);
        }
        counter.count++;
        seen++;
        return true;
    }

    /** How many peers were counted. */
    public long peers() {
        return seen;
    }

    /**
     * The score of every value that was seen.
     *
     * <p>Where all peers are equal nobody stands out: everybody scores 0.5.
     */
    public Scale scale(Normalisation normalisation, Direction direction) {
        SortedMap<Long, Long> sorted = new TreeMap<>();
        counts.forEach((value, counter) -> sorted.put(value, counter.count));
        long[] values = new long[sorted.size()];
        int[] scores = new int[sorted.size()];
        Rule rule = rule(normalisation, sorted);
        long below = 0;
        int place = 0;
        for (var entry : sorted.entrySet()) {
            int score = rule.score(entry.getKey(), entry.getValue(), below);
            values[place] = entry.getKey();
            scores[place] = direction == Direction.MORE_IS_NEED ? score : Scale.WHOLE - score;
            below += entry.getValue();
            place++;
        }
        return new Scale(values, scores);
    }

    private interface Rule {
        int score(long value, long equal, long below);
    }

    private Rule rule(Normalisation normalisation, SortedMap<Long, Long> sorted) {
        if (sorted.size() < 2) {
            return (_, _, _) -> Scale.MIDDLE;
        }
        return switch (normalisation) {
            case PERCENTILE_RANK ->
                (_, equal, below) -> part(BigInteger.valueOf(2 * below + equal), BigInteger.valueOf(2 * seen));
            case MIN_MAX -> {
                BigInteger lowest = BigInteger.valueOf(sorted.firstKey());
                BigInteger range = BigInteger.valueOf(sorted.lastKey()).subtract(lowest);
                yield (value, _, _) -> part(BigInteger.valueOf(value).subtract(lowest), range);
            }
            case Z_SCORE -> deviation(sorted);
        };
    }

    /** (value - mean) / (6 x standard deviation) + 1/2, kept between 0 and 1; of the whole population. */
    private Rule deviation(SortedMap<Long, Long> sorted) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (var entry : sorted.entrySet()) {
            BigInteger value = BigInteger.valueOf(entry.getKey());
            BigInteger weighted = value.multiply(BigInteger.valueOf(entry.getValue()));
            sum = sum.add(weighted);
            squares = squares.add(weighted.multiply(value));
        }
        BigDecimal peers = BigDecimal.valueOf(seen);
        BigDecimal mean = new BigDecimal(sum).divide(peers, MathContext.DECIMAL128);
        // n x sum of squares - sum^2 is exact; only the root and the quotients are rounded, at 34 digits.
        BigDecimal deviation = new BigDecimal(
                        squares.multiply(BigInteger.valueOf(seen)).subtract(sum.multiply(sum)))
                .sqrt(MathContext.DECIMAL128)
                .divide(peers, MathContext.DECIMAL128);
        BigDecimal range = deviation.multiply(SIGMAS).multiply(BigDecimal.TWO);
        return (value, _, _) -> {
            BigDecimal score = BigDecimal.valueOf(value)
                    .subtract(mean)
                    .divide(range, MathContext.DECIMAL128)
                    .multiply(BigDecimal.valueOf(Scale.WHOLE))
                    .add(BigDecimal.valueOf(Scale.MIDDLE))
                    .setScale(0, RoundingMode.HALF_UP);
            return score.max(BigDecimal.ZERO)
                    .min(BigDecimal.valueOf(Scale.WHOLE))
                    .intValueExact();
        };
    }

    private static int part(BigInteger of, BigInteger whole) {
        // Half up in whole numbers: (2 x of x 10^9 + whole) / (2 x whole).
        return of.multiply(BigInteger.valueOf(2L * Scale.WHOLE))
                .add(whole)
                .divide(whole.shiftLeft(1))
                .intValueExact();
    }

    /**
     * Scores in billionths, 0 to 1, by value.
     *
     * <p>It is read for every pupil and factor, so it is two arrays and a search.
     */
    public static final class Scale {

        /** 1, in billionths. */
        public static final int WHOLE = 1_000_000_000;

        /** 0.5, in billionths. */
        public static final int MIDDLE = WHOLE / 2;

        private final long[] values;
        private final int[] scores;

        private Scale(long[] values, int[] scores) {
            this.values = values;
            this.scores = scores;
        }

        /**
         * The score of a value, in billionths.
         *
         * @throws IllegalArgumentException if nobody had that value when peers were counted
         */
        public int score(long value) {
            int place = Arrays.binarySearch(values, value);
            if (place < 0) {
                throw new IllegalArgumentException("nobody had the value %d when peers were counted".formatted(value));
            }
            return scores[place];
        }
    }
}
