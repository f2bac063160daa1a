package org.partnershipfund.portfolio.cycle;

/**
 * How many adults stand before how many pupils; written {@code 1:11}.
 *
 * @param adults 1 or more
 * @param pupils 1 or more
 */
public record Ratio(int adults, int pupils) {

    /** How it is written; a ratio of zero is none. */
    public static final String PATTERN = "[1-9][0-9]{0,2}:[1-9][0-9]{0,3}";

    public Ratio {
        if (adults < 1 || pupils < 1) {
            throw new IllegalArgumentException("a ratio of %d adults to %d pupils is none".formatted(adults, pupils));
        }
    }

    /** Whether there are at least as many adults to a pupil as the limit asks for; 2:22 is within 1:11. */
    public boolean isWithin(Ratio limit) {
        return (long) pupils * limit.adults <= (long) limit.pupils * adults;
    }

    /** As it is written. */
    public String word() {
        return adults + ":" + pupils;
    }

    /**
     * The ratio behind a word.
     *
     * @throws IllegalArgumentException if it is not written so
     */
    public static Ratio of(String word) {
        if (!word.matches(PATTERN)) {
            throw new IllegalArgumentException("no ratio: " + word);
        }
        int colon = word.indexOf(':');
        return new Ratio(Integer.parseInt(word.substring(0, colon)), Integer.parseInt(word.substring(colon + 1)));
    }
}
