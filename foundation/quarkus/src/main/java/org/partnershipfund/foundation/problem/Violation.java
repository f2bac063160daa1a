package org.partnershipfund.foundation.problem;

import org.jspecify.annotations.Nullable;

/**
 * One value that is not allowed, and why.
 *
 * @param field where: a JSON path ({@code lines[2].amount}), a parameter's name, or {@code line 12, enrolment}
 * @param value what was sent, shortened; null when nothing was sent, or when it may not be repeated
 * @param reason what is wrong with it and what would be right, for the person who sent it
 */
public record Violation(String field, @Nullable String value, String reason) {

    private static final int LONGEST_ECHO = 120;

    public Violation {
        value = value == null ? null : shortened(value);
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_ECHO ? value : value.substring(0, LONGEST_ECHO) + "…";
    }
}
