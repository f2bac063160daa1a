package org.partnershipfund.foundation.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What Java reads and PostgreSQL refuses to keep; so every reader of what callers send refuses it first, by name.
 *
 * <p>Years have four digits, because what is written for other systems (ISO 8601) has no more.
 */
public final class StorableValues {

    /** Why a text with NUL is refused, and what to do. */
    public static final String NUL_REASON = "it has the character NUL (U+0000), which no text can keep; leave it out";

    /** Why such a date or instant is refused. */
    public static final String YEAR_REASON = "its year must be 0001 to 9999";

    private StorableValues() {}

    /**
     * The same text.
     *
     * @throws InvalidValueException if it has the character NUL
     */
    public static String text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new InvalidValueException(text, NUL_REASON);
        }
        return text;
    }

    /**
     * The same date.
     *
     * @throws InvalidValueException outside of the years 1 to 9999
     */
    public static LocalDate date(LocalDate date) {
        requireYear(date.getYear(), date);
        return date;
    }

    /**
     * The same instant.
     *
     * @throws InvalidValueException outside of the years 1 to 9999
     */
    public static Instant instant(Instant instant) {
        requireYear(instant.atOffset(ZoneOffset.UTC).getYear(), instant);
        return instant;
    }

    private static void requireYear(int year, Object value) {
        if (year < 1 || year > 9999) {
            throw new InvalidValueException(value.toString(), YEAR_REASON);
        }
    }
}
