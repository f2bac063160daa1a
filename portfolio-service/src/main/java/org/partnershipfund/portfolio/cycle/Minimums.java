package org.partnershipfund.portfolio.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.partnershipfund.portfolio.program.Grade;

/**
 * What a category asks for in numbers, so that nobody has to judge it (§3.3, §3.4).
 *
 * @param years of delivery, at least; 0 or more
 * @param days of delivery, at least, if it asks
 * @param hours of delivery, at least, if it asks
 * @param ratios the fewest adults to pupils by grade band, for the bands that it asks about
 */
public record Minimums(int years, Optional<Integer> days, Optional<Integer> hours, Map<GradeBand, Ratio> ratios) {

    public Minimums {
        if (years < 0 || days.orElse(1) < 1 || hours.orElse(1) < 1) {
            throw new IllegalArgumentException("a minimum below one asks for nothing");
        }
        ratios = Map.copyOf(ratios);
    }

    /** Only years of delivery. */
    public static Minimums years(int years) {
        return new Minimums(years, Optional.empty(), Optional.empty(), Map.of());
    }

    /** In the order of school life. */
    public Map<GradeBand, Ratio> ordered() {
        return new TreeMap<>(ratios);
    }

    /**
     * One number held against its minimum.
     *
     * @param what is measured: years, days, hours, or ratio and its grade band
     * @param asked the minimum
     * @param given what the partner says; empty if it does not say
     */
    public record Check(String what, String asked, Optional<String> given, boolean isMet) {}

    /**
     * Every minimum against what is delivered; ratios for the bands in which the program serves a grade.
     *
     * @param grades that the program serves
     */
    public List<Check> against(Delivery delivery, List<Grade> grades) {
        List<Check> checks = new ArrayList<>();
        checks.add(atLeast("years", years, Optional.of(delivery.years())));
        days.ifPresent(asked -> checks.add(atLeast("days", asked, delivery.days())));
        hours.ifPresent(asked -> checks.add(atLeast("hours", asked, delivery.hours())));
        ordered().forEach((band, limit) -> {
            if (band.hasAnyOf(grades)) {
                Optional<Ratio> given = Optional.ofNullable(delivery.ratios().get(band));
                checks.add(new Check(
                        "ratio " + band.word(),
                        limit.word(),
                        given.map(Ratio::word),
                        given.filter(ratio -> ratio.isWithin(limit)).isPresent()));
            }
        });
        return List.copyOf(checks);
    }

    private static Check atLeast(String what, int asked, Optional<Integer> given) {
        return new Check(
                what,
                Integer.toString(asked),
                given.map(Object::toString),
                given.filter(number -> number >= asked).isPresent());
    }
}
