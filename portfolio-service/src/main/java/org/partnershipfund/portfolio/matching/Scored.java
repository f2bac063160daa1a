package org.partnershipfund.portfolio.matching;

import java.util.Optional;

/**
 * What a rule gave to a program.
 *
 * @param points 0 to {@code most}
 * @param most what it could give to any program
 * @param reason why, as a plain sentence
 * @param missing what it would take to have all points, as a plain sentence; empty if it has them
 */
public record Scored(Rule rule, int points, int most, String reason, Optional<String> missing) {

    public Scored {
        if (points < 0 || points > most || missing.isEmpty() != (points == most)) {
            throw new IllegalArgumentException(
                    "%s: %d of %d points, missing: %s".formatted(rule, points, most, missing));
        }
    }

    static Scored full(Rule rule, int most, String reason) {
        return new Scored(rule, most, most, reason, Optional.empty());
    }

    /** A share of the points, whole ones only; all of them only for the whole. */
    static Scored share(Rule rule, int most, int part, int whole, String reason, String missing) {
        return part == whole
                ? full(rule, most, reason)
                : some(rule, Math.toIntExact((long) most * part / whole), most, reason, missing);
    }

    /** Fewer points than there are; a rule that gives no points at all lacks none. */
    static Scored some(Rule rule, int points, int most, String reason, String missing) {
        return new Scored(rule, points, most, reason, points == most ? Optional.empty() : Optional.of(missing));
    }
}
