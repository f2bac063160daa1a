package org.partnershipfund.portfolio.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.catalogue.Partnerships.Count;
import org.partnershipfund.portfolio.program.ServiceArea;

/**
 * How many partnerships the district's schools have in a year, and who has none (catalogue §6).
 *
 * @param illustrative how many of the partnerships are made up to show how things work
 * @param perSchool partnerships over schools, two decimals, half up; 0.00 without a school
 * @param median of the schools' numbers, one decimal; 0.0 without a school
 * @param without the schools that have none, by code
 * @param byNeed fifths of the schools with a published need, 1 the least and 5 the greatest; empty if fewer than five
 */
public record CatalogueStatistics(
        FiscalYear year,
        Optional<ServiceArea> area,
        int schools,
        int partnerships,
        int verified,
        int illustrative,
        BigDecimal perSchool,
        BigDecimal median,
        List<School> without,
        List<Fifth> byNeed) {

    private static final int FIFTHS = 5;

    /**
     * One fifth of the schools in the order of their need.
     *
     * @param needFrom the least need in it, in hundredths
     * @param needTo the greatest
     */
    public record Fifth(
            int fifth, int schools, int needFrom, int needTo, int partnerships, BigDecimal perSchool, int without) {}

    /** Adds up what the schools have. */
    public static CatalogueStatistics of(FiscalYear year, Optional<ServiceArea> area, List<Count> counts) {
        return new CatalogueStatistics(
                year,
                area,
                counts.size(),
                sum(counts),
                counts.stream().mapToInt(Count::verified).sum(),
                counts.stream().mapToInt(Count::illustrative).sum(),
                perSchool(counts),
                median(counts.stream().mapToInt(Count::partnerships).sorted().toArray()),
                counts.stream()
                        .filter(count -> count.partnerships() == 0)
                        .map(Count::school)
                        .sorted(Comparator.comparing(School::code))
                        .toList(),
                fifths(counts));
    }

    /** Schools of equal need stand by their code; where the schools do not divide by five, the first fifths have more. */
    private static List<Fifth> fifths(List<Count> counts) {
        List<Count> ranked = counts.stream()
                .filter(count -> count.school().need().isPresent())
                .sorted(Comparator.comparingInt(CatalogueStatistics::need)
                        .thenComparing(count -> count.school().code()))
                .toList();
        List<Fifth> fifths = new ArrayList<>();
        if (ranked.size() < FIFTHS) {
            return fifths;
        }
        int from = 0;
        for (int fifth = 1; fifth <= FIFTHS; fifth++) {
            int size = ranked.size() / FIFTHS + (fifth <= ranked.size() % FIFTHS ? 1 : 0);
            List<Count> part = ranked.subList(from, from + size);
            from += size;
            fifths.add(new Fifth(
                    fifth, size, need(part.getFirst()), need(part.getLast()), sum(part), perSchool(part), (int)
                            part.stream()
                                    .filter(count -> count.partnerships() == 0)
                                    .count()));
        }
        return fifths;
    }

    private static int need(Count count) {
        return count.school().need().orElseThrow();
    }

    private static int sum(List<Count> counts) {
        return counts.stream().mapToInt(Count::partnerships).sum();
    }

    private static BigDecimal perSchool(List<Count> counts) {
        return counts.isEmpty()
                ? BigDecimal.ZERO.setScale(2)
                : BigDecimal.valueOf(sum(counts)).divide(BigDecimal.valueOf(counts.size()), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal median(int[] sorted) {
        if (sorted.length == 0) {
            return BigDecimal.ZERO.setScale(1);
        }
        int both = sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2];
        return BigDecimal.valueOf(both * 5L, 1);
    }
}
