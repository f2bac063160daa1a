package org.partnershipfund.allocation.opportunityindex;

import java.util.Arrays;
import java.util.Optional;

/**
 * A part of the Opportunity Index.
 *
 * <p>Source: docs/policy/opportunity-index.md §1 (domain facts: the district's three published components).
 */
public enum Component {
    /** Where pupils live, by census tract. */
    NEIGHBORHOOD("neighborhood"),
    /** What pupils and their families bring along. */
    INDIVIDUAL("individual"),
    /** How school went so far. */
    PERFORMANCE("performance");

    private final String word;

    Component(String word) {
        this.word = word;
    }

    /** As it is written in JSON, tables and files. */
    public String word() {
        return word;
    }

    /** Whether its factors are known per census tract; the others are known per pupil. */
    public boolean isByTract() {
        return this == NEIGHBORHOOD;
    }

    /** The component of that word. */
    public static Optional<Component> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
