package org.partnershipfund.allocation.opportunityindex;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is measured.
 *
 * @param key its column in the files, such as {@code median_household_income}: lower case, digits and underscores
 * @param label as people read it
 * @param lowest the least value that can be true, in millionths; none if unbounded
 * @param highest the greatest
 * @param weight within its component
 */
public record Factor(
        String key,
        String label,
        Component component,
        Direction direction,
        Normalisation normalisation,
        @Nullable Long lowest,
        @Nullable Long highest,
        Weight weight) {

    /** What a key looks like. */
    public static final String KEY = "[a-z][a-z0-9_]{0,59}";

    private static final Pattern KEYS = Pattern.compile(KEY);

    public Factor {
        if (!KEYS.matcher(key).matches()) {
            throw new IllegalArgumentException("a factor's key is a column's name, not " + key);
        }
    }

    /** Whether a value can be true, in millionths. */
    public boolean admits(long value) {
        return (lowest == null || value >= lowest) && (highest == null || value <= highest);
    }

    /** What values it admits, as a file's reader is told: {@code "from 0 to 1"}. */
    public String range() {
        if (lowest == null && highest == null) {
            return "of any size";
        }
        return (lowest == null ? "up to" : "from " + Millionths.decimal(lowest) + (highest == null ? " on" : " to"))
                + (highest == null ? "" : " " + Millionths.decimal(highest));
    }
}
