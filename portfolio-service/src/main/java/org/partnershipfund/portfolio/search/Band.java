package org.partnershipfund.portfolio.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A range of whole numbers that a facet counts together.
 *
 * @param word for it in addresses and JSON
 * @param least in the band
 * @param below the first number that is no longer in it; empty for no end
 */
public record Band(String word, long least, Optional<Long> below) {

    /** What is not priced per pupil at all. */
    public static final String NOT_PER_PUPIL = "not-per-pupil";

    /** Prices per pupil, in cents. */
    public static final List<Band> PRICES_PER_PUPIL = List.of(
            band("under-100", 0, 100_00L),
            band("100-to-250", 100_00, 250_00L),
            band("250-to-500", 250_00, 500_00L),
            band("500-to-1000", 500_00, 1_000_00L),
            new Band("1000-and-more", 1_000_00, Optional.empty()));

    /** Places for pupils that are left. */
    public static final List<Band> CAPACITIES_LEFT = List.of(
            band("none", 0, 1L),
            band("1-to-49", 1, 50L),
            band("50-to-199", 50, 200L),
            new Band("200-and-more", 200, Optional.empty()));

    /** The words of some bands as a pattern. */
    public static String words(List<Band> bands) {
        return bands.stream().map(Band::word).collect(Collectors.joining("|"));
    }

    /** Whether the number is in the band. */
    public boolean holds(long number) {
        return number >= least && below.map(end -> number < end).orElse(true);
    }

    private static Band band(String word, long least, long below) {
        return new Band(word, least, Optional.of(below));
    }
}
