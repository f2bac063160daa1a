package org.partnershipfund.allocation.equity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.hipparchus.stat.descriptive.moment.Mean;

/**
 * How dollars per pupil go with the index (docs/policy/equity.md §2). What cannot be said is empty: nothing goes with
 * an index that is the same everywhere, and dollars that are the same everywhere go with nothing.
 *
 * @param correlation Pearson's, every pupil counting once; -1 to 1
 * @param slope dollars per pupil more for each 0.10 of index, by least squares, every pupil counting once
 * @param elasticity per cent more dollars per pupil for one per cent more index, at the means
 * @param rankCorrelation Spearman's, every school counting once; -1 to 1
 */
public record Association(
        Optional<BigDecimal> correlation,
        Optional<BigDecimal> slope,
        Optional<BigDecimal> elasticity,
        Optional<BigDecimal> rankCorrelation) {

    private static final double A_TENTH = 0.1;
    private static final double MILLION = 1e6;

    /** Of schools with pupils, by need. */
    static Association of(List<SchoolAmount> schools) {
        double[] pupils = values(schools, SchoolAmount::pupils);
        double[] index = values(schools, school -> school.index().millionths() / MILLION);
        double[] dollars = values(schools, SchoolAmount::dollarsPerPupil);
        boolean needDiffers = differ(index);
        boolean dollarsDiffer = differ(dollars);
        if (!needDiffers) {
            return new Association(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        double meanIndex = new Mean().evaluate(index, pupils);
        double meanDollars = new Mean().evaluate(dollars, pupils);
        double covariance = mean(index, meanIndex, dollars, meanDollars, pupils);
        double variance = mean(index, meanIndex, index, meanIndex, pupils);
        double slope = dollarsDiffer ? covariance / variance : 0;
        return new Association(
                dollarsDiffer
                        ? Optional.of(Rounded.ratio(covariance
                                / Math.sqrt(variance * mean(dollars, meanDollars, dollars, meanDollars, pupils))))
                        : Optional.empty(),
                Optional.of(Rounded.dollars(slope * A_TENTH)),
                meanDollars > 0 ? Optional.of(Rounded.ratio(slope * meanIndex / meanDollars)) : Optional.empty(),
                dollarsDiffer
                        ? Optional.of(Rounded.ratio(new SpearmansCorrelation().correlation(index, dollars)))
                        : Optional.empty());
    }

    /** The weighted mean of the products of both deviations. */
    private static double mean(double[] one, double oneMean, double[] other, double otherMean, double[] weights) {
        double[] products = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            products[i] = (one[i] - oneMean) * (other[i] - otherMean);
        }
        return new Mean().evaluate(products, weights);
    }

    private static boolean differ(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return true;
            }
        }
        return false;
    }

    private static double[] values(List<SchoolAmount> schools, ToDoubleFunction<SchoolAmount> value) {
        return schools.stream().mapToDouble(value).toArray();
    }
}
