package org.partnershipfund.portfolio.cycle;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a program is delivered, as its partner says; what a category's minimums are held against.
 *
 * @param years full years in which the partner has delivered the service; 0 or more
 * @param days on which it is delivered in a year or a summer; 1 or more
 * @param hours on those days together; 1 or more
 * @param ratios adults to pupils by grade band
 */
public record Delivery(int years, Optional<Integer> days, Optional<Integer> hours, Map<GradeBand, Ratio> ratios) {

    public Delivery {
        if (years < 0 || days.orElse(1) < 1 || hours.orElse(1) < 1) {
            throw new IllegalArgumentException("nothing is delivered on less than a day or in less than an hour");
        }
        ratios = Map.copyOf(ratios);
    }

    /** In the order of school life. */
    public Map<GradeBand, Ratio> ordered() {
        return new TreeMap<>(ratios);
    }
}
