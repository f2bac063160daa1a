package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.portfolio.program.Session;

/** A time of each week, on the wire and as {@code monday 15:00-17:30} in a cell. */
@Schema(name = "Session")
public record SessionJson(
        @JsonProperty(required = true)
        @Schema(
                required = true,
                examples = "monday",
                enumeration = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
        String day,

        @JsonProperty(required = true)
        @Schema(required = true, examples = "15:00", pattern = SessionJson.TIME, description = "In the district")
        String from,

        @JsonProperty(required = true)
        @Schema(required = true, examples = "17:30", pattern = SessionJson.TIME, description = "Later than from")
        String until) {

    /** Days as words. */
    static final String DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";

    static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    private static final Pattern WRITTEN = Pattern.compile("(\\S+) (\\S+)-(\\S+)");

    public SessionJson {
        refuseUnless(day != null && day.matches(DAYS), "day", day, "it must be one of " + DAYS);
        refuseUnless(from != null && from.matches(TIME), "from", from, "it must be a time such as 15:00");
        refuseUnless(
                until != null && until.matches(TIME) && until.compareTo(from) > 0,
                "until",
                until,
                "it must be a time such as 17:30, later than from");
    }

    static SessionJson of(Session session) {
        return new SessionJson(
                word(session.day()), session.from().toString(), session.until().toString());
    }

    /**
     * A session as it is written in one cell.
     *
     * @throws InvalidValueException if it is not written so
     */
    static SessionJson read(String cell) {
        var parts = WRITTEN.matcher(cell);
        refuseUnless(parts.matches(), "", cell, "it must be written like monday 15:00-17:30");
        return new SessionJson(parts.group(1), parts.group(2), parts.group(3));
    }

    static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    Session session() {
        return new Session(
                DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), LocalTime.parse(from), LocalTime.parse(until));
    }

    /** As one cell of a table. */
    @Override
    public String toString() {
        return "%s %s-%s".formatted(day, from, until);
    }

    private static void refuseUnless(boolean fine, String field, String value, String reason) {
        if (!fine) {
            throw new InvalidValueException(field, String.valueOf(value), reason);
        }
    }
}
