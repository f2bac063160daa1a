package org.partnershipfund.portfolio.program;

import java.util.Optional;

/**
 * For how many units at a time a price counts (catalogue §2.3).
 *
 * @param from the smallest number of units; 1 or more
 * @param until the largest, at least {@code from}; empty for no bound
 */
public record Tier(int from, Optional<Integer> until) {

    /** Every number of units. */
    public static final Tier ANY = new Tier(1, Optional.empty());

    /** Whether some number of units lies in it. */
    boolean isInOrder() {
        return from >= 1 && until.orElse(Integer.MAX_VALUE) >= from;
    }

    /** Whether this number of units lies in it. */
    public boolean holds(int units) {
        return units >= from && units <= until.orElse(Integer.MAX_VALUE);
    }

    /** Such as {@code 1 to 29} or {@code 30 and more}. */
    @Override
    public String toString() {
        return until.map(last -> "%d to %d".formatted(from, last)).orElse("%d and more".formatted(from));
    }
}
