package org.partnershipfund.allocation.equity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.Variance;
import org.partnershipfund.allocation.equity.Concentration.Block;

/**
 * How unequal dollars per pupil are, whatever the need; every pupil counts once (docs/policy/equity.md §5).
 *
 * @param gini 0 if every pupil has the same, towards 1 if few have all; empty if there is no money
 * @param coefficientOfVariation standard deviation over mean; empty if there is no money
 * @param fifthPercentile dollars per pupil that 5 % of the pupils do not exceed
 * @param ninetyFifthPercentile dollars per pupil that 95 % of the pupils do not exceed
 * @param rangeRatio the difference of the two over the lower one; empty if that is nothing
 */
public record Spread(
        Optional<BigDecimal> gini,
        Optional<BigDecimal> coefficientOfVariation,
        BigDecimal fifthPercentile,
        BigDecimal ninetyFifthPercentile,
        Optional<BigDecimal> rangeRatio) {

    private static final int LOW = 5;
    private static final int HIGH = 95;
    private static final int HUNDRED = 100;

    /** Of schools with pupils. */
    static Spread of(List<SchoolAmount> schools) {
        List<SchoolAmount> byDollars =
                schools.stream().sorted(SchoolAmount.BY_DOLLARS_PER_PUPIL).toList();
        SchoolAmount low = percentile(byDollars, LOW);
        SchoolAmount high = percentile(byDollars, HIGH);
        return new Spread(
                new Concentration(byDollars.stream()
                                .map(school -> new Block(school.pupils(), school.amount()))
                                .toList())
                        .index(),
                coefficientOfVariation(byDollars),
                Rounded.dollarsPerPupil(low.amount().cents(), low.pupils()),
                Rounded.dollarsPerPupil(high.amount().cents(), high.pupils()),
                low.amount().isPositive()
                        ? Optional.of(Rounded.ratio(high.dollarsPerPupil() / low.dollarsPerPupil() - 1))
                        : Optional.empty());
    }

    private static Optional<BigDecimal> coefficientOfVariation(List<SchoolAmount> schools) {
        double[] dollars =
                schools.stream().mapToDouble(SchoolAmount::dollarsPerPupil).toArray();
        double[] pupils = schools.stream().mapToDouble(SchoolAmount::pupils).toArray();
        double mean = new Mean().evaluate(dollars, pupils);
        if (mean == 0) {
            return Optional.empty();
        }
        boolean allTheSame = SchoolAmount.compareDollarsPerPupil(schools.getFirst(), schools.getLast()) == 0;
        double variance = allTheSame ? 0 : new Variance(false).evaluate(dollars, pupils, mean);
        return Optional.of(Rounded.ratio(Math.sqrt(variance) / mean));
    }

    /** The school of the first pupil, by dollars, with at least that many per cent of the pupils up to it. */
    private static SchoolAmount percentile(List<SchoolAmount> byDollars, int percent) {
        long all = byDollars.stream().mapToLong(SchoolAmount::pupils).sum();
        long upTo = 0;
        for (SchoolAmount school : byDollars) {
            upTo += school.pupils();
            if (upTo * HUNDRED >= all * percent) {
                return school;
            }
        }
        throw new IllegalStateException("all pupils together are less than %d per cent of them".formatted(percent));
    }
}
