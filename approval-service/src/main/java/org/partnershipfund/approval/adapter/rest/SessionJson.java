package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.approval.matching.Session;
import org.partnershipfund.foundation.problem.InvalidValueException;

/** A time of each week, on the wire; as portfolio-service has it. */
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
                session.day().name().toLowerCase(Locale.ROOT),
                session.from().toString(),
                session.until().toString());
    }

    Session session() {
        return new Session(
                DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), LocalTime.parse(from), LocalTime.parse(until));
    }

    private static void refuseUnless(boolean fine, String field, String value, String reason) {
        if (!fine) {
            throw new InvalidValueException(field, String.valueOf(value), reason);
        }
    }
}
