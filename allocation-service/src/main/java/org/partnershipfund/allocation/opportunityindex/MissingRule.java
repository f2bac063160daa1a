package org.partnershipfund.allocation.opportunityindex;

import java.util.Arrays;
import java.util.Optional;

/**
 * What becomes of a value that is not there.
 *
 * <p>Source: docs/policy/opportunity-index.md §4.
 */
public enum MissingRule {
    /** The computation is refused. */
    REFUSE("refuse"),
    /** It counts as the middle: 0.5. */
    MIDDLE("middle"),
    /** The other factors of its component carry its weight; where none is left, the component counts as 0.5. */
    LEAVE_OUT("leave-out");

    private final String word;

    MissingRule(String word) {
        this.word = word;
    }

    /** As it is written in JSON and tables. */
    public String word() {
        return word;
    }

    /** The rule of that word. */
    public static Optional<MissingRule> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
